"""A compiled template: which words must occur before it is worth trying, and where in an article it matches."""

import pickle
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal as OneOf

from newslint.document import Document
from newslint.lexicon import Lexicon
from newslint.matching import anchors, steps
from newslint.matching.slots import WORD_OR_MARK, Condition, Value, index
from newslint.matching.template import Blank, Choice, Literal, Mark, Slot, walk
from newslint.matching.template import Sequence as Template
from newslint.matching.words import Hits, pairs_of, words_of
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.span import Span

# How far to the left of an anchor word a match may begin, in characters.
REACH = 400
# Slots that the article's annotations fill, rarest first: a pattern of common words only is driven by one of these.
DRIVING = (
    "handle", "url", "measure", "percent", "money", "quote", "time", "date", "month", "weekday", "year", "age",
    "title", "number", "acronym", "org", "place", "person",
)  # fmt: skip

_BLANK = regex(r"\s")
# Where in its paragraph a match must stand: anywhere, at its start, or all of it.
Bound = OneOf["", "start", "line"]
# What may stand before and after the words of a line without being part of what it says.
TRIM = " \t*·•|–—-»›>«‹<→#:;.,!…_~=+\u00a0"


class Found(NamedTuple):
    """One match: the part to report, the whole match, and the slots by name."""

    span: Span
    whole: Span
    slots: dict[str, Value]


class Plan(NamedTuple):
    """What a template asks of an article, known without making it ready to run; can be kept in a file.

    ``anchors``: words one of which must occur; None where the slot ``driver`` is looked for instead. ``needs``: sets
    of words of each of which one must occur; ``pairs``: the same for two words in a row. ``openers``: the words and
    marks a match can begin with, if that is known; ``first``: the slots it can begin with. ``names``: its slots by
    name.
    """

    template: bytes
    names: frozenset[str]
    anchors: frozenset[str] | None
    needs: tuple[frozenset[str], ...]
    pairs: tuple[frozenset[tuple[str, str]], ...]
    driver: Slot | None
    leading: bool
    first: tuple[Slot, ...] | None
    openers: frozenset[str] | None
    blank: bool
    view: str
    across: bool
    bound: Bound


class Pattern:
    """A template with its conditions and word lists; the steps that match it are made when first asked for."""

    def __init__(self, plan: Plan, lexicon: Lexicon, where: Sequence[Condition]) -> None:
        self.plan = plan
        self.anchors = plan.anchors
        self.bound = plan.bound
        self._lexicon = lexicon
        self._where = where

    @cached_property
    def step(self) -> steps.Step:
        template = pickle.loads(self.plan.template)  # noqa: S301 - what plan() wrote
        return steps.compile_sequence(template, self._lexicon, _final(self._where, self.bound), self.plan.view)

    def worth(self, document: Document) -> bool:
        """Whether an article holds all the words that a match needs, those in a row in a row."""
        hits, known = words_of(document).hits, pairs_of(document)
        needs, pairs = self.plan.needs, self.plan.pairs
        return not any(map(known.isdisjoint, pairs)) and all(any(word in hits for word in words) for words in needs)


def plan(  # noqa: PLR0913 - what a rule may say of a template
    template: Template,
    lexicon: Lexicon,
    *,
    exact_case: bool = False,
    raw: bool = False,
    across: bool = False,
    bound: Bound = "",
) -> Plan:
    """What a template asks of an article."""
    needed = anchors.needed(template, lexicon)
    best = anchors.rarest(needed)
    driver = None
    if best is None or best.common:
        slots = [node for node in template if isinstance(node, Slot) and node.type in DRIVING]
        driver = min(slots, key=lambda slot: DRIVING.index(slot.type), default=None)
    view = "raw" if raw else "plain" if exact_case else "lower"
    body = [node for node in template if not isinstance(node, Mark)]
    # of alternatives and list entries the anchor may be a later word, so a match need not begin with it
    leading = best is not None and driver is None and best.node is body[0] and isinstance(best.node, Literal)
    return Plan(
        template=pickle.dumps(template, pickle.HIGHEST_PROTOCOL),
        names=frozenset(node.name for node in walk(template) if isinstance(node, Slot) and node.name),
        anchors=best.words if best and driver is None else None,
        needs=tuple(one.words for one in needed),
        pairs=tuple(anchors.pairs(template, lexicon)) if not raw else (),
        driver=driver,
        leading=leading,
        first=_first(template),
        openers=anchors.openers(template, lexicon) if not raw else None,
        blank=bool(body) and isinstance(body[0], Blank),
        view=view,
        across=across,
        bound=bound,
    )


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
    return Pattern(made, lexicon, where)


