"""What a template asks of an article: which words must occur before it is worth trying, and where to begin."""

from typing import Literal as OneOf

from newslint.lexicon import Lexicon
from newslint.matching import anchors
from newslint.matching.frequency import COMMON
from newslint.matching.signs import Signs, by_rarity, weight
from newslint.matching.slots import MOST_WORDS
from newslint.matching.template import Blank, Choice, Literal, Mark, Node, Slot, walk
from newslint.matching.template import Sequence as Template
from newslint.records import NamedTuple

# Slots that the article's annotations fill, and how many of each stand in a hundred articles of 5 KB, roughly: one of
# them drives a pattern of commoner words.
DRIVING = {
    "handle": 5, "url": 5, "measure": 60, "percent": 80, "money": 100, "quote": 400, "time": 40, "date": 300,
    "month": 150, "weekday": 300, "year": 200, "age": 60, "title": 600, "number": 1500, "acronym": 600, "org": 700,
    "place": 1500, "person": 1500,
}  # fmt: skip
# Where in its paragraph a match must stand: anywhere, at its start, or all of it.
Bound = OneOf["", "start", "line"]
# A sentence is not looked through for one of more words than this.
_MANY = 1000


class Plan(NamedTuple):
    """What a template asks of an article, known without making it ready to run; can be kept in a file.

    ``signs``: what an article must hold. ``anchor``: words, one of which, or of ``twos`` two in a row, stands in
    every match; None where the slot ``driver`` is looked for instead. ``leading``: a match begins with its anchor;
    ``blanks``: with how many blanks between its beginning and its anchor, if that is known. ``words``: what an
    editor would say it looks for. ``beside``: of each of these sets of words one stands in the sentence of a match.
    ``openers``: the words and marks a match can begin with, if that is known; ``first``: the slots it can begin
    with. ``twice``: the slots of which a match holds two that differ. ``names``: its slots. ``most``: how many blanks
    a match has at most, if that is known and the match is a whole line.
    """

    template: bytes
    names: frozenset[str]
    signs: Signs
    anchor: frozenset[str] | None
    twos: tuple[tuple[str, str], ...]
    leading: bool
    blanks: int | None
    words: tuple[str, ...]
    beside: tuple[frozenset[str], ...]
    driver: Slot | None
    first: tuple[Slot, ...] | None
    twice: tuple[tuple[str, str], ...]
    openers: frozenset[str] | None
    blank: bool
    view: str
    across: bool
    bound: Bound
    most: int | None


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
    import pickle  # few runs read a template

    needed = anchors.needed(template, lexicon)
    pairs = anchors.pairs(template, lexicon) if not raw else []
    openers = anchors.openers(template, lexicon) if not raw else None
    body = tuple(node for node in template if not isinstance(node, Mark))
    begins = [frozenset(("", word) for word in openers)] if bound and openers else []
    best = anchors.rarest((*needed, *pairs))
    slot = min(_slots(template), key=lambda one: DRIVING[one.type], default=None)
    filled = [(one.type, one.argument) for one in _slots(template)]
    driver = slot if slot and (best is None or weight(best.signs) > DRIVING[slot.type]) else None
    # from where a match may begin there is no way to go back
    leading = bool(openers) and (best is None or weight(openers or ()) <= 2 * weight(best.signs)) and driver is None
    signs = openers if leading and openers else best.signs if best else frozenset()
    return Plan(
        template=pickle.dumps(template, pickle.HIGHEST_PROTOCOL),
        names=frozenset(node.name for node in walk(template) if isinstance(node, Slot) and node.name),
        signs=by_rarity([*(one.signs for one in (*needed, *pairs)), *begins]),
        anchor=frozenset(one for one in signs if isinstance(one, str)) if signs and driver is None else None,
        twos=tuple(sorted(one for one in signs if not isinstance(one, str))) if driver is None else (),
        leading=leading,
        blanks=_blanks(body, best.node, lexicon) if best and driver is None and not raw else None,
        words=_named(needed, driven=slot is not None),
        beside=tuple(one.signs for one in needed if one.signs != signs and len(one.signs) < _MANY)[:3],
        driver=driver,
        first=_first(template),
        twice=tuple(sorted({one for one in filled if filled.count(one) > 1})),
        openers=openers,
        blank=bool(body) and isinstance(body[0], Blank),
        view="raw" if raw else "plain" if exact_case else "lower",
        across=across,
        bound=bound,
        most=_blanks(body, body[-1], lexicon) if bound == "line" and body and not raw else None,
    )


def _named(needed: list[anchors.Anchor], *, driven: bool) -> tuple[str, ...]:
    """The shortest of some sets of words, one without the commonest if there is any; none where a slot says more."""
    ranked = [(not COMMON.isdisjoint(one.signs), len(one.signs), sorted(one.signs)) for one in needed]
    common, _, words = min(ranked, default=(True, 0, []))
    return () if common and driven else tuple(words)


def _slots(template: Template) -> list[Slot]:
    return [node for node in template if isinstance(node, Slot) and node.type in DRIVING]


def _blanks(body: Template, anchor: Node, lexicon: Lexicon) -> int | None:
    """How many runs of blanks may stand before the anchor, or inside it; None where that is not known."""
    total = 0
    for node in body:
        count = _blanks_in(node, lexicon)
        if count is None:
            return None
        total += count
        if node is anchor:
            return total
    return None


def _blanks_in(node: Node, lexicon: Lexicon) -> int | None:
    match node:
        case Blank():
            return 1
        case Literal() | Mark() | Slot(type="word"):
            return 0
        case Slot(type="words", argument=most):
            return int(most or MOST_WORDS) - 1
        case Slot(type="one-of", argument=name):
            return lexicon.memo(("blanks", name), lambda: max(entry.count(" ") for entry in lexicon.entries(name)))
        case Choice(branches=branches):
            counts = [[_blanks_in(one, lexicon) for one in branch] for branch in branches]
            known = [sum(count for count in branch if count is not None) for branch in counts if None not in branch]
            return max(known) if len(known) == len(counts) else None
        case _:
            return None


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
