"""Two figures where there can be one: two ages of one person, and a figure that points back to another."""

from collections import Counter
from collections.abc import Callable, Iterator

from newslint.document import Document
from newslint.kinds.apart import together
from newslint.kinds.changes import changes_wrong, directions_wrong, multiples_wrong, of_a_change
from newslint.kinds.digit_slips import differ_in_one, printed, swapped
from newslint.kinds.likeness import context
from newslint.kinds.margins import margins_wrong
from newslint.kinds.shares import shares_over_all, shares_wrong
from newslint.kinds.sums import parts_wrong
from newslint.language.counted import NOT_HAPPENING_TO
from newslint.language.figures import Figure
from newslint.language.people import Person
from newslint.patterns import regex
from newslint.span import Span

Pair = tuple[Figure, Figure]
"""The later figure, which is reported, and the earlier."""

# How far back the words that stand before a figure or a name are looked for; characters.
_BEFORE = 40
_AFTER_NAME = regex(r"(?:,| \() ?(?:aged? )?(?:(?:who is|an?|the) )?$|,? (?:is|aged) $")
_BEFORE_NAME = regex(r" (?:[a-z-]+ ){0,2}$")
_ANOTHER = regex(
    r"\b(?:son|daughter|wife|husband|mother|father|brother|sister|child|children|widow|widower|boy|girl|parents?|cousin"
    r"|nephew|niece|uncle|aunt|twin|grand\w+)(?: \w+)? of (?:\w+ ){0,2}$"
)
# Years and words of another time: somebody was that old then.
_THEN = regex(
    r"\b(?:then|when|turn(?:s|ed|ing)|at the time|before|later|earlier|was an? $|until|by the age|since|ago"
    r"|(?:1[89]|20)[0-9]{2})\b"
)
_POINTS_BACK = regex(r"(?:^|[^\w'-])(?:the|those|these|(?<!in )all) $")
_NEXT_WORD = regex(r"(?:[ -])([a-z]{4,})")
# A figure is held against so many earlier ones at the most.
_BACK = 60


def two_ages(document: Document) -> Iterator[Pair]:
    """Each further age of one person that differs from the first, and ages told apart only by swapped digits."""
    ages = [figure for figure in document.figures if figure.kind == "age" and figure.value > 0]
    if len({figure.value for figure in ages}) < 2:
        return
    first: dict[int, Figure] = {}
    done: set[float] = set()
    for figure, who in _with_people(document, ages):
        other = first.setdefault(who, figure)
        if other.value != figure.value and figure.value not in done and not _of_another_time(document, figure, other):
            done.add(figure.value)
            yield figure, other
    counts = Counter(figure.value for figure in ages)
    for at, figure in enumerate(ages):
        alone = counts[figure.value] == 1 and figure.value not in done and _points_back(document, figure)
        earlier = ages[max(0, at - _BACK) : at] if alone else []
        turned = next((one for one in earlier if swapped(printed(document, figure), printed(document, one))), None)
        if turned and _names_nobody(document, figure):
            yield figure, turned


def _with_people(document: Document, ages: list[Figure]) -> Iterator[tuple[Figure, int]]:
    """Each age that stands beside the name of a person who is certain, with the person's number."""
    people, at = document.people, 0
    for figure in ages:
        while at < len(people) and people[at].end <= figure.start:
            at += 1
        before = people[at - 1] if at else None
        if before and _is_before(document, before, figure):
            yield figure, before.who
        elif at < len(people) and people[at].who >= 0 and people[at].start >= figure.end:
            gap = document.folded.lower[figure.end : min(people[at].start, figure.end + _BEFORE)]
            if people[at].start - figure.end < _BEFORE and _BEFORE_NAME.match(gap):
                yield figure, people[at].who


