"""Find every problem of a taxonomy at once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from skillmatch.taxonomy.skill import Skill

_ID_LINE = re.compile(r"\s*id\s*=\s*[\"']([^\"']+)[\"']")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: the file, the skill (empty for the file as a whole) and what is wrong."""

    path: Path
    skill_id: str
    message: str


def list_problems(problems: Iterable[Problem]) -> str:
    """Return one line for each problem, with file, line and skill."""
    lines: dict[Path, dict[str, int]] = {}
    told = []
    for problem in dict.fromkeys(problems):
        if problem.path not in lines:
            lines[problem.path] = _lines_of(problem.path)
        line = lines[problem.path].get(problem.skill_id)
        place = f"{problem.path}:{line}" if line else str(problem.path)
        told.append(f"{place}: {problem.skill_id or 'file'}: {problem.message}")
    return "\n".join([f"{len(told)} {'problem' if len(told) == 1 else 'problems'} in the taxonomy:", *told])


def fold_form(form: str) -> str:
    """Fold what matching ignores: case, hyphens against spaces, compatibility forms.

    Examples
    --------
    >>> fold_form("Scikit-Learn") == fold_form("scikit learn")
    True
    """
    if not form.isascii():
        form = unicodedata.normalize("NFKC", form)
    return " ".join(form.replace("-", " ").replace("_", " ").split()).casefold()


def check_skills(skills: Iterable[tuple[Skill, Path]]) -> list[Problem]:
    """Return the problems of ids, forms and relations, in the order of the skills."""
    placed = {skill.id: (skill, path) for skill, path in skills}
    problems = []
    for skill, path in placed.values():
        problems += [Problem(path, skill.id, message) for message in _entry_problems(skill, placed)]
    return problems + _form_problems(placed) + _cycle_problems(placed)


def _entry_problems(skill: Skill, known: Mapping[str, object]) -> list[str]:
    wrong = []
    if not _ID.match(skill.id):
        wrong.append("id must be lower-case letters, digits and single hyphens")
    for form in (skill.name, *skill.aliases, *skill.exact):
        if not _LETTER_OR_DIGIT.search(form):
            wrong.append(f"form {form!r} has no letter or digit")
    for form in skill.aliases if skill.name in skill.exact else (skill.name, *skill.aliases):
        if len(form) < 4 and len(fold_form(form)) < 2:  # folding is slow, and joints are few
            wrong.append(f"form {form!r} is one letter: put it in exact, with context")
    if skill.context and not skill.exact:
        wrong.append("context without exact has no effect")
    near = [relation.id for relation in skill.related]
    heirs = [] if skill.replaced_by is None else [skill.replaced_by]
    named = ("broader", skill.broader), ("implies", skill.implies), ("related", near), ("replaced_by", heirs)
    for key, ids in named:
        wrong += [f"{key} names the unknown skill {other}" for other in ids if other not in known]
        wrong += [f"{key} names the skill itself" for other in ids if other == skill.id]
    return wrong


def _form_problems(placed: Mapping[str, tuple[Skill, Path]]) -> list[Problem]:
    """Two skills may not claim one form, nor one skill state it twice; exact forms may differ in case alone.

    Skills that all have context may share an exact form: the words around it tell which one is meant.
    """
    loose: dict[str, str] = {}
    exact: dict[str, str] = {}
    cased: dict[str, tuple[str, ...]] = {}  # owners of exact forms by folded form
    problems = []
    for skill, path in placed.values():
        if skill.retired:
            continue
        claims: dict[str, str] = {}  # form to the skill that has it already
        own: set[str] = set()
        for form in (skill.name, *skill.aliases):
            folded = fold_form(form)
            if folded in own:
                problems.append(Problem(path, skill.id, f"form {form!r} stands twice"))
            own.add(folded)
            if form in skill.exact:
                continue
            first = loose.setdefault(folded, skill.id)
            if first != skill.id or folded in cased:  # rare, and sets are slow to make
                others = {first, *cased.get(folded, ())} - {skill.id}
                claims |= {folded: min(others)} if others else {}
        for form in skill.exact:
            folded = fold_form(form)
            first = exact.setdefault(form, skill.id)
            shared = bool(skill.context and placed[first][0].context)
            if others := {skill.id if shared else first, loose.get(folded, skill.id)} - {skill.id}:
                claims[folded] = min(others)
            cased[folded] = (*cased.get(folded, ()), skill.id)
        for folded, other in sorted(claims.items()):
            message = f"form {folded!r} also belongs to {other} in {placed[other][1].name}"
            problems.append(Problem(path, skill.id, message))
    return problems


def _cycle_problems(placed: Mapping[str, tuple[Skill, Path]]) -> list[Problem]:
    graph = {skill.id: (*skill.broader, *skill.implies) for skill, _ in placed.values()}
    problems = []
    while True:
        graph = _leading_into_circles(graph)
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            cycle: list[str] = error.args[1][::-1]  # graphlib lists parents first
            path = placed[cycle[0]][1]
            problems.append(Problem(path, cycle[0], "broader and implies go in a circle: " + " -> ".join(cycle)))
            graph[cycle[0]] = tuple(one for one in graph[cycle[0]] if one != cycle[1])  # to see the next one
        else:
            return problems


def _leading_into_circles(graph: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Leave out what has no parent in the graph, again and again; nothing is left where there is no circle."""
    while True:
        rest = {child: parents for child, parents in graph.items() if not graph.keys().isdisjoint(parents)}
        if len(rest) == len(graph):
            return rest
        graph = rest


def _lines_of(path: Path) -> dict[str, int]:
    """Find the lines on which the ids of a file stand."""
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    return {found[1]: number for number, line in enumerate(lines, 1) if (found := _ID_LINE.match(line))}