def _final(where: Sequence[Condition], bound: Bound) -> steps.Step:
    def end(state: steps.State, at: int) -> bool:
        if at > state.limit or (bound == "line" and state.document.text[at : state.limit].strip(TRIM)):
            return False
        if not all(condition(state.slots) for condition in where):
            return False
        state.end = at
        return True

    return end


def _first(template: Template) -> tuple[Slot, ...] | None:
    """The annotation slots with which a match can begin; None where it can begin otherwise."""
    for node in template:
        if isinstance(node, Mark):
            continue
        if isinstance(node, Slot):
            return (node,) if node.type in DRIVING else None
        if isinstance(node, Choice) and () not in node.branches:
            firsts = [_first(branch) for branch in node.branches]
            return tuple(slot for first in firsts if first for slot in first) if None not in firsts else None
        return None
    return None


def run(pattern: Pattern, document: Document, hits: Hits) -> Iterator[Found]:
    """All matches in reading order, none overlapping another."""
    if not pattern.worth(document):
        return
    state = steps.State(document, getattr(document.folded, pattern.plan.view))
    done = -1
    for area, starts in _starts(pattern.plan, document, hits):
        state.limit = area.end
        for start in starts:
            if start < done:
                continue
            state.slots, state.mark, state.marked = {}, None, None
            if pattern.step(state, start):
                whole = Span(start, state.end)
                yield Found(state.marked or whole, whole, dict(state.slots))
                done = max(state.end, start + 1)


def _starts(plan: Plan, document: Document, hits: Hits) -> Iterator[tuple[Span, Iterable[int]]]:
    """Sentence by sentence (or paragraph, for ``across``), the offsets at which a match may begin."""
    if plan.anchors is None:
        driver = plan.driver
        places = sorted(index(document, driver.type, driver.argument)) if driver else _anywhere(plan, document)
    else:
        places = sorted(at for word in plan.anchors if word in hits for at in hits[word])
    area_of: Callable[[int], Span] = document.paragraph if plan.across else document.sentence
    at = 0
    while at < len(places):
        area = area_of(places[at])
        end = max(bisect_left(places, area.end, at), at + 1)
        yield area, _candidates(plan, document, area, places[at:end])
        at = end


def _anywhere(plan: Plan, document: Document) -> list[int]:
    if plan.openers is not None:
        return list(words_of(document).within(plan.openers, 0, len(document.text)))
    begins = _BLANK if plan.blank else WORD_OR_MARK
    return [match.start() for match in begins.finditer(document.folded.plain)]


def _candidates(plan: Plan, document: Document, area: Span, here: list[int]) -> Iterable[int]:
    if plan.bound:
        text = document.text[area.start : area.end]
        return sorted({area.start + len(text) - len(text.lstrip(marks)) for marks in (None, TRIM)})
    if plan.anchors is None and plan.driver is None:
        return here
    if plan.leading:
        return sorted({place for at in here for place in (at, _run_start(document.folded.plain, at))})
    last = here[-1]
    if plan.first is not None:
        indexes = [index(document, slot.type, slot.argument) for slot in plan.first]
        return sorted({at for known in indexes for at in _between(known, area.start, last)})
    first, end = max(area.start, here[0] - REACH), min(last + 1, area.end)
    if plan.openers is not None:
        return words_of(document).within(plan.openers, first, end)
    begins = _BLANK if plan.blank else WORD_OR_MARK
    return [match.start() for match in begins.finditer(document.folded.plain, first, end)]


def _between(known: Mapping[int, object], first: int, last: int) -> Iterable[int]:
    if last - first < len(known):
        return (at for at in range(first, last + 1) if at in known)
    return (at for at in known if first <= at <= last)


def _run_start(text: str, at: int) -> int:
    """The start of the hyphenated run that holds a word: an anchor may be the second part of “so-called”."""
    while at and (text[at - 1].isalnum() or text[at - 1] in "-'"):
        at -= 1
    return at
