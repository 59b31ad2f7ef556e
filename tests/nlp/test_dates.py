from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.nlp.dates import format_month, iter_ranges, months_of, parse_month


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan 2018 - Present", ("2018-01", "2026-01")),
        ("January 2018 to May 2019", ("2018-01", "2019-05")),
        ("03/2015 – 06/2017", ("2015-03", "2017-06")),
        ("2015-03 to 2017-06", ("2015-03", "2017-06")),
        ("Sept. 2010 — Dec. 2012", ("2010-09", "2012-12")),
        ("Mar'17 - Apr'19", ("2017-03", "2019-04")),
        ("2015 - 2018", ("2015-01", "2017-12")),
        ("2019 to date", ("2019-01", "2026-01")),
        ("May - Aug 2016", ("2016-05", "2016-08")),
        ("06.2012 - 09.2014", ("2012-06", "2014-09")),
        ("15 Jun 2012 - 30 Sep 2014", ("2012-06", "2014-09")),
        ("June 2012 until now", ("2012-06", "2026-01")),
        ("(Feb 2020 – Mar 2021)", ("2020-02", "2021-03")),
        ("JUL 2016-CURRENT", ("2016-07", "2026-01")),
        ("Since April 2022", ("2022-04", "2026-01")),
        ("Aug 2021 till date", ("2021-08", "2026-01")),
        ("01/02/2016 to 03/04/2018", ("2016-02", "2018-04")),
        ("Summer 2019 - Fall 2020", ("2019-06", "2020-09")),
        ("October, 2019 - November, 2020", ("2019-10", "2020-11")),
    ],
)
def test_range_is_read(text: str, expected: tuple[str, str]) -> None:
    assert [(format_month(found.first), format_month(found.last)) for found in iter_ranges(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "2019 - 2012",
        "13/2015 - 14/2016",
        "May 2030 - June 2031",
        "1820 - 1840",
        "555-2014-2016-1",
        "pages 2010-2015x",
        "+1 2015 2016",
        "Python 2 to 3",
    ],
)
def test_impossible_or_foreign_ranges_are_refused(text: str) -> None:
    assert list(iter_ranges(text)) == []


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 60)).map(lambda pair: (pair[0], sum(pair)))))
def test_months_count_each_month_once(ranges: list[tuple[int, int]]) -> None:
    assert months_of(ranges) == len({month for first, last in ranges for month in range(first, last + 1)})


@given(st.integers(1950 * 12, 2100 * 12))
def test_month_is_written_and_read_back(month: int) -> None:
    assert parse_month(format_month(month)) == month
