"""The benchmark of growth works, at sizes that measure nothing."""

from __future__ import annotations

import math
import sys
from pathlib import Path

import pytest

from skillmatch import SkillMatcher

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
PARTS = ("pool", "runs", "skills")  # that of the jobs starts whole programs: too slow to be a test


@pytest.fixture(autouse=True)
def benchmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))


@pytest.mark.parametrize("power", [0.0, 1.0, 1.5])
def test_the_exponent_of_a_power_is_found(power: float) -> None:
    from growth import exponent

    assert math.isclose(exponent([10, 100, 5000], [3 * size**power for size in (10, 100, 5000)]), power, abs_tol=1e-9)


def test_the_parts_measure_and_draw(
    tmp_path: Path, matcher: SkillMatcher, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("matplotlib", reason="needs the extra `dev`")
    import bench_scale

    def build(taxonomy: object = None) -> SkillMatcher:
        return matcher if taxonomy is None else SkillMatcher(taxonomy)  # type: ignore[arg-type]

    monkeypatch.setattr(bench_scale, "in_child", lambda act, *arguments: act(*arguments))
    monkeypatch.setattr(bench_scale, "SkillMatcher", build)
    monkeypatch.setattr(sys, "argv", ["bench_scale.py", "--quick", "--plots", str(tmp_path), "--only", *PARTS])
    bench_scale.main()
    printed = capsys.readouterr().out
    for figure in ("two_workers_wall_s", "each_ms", "bytes_each"):
        assert figure in printed
    assert sorted(it.name for it in tmp_path.iterdir()) == [f"scale-{part}.svg" for part in PARTS]
