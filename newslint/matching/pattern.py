"""A compiled template: which words must occur before it is worth trying, and where in an article it matches."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from newslint.document import Document
from newslint.lexicon import Lexicon
from newslint.matching import slots, steps
from newslint.matching.plan import Bound, Plan, plan
from newslint.matching.signs import TRIM, beginnings
from newslint.matching.slots import WORD_OR_MARK, Condition, Value, index
from newslint.matching.tails import tails
from newslint.matching.template import Sequence as Template
from newslint.matching.words import words_of
from newslint.packfile import unpickled
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.span import Span

# How far to the left of an anchor word a match may begin, in characters.
REACH = 400
_BLANK = regex(r"\s")


class Found(NamedTuple):
    """One match: the part to report, the whole match, and the slots by name."""

    span: Span
    whole: Span
    slots: dict[str, Value]


class Pattern:
    """A template with its conditions and word lists; the steps that match it are made when first asked for."""

    def __init__(self, planned: Callable[[], Plan], lexicon: Lexicon, where: Sequence[Condition]) -> None:
        self._planned = planned
        self._lexicon = lexicon
        self._where = where

    @property
    def plan(self) -> Plan:
        return self._planned()

    @cached_property
    def step(self) -> steps.Step:
        template = unpickled(self.plan.template)  # what plan() wrote
        return steps.compile_sequence(template, self._lexicon, _final(self._where, self.plan.bound), self.plan.view)


def compile_template(  # noqa: PLR0913 - what a rule may say of a template
    template: Template,
    lexicon: Lexicon,
    where: Sequence[Condition],
    *,
    exact_case: bool = False,
    raw: bool = False,
    across: bool = False,
    bound: Bound = "",
) -> Pattern:
    """Makes a template runnable; ``where`` must hold of its slots."""
    made = plan(template, lexicon, exact_case=exact_case, raw=raw, across=across, bound=bound)
    return Pattern(lambda: made, lexicon, where)


def _final(where: Sequence[Condition], bound: Bound) -> steps.Step:
    def end(state: steps.State, at: int) -> bool:
        if at > state.limit or (bound == "line" and state.document.text[at : state.limit].strip(TRIM)):
            return False
        if not all(condition(state.slots) for condition in where):
            return False
        state.end = at
        return True

    return end


def run(pattern: Pattern, document: Document, regions: frozenset[str] = frozenset()) -> Iterator[Found]:
    """All matches in reading order, none overlapping another; ``regions``: those that are looked at, if not all."""
    state: steps.State | None = None
    done = -1
    for area, starts in _starts(pattern.plan, document, regions):
        if state is None:
            state = steps.State(document, getattr(document.folded, pattern.plan.view))
            step = pattern.step
        state.limit = area.end
        for start in starts:
            if start < done:
                continue
            state.slots, state.mark, state.marked = {}, None, None
            if step(state, start):
                whole = Span(start, state.end)
                yield Found(state.marked or whole, whole, dict(state.slots))
                done = max(state.end, start + 1)


def _starts(plan: Plan, document: Document, regions: frozenset[str]) -> Iterator[tuple[Span, Iterable[int]]]:
    """Sentence by sentence (or paragraph, for ``across``), the offsets at which a match may begin."""
    places = _places(plan, document)
    beside: list[Sequence[int]] = [words_of(document).places_of(words) for words in plan.beside] if places else []
    if places:
        beside += (slots.twice(document, *one, across=plan.across) for one in plan.twice)
    # from one of the rarest to the next
    rare = min(beside, key=len, default=places)
    rare = rare if 2 * len(rare) < len(places) else places
    area_of: Callable[[int], Span] = document.paragraph if plan.across else document.sentence
    at = first = 0
    while at < len(rare):
        area = area_of(rare[at])
        first = bisect_left(places, area.start, first) if rare is not places else at
        end = bisect_left(places, area.end, first)
        if rare is places:
            end = max(end, at + 1)
        if first < end and (not regions or ((block := document.block(places[first])) and block.region in regions)):
            for line in (area, *tails(document).get(area.start, ())) if plan.bound else (area,):
                if all(_stands(known, line) for known in beside) and (
                    plan.most is None or _blanks(document, line) <= plan.most
                ):
                    yield line, _candidates(plan, document, line, places[first:end])
        at = end if rare is places else max(bisect_left(rare, area.end, at), at + 1)


def _stands(places: Sequence[int], area: Span) -> bool:
    """Whether one of some places is in an area."""
    first = bisect_left(places, area.start)
    return first < len(places) and places[first] < area.end


def _blanks(document: Document, area: Span) -> int:
    """How many blanks stand between the words of a line."""
    known: dict[int, int] = document.memo("blanks", dict)
    if area.start not in known:
        text = document.text[area.start : area.end]
        known[area.start] = max(len(text.strip(TRIM).split()) - 1, 0)
    return known[area.start]


def _places(plan: Plan, document: Document) -> Sequence[int]:
    """Where the anchor of a template stands, or what drives it."""
    if plan.bound and plan.openers is not None:
        known = beginnings(document)
        return sorted(at for word in plan.openers.intersection(known) for at in known[word])
    if plan.anchor is None:
        return (
            sorted(index(document, plan.driver.type, plan.driver.argument))
            if plan.driver
            else _anywhere(plan, document)
        )
    words = words_of(document)
    found = words.places_of(plan.anchor)
    return sorted([*found, *(at for two in plan.twos for at in words.pairs(*two))]) if plan.twos else found


def _anywhere(plan: Plan, document: Document) -> Sequence[int]:
    if plan.openers is not None:
        return words_of(document).places_of(plan.openers)
    begins = _BLANK if plan.blank else WORD_OR_MARK
    return [match.start() for match in begins.finditer(document.folded.plain)]


def _candidates(plan: Plan, document: Document, area: Span, here: Sequence[int]) -> Iterable[int]:
    if plan.bound:
        text = document.text[area.start : area.end]
        return sorted({area.start + len(text) - len(text.lstrip(marks)) for marks in (None, TRIM)})
    if plan.leading or (plan.anchor is None and plan.driver is None):
        return here
    if plan.first is not None:
        indexes = [index(document, slot.type, slot.argument) for slot in plan.first]
        return sorted({at for known in indexes for at in _between(known, area.start, here[-1])})
    if plan.blanks is None:
        return _openings(plan, document, max(area.start, here[0] - REACH), min(here[-1] + 1, area.end))
    starts = [_back(document.folded.lower, at, plan.blanks, area.start) for at in here]
    found = [at for start, last in zip(starts, here, strict=True) for at in _openings(plan, document, start, last + 1)]
    return found if len(here) == 1 else sorted({*found})


def _openings(plan: Plan, document: Document, first: int, end: int) -> Iterable[int]:
    """Where between two offsets a match may begin."""
    if plan.openers is not None:
        return words_of(document).within(plan.openers, first, end)
    begins = _BLANK if plan.blank else WORD_OR_MARK
    return [match.start() for match in begins.finditer(document.folded.plain, first, end)]


def _back(text: str, at: int, blanks: int, first: int) -> int:
    """The offset after the blanks that stand before so many others to the left of a place; at least ``first``."""
    first = max(first, at - REACH)
    for _ in range(blanks + 1):
        blank = text.rfind(" ", first, at)
        if blank < 0:
            return first
        at = blank
        while at > first and text[at - 1] == " ":
            at -= 1
    return blank + 1


def _between(known: Mapping[int, object], first: int, last: int) -> Iterable[int]:
    if last - first < len(known):
        return (at for at in range(first, last + 1) if at in known)
    return (at for at in known if first <= at <= last)