def _is_before(document: Document, person: Person, figure: Figure) -> bool:
    if person.who < 0 or person.possessive or person.modifier or figure.start - person.end > _BEFORE:
        return False
    lower = document.folded.lower
    if not _AFTER_NAME.fullmatch(lower, person.end, figure.start):
        return False
    return not _ANOTHER.search(lower, max(0, person.start - _BEFORE), person.start)


def _of_another_time(document: Document, *figures: Figure) -> bool:
    lower = document.folded.lower
    return any(_THEN.search(lower, max(0, one.start - _BEFORE), one.end + _BEFORE) for one in figures)


def _names_nobody(document: Document, figure: Figure) -> bool:
    """Whether no name stands right behind “the 32-year-old”, which would bring in somebody new."""
    return not any(figure.end <= one.start < figure.end + _BEFORE for one in document.people)


def pointing_back(document: Document) -> Iterator[Pair]:
    """“The 43 stores” after “34 stores”: a figure that points back and is a digit off the only one it can mean."""
    groups: dict[tuple[str, str, str], list[Figure]] = {}
    for figure in document.figures:
        if figure.kind in {"number", "money", "measure"} and figure.value > 0 and _noun(document, figure) is not None:
            groups.setdefault((figure.kind, figure.unit, _noun(document, figure) or ""), []).append(figure)
    for (kind, _, noun), same in groups.items():
        counts = Counter(one.value for one in same)
        for at, figure in enumerate(same):
            if at == 0 or counts[figure.value] > 1 or not _points_back(document, figure):
                continue
            earlier = (one for one in same[max(0, at - _BACK) : at] if _slip(document, figure, one, noun))
            other = next((one for one in earlier if not together(document, figure, one)), None)
            if (
                other
                and _of_a_year(document, figure) <= _of_a_year(document, other)
                and not (kind == "measure" and not _about(document, figure, other))
            ):
                yield figure, other


def _noun(document: Document, figure: Figure) -> str | None:
    """What is counted, with the words between the figure and it; None for a bare number, which may count anything."""
    if figure.kind == "measure":
        return ""
    if not figure.counted or figure.counted in NOT_HAPPENING_TO:
        return "" if figure.kind == "money" else None
    between = document.folded.lower[figure.end : max(figure.end, figure.counted_start)].strip(" -")
    return f"{between} {figure.counted}".strip()


def _points_back(document: Document, figure: Figure) -> bool:
    lower = document.folded.lower
    return bool(_POINTS_BACK.search(lower, max(0, figure.start - 8), figure.start))


def _slip(document: Document, here: Figure, there: Figure, noun: str) -> bool:
    """Whether two figures differ by swapped digits, or, where they name what they count, by one digit."""
    sentence: Span = document.sentence(here.start)
    one, other = printed(document, here), printed(document, there)
    if there.start >= sentence.start or min(len(one.strip("0")), len(other.strip("0"))) < 2:
        return False
    return swapped(one, other) or ((bool(noun) or here.kind == "measure") and differ_in_one(one, other))


def _of_a_year(document: Document, figure: Figure) -> bool:
    """Whether a year stands beside a figure, which tells it from the same thing of another year."""
    return any(time.isdigit() for time in context(document, figure).times)


def _about(document: Document, here: Figure, there: Figure) -> bool:
    """Whether the noun behind a measure, “the 430-metre bridge”, stands in the sentence of the other figure."""
    found = _NEXT_WORD.match(document.folded.lower, here.end)
    sentence = document.sentence(there.start)
    return found is not None and found[1] in document.folded.lower[sentence.start : sentence.end]


CHECKS: dict[str, Callable[[Document], Iterator[Pair]]] = {
    "age": two_ages,
    "pointing-back": pointing_back,
    "change": changes_wrong,
    "direction": directions_wrong,
    "of-a-change": of_a_change,
    "multiple": multiples_wrong,
    "share": shares_wrong,
    "over-all": shares_over_all,
    "parts": parts_wrong,
    "margin": margins_wrong,
}
# These report a figure with what it counts.
BY_NOUN = frozenset(("age", "pointing-back", "margin"))
