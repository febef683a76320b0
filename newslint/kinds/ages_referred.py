"""Ages of somebody already met, the 43-year-old, the accused, who is 48, she was 12: against the age he has."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from newslint.document import Document
from newslint.kinds.age_words import (
    AT,
    BEHIND,
    BESIDE,
    BIRTH,
    BORN,
    COMING,
    KIN_NAMED,
    LIFE,
    OF,
    OTHERS,
    SORTS,
    THEN,
    THEN_ASIDE,
    TOLD,
    TURNED,
    TURNS,
    YEARS,
)
from newslint.kinds.ages import namesake
from newslint.kinds.ages_by_name import Aged, aged_names, lines, name_words, possible_ages
from newslint.kinds.article_days import article_date, latest_year
from newslint.kinds.marked_figures import Pair
from newslint.language.figure import Figure, found_figure
from newslint.patterns import regex
from newslint.records import NamedTuple

_NOW_YEARS = 10
_LAST_YEAR = 2026
# Ages further apart are those of two people.
_APART = 15
_NAMED = regex(r"([A-Z][\w'-]+)(?:,| \()(?: aged)? $")
# So near to an age stands the name of whom it is; characters.
_NEAR = 350
# An article with more ages than these is a list, in which nobody can be told by his age alone.
_MOST = 100


class _Stated(NamedTuple):
    """An age as told: from the youngest to the oldest that somebody may be by it, and by which words he is meant."""

    figure: Figure
    low: int
    high: int
    name: tuple[str, ...]
    start: int
    what: str
    anytime: bool
    beside: bool


def referred_ages(document: Document) -> Iterator[Pair]:
    """Each age of somebody met before that is not the only age he has in the article."""
    possible = possible_ages(document)
    if not possible:
        return
    told = {at: age for at, age in possible.items() if _is_told(document.folded.plain, at, age)}
    if not 0 < len(told) <= _MOST:
        return
    stated = sorted(_stated(document), key=lambda one: one.figure.start)
    if len(stated) > _MOST:
        return
    aged = aged_names(document)
    done: set[int] = set()
    for one in stated:
        if one.figure.start in done or _of_then(document, one):
            continue
        other = _same_one(document, one, told, aged)
        if (
            other
            and not one.low <= other.value <= one.high
            and min(abs(other.value - one.low), abs(other.value - one.high)) <= _APART
        ):
            done.add(one.figure.start)
            if one.figure.start not in told or other.start < one.figure.start:
                yield one.figure, other


def _is_told(plain: str, at: int, age: int) -> bool:
    """Whether a number that may be an age is told as one of a person."""
    end = at + len(str(age))
    if plain.startswith(("-year", " years old"), end):
        return True
    if plain.endswith(OF, 0, at):
        return True
    return plain.endswith(BESIDE, 0, at) and plain.startswith(BEHIND, end) and not plain[at - 3 : at - 2].isdigit()


def _stated(document: Document) -> Iterator[_Stated]:
    plain = document.folded.plain
    for forms, places, low, high in (
        (TOLD, possible_ages(document), 0, 0),
        (TURNS, (one.start() for one in COMING.finditer(plain)), -1, 0),
        (TURNED, (one.start() for one in COMING.finditer(plain)), 0, 1),
    ):
        for found in _found(forms, plain, places):
            age = int(found["age"])
            yield _named(found, age + low, age + high)
    first, last = _years(document)
    for found in _found((LIFE,), plain, (one.start() for one in YEARS.finditer(plain))):
        year, died = int(found["age"]), int(found["last"])
        if first - 1 <= died <= last:
            yield _named(found, died - year - 1, died - year, anytime=True)
    for found in _found((AT,), plain, possible_ages(document)):
        born = int(found["last"]) - int(found["age"])
        yield _named(found, first - born - 1, last - born + 1, anytime=True)
    for found in _found(BORN, plain, (one.start() for one in BIRTH.finditer(plain))):
        year = int(found["age"])
        yield _named(found, first - year - 1, last - year, anytime=True)


def _found(forms: Iterable[re.Pattern[str]], plain: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """What expressions find in the lines of some places."""
    within = lines(plain, places)
    for form in forms if within else ():
        for line in within:
            yield from form.finditer(plain, *line)


def _named(found: re.Match[str], low: int, high: int, *, anytime: bool = False) -> _Stated:
    groups = found.groupdict()
    words = name_words(groups.get("name") or "")
    what = groups.get("what") or groups.get("one") or ""
    start = found.start("name") if words else found.start("age")
    return _Stated(
        found_figure(found, "age", "age"),
        low,
        high,
        tuple(words),
        start,
        what.lower(),
        anytime or " when " in found[0],
        "beside" in groups,
    )


def _years(document: Document) -> tuple[int, int]:
    """The first and last year that an article may be from."""
    day = article_date(document)
    if day:
        return day // 10000, day // 10000
    latest = latest_year(document)
    return (latest, min(_LAST_YEAR, latest + _NOW_YEARS)) if latest >= 2005 else (latest, _LAST_YEAR)


def _of_then(document: Document, one: _Stated) -> bool:
    """Whether the sentence speaks of another time, or quotes somebody."""
    plain = document.folded.plain
    sentence = document.sentence(one.figure.start)
    if one.anytime:
        return namesake(document, one.figure)
    around = plain[max(sentence.start, one.figure.start - 60) : one.figure.start]
    behind = plain[one.figure.end : min(sentence.end, one.figure.end + 40)]
    # an aside ends at its comma
    behind = "" if behind.startswith((",", " and ")) and not THEN_ASIDE.match(behind) else behind
    return bool(THEN.search(around) or THEN.search(behind)) or namesake(document, one.figure)


def _same_one(document: Document, one: _Stated, told: dict[int, int], aged: list[Aged]) -> Figure | None:
    """The age that the one who is meant has elsewhere."""
    ages = {at: age for at, age in told.items() if at != one.figure.start}
    if one.figure.value in ages.values() or not ages or _of_kin(document, one):
        return None
    if one.name:
        whose = [it for it in aged if it.words[-1] == one.name[-1] or it.words[0] == one.name[-1]]
        if any(not _may_be(one.name, it.words) for it in whose):
            return None
        if whose := [it for it in whose if it.figure.start != one.figure.start]:
            firsts = {it.words[0] for it in whose if it.words[1:]}
            return whose[0].figure if len({it.figure.value for it in whose}) == 1 and len(firsts) < 2 else None
        met = document.people[: bisect_left(document.people, (one.start,))]
        if not any(_may_be(one.name, (it.given or it.surname, it.surname)) for it in met):
            return None
    if len(set(ages.values())) == 1:
        at = min(ages, key=lambda at: abs(at - one.figure.start))
        return None if _somebody_else(document, one, at, aged) else _figure(at, ages[at])
    owned = {it.figure.start for it in aged if _is_person(document, it)}
    near = [at for at in ages if at not in owned and _is_his(document, one, at)]
    return _figure(near[-1], ages[near[-1]]) if len({ages[at] for at in near}) == 1 else None


def _of_kin(document: Document, one: _Stated) -> bool:
    """Whether it is of the son or a friend of somebody."""
    start = document.sentence(one.figure.start).start
    before = document.folded.plain[max(start, one.start - 60) : one.start]
    return (KIN_NAMED if one.name else OTHERS).search(before) is not None


def _is_his(document: Document, one: _Stated, at: int) -> bool:
    """Whether an age without a name, among several, is of him: nobody else is near, or it is of that sort."""
    plain = document.folded.plain
    sentence = document.sentence(at)
    if OTHERS.search(plain, max(sentence.start, at - 60), at):
        return False
    if plain.endswith("the ", 0, at) or _beside_another(document, one, at):
        return False
    sort = next((sort for what, sort in SORTS if what.fullmatch(one.what)), None) if one.what else None
    if sort:
        return sort.search(plain, *sentence) is not None
    people = _people(document, sentence.start, sentence.end)
    near = one.start - _NEAR * 2 < at < one.start + _NEAR
    return bool(one.name) and near and all(_may_be(one.name, (given or surname, surname)) for given, surname in people)


def _somebody_else(document: Document, one: _Stated, at: int, aged: list[Aged]) -> bool:
    """Whether the only other age is of another."""
    owner = next((it for it in aged if it.figure.start == at), None)
    if one.name and owner and not _may_be(one.name, owner.words) and _is_person(document, owner):
        return True
    if one.beside and not _only_near(document, at, one.name):
        return True
    if _beside_another(document, one, at):
        return True
    there = document.folded.plain[max(document.sentence(at).start, at - 60) : at]
    return OTHERS.search(there) is not None or _another_named(document, one, at, aged)


def _beside_another(document: Document, one: _Stated, at: int) -> bool:
    """Whether an age stands right behind a name that is not in that of him."""
    named = _NAMED.search(document.folded.plain, max(0, at - 60), at)
    return bool(one.name) and named is not None and named[1] not in one.name


def _another_named(document: Document, one: _Stated, at: int, aged: list[Aged]) -> bool:
    """Whether right before “the 43-year-old” or “she was 12” somebody is named who has not the other age."""
    if one.name or (one.what and one.what not in {"he", "she"}):
        return False
    start = document.sentence(max(0, document.sentence(one.figure.start).start - 2)).start
    near = _surnames(document, start, one.figure.start)
    owner = {it.words[-1] for it in aged if it.figure.start == at} & {it.surname or it.given for it in document.people}
    if owner:
        return bool(near - owner)
    return bool(near - _surnames(document, max(0, at - _NEAR), at + _NEAR))


def _is_person(document: Document, one: Aged) -> bool:
    last = one.words[-1]
    known = any(last in {it.surname, it.given} for it in document.people)
    return known or f" {last.lower()}" not in document.folded.plain


def _only_near(document: Document, at: int, name: tuple[str, ...]) -> bool:
    """Whether nobody else is named near an age."""
    return all(name[-1] in one for one in _people(document, at - _NEAR, at + _NEAR))


def _surnames(document: Document, start: int, end: int) -> set[str]:
    return {surname or given for given, surname in _people(document, start, end)}


def _people(document: Document, start: int, end: int) -> set[tuple[str, str]]:
    people = document.people
    inside = people[bisect_left(people, (start,)) : bisect_left(people, (end,))]
    return {(one.given, one.surname) for one in inside}


def _may_be(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a name can be of somebody with another name: Hale, Ann or Ann B. Hale of Ann Hale."""
    if not name[1:]:
        return name[0] in {other[0], other[-1]}
    return name[-1] == other[-1] and (name[0] == other[0] or not other[1:])


def _figure(at: int, age: int) -> Figure:
    end = at + len(str(age))
    return Figure(at, end, at, end, float(age), 1.0, "age", "", "", "", end, end)
