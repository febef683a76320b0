"""Numbers that are parts of another one: more than the whole, or not the whole that they are set out as."""

import re
from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.kinds.marked_figures import ABOUT, MARK, WORD, Pair, marked
from newslint.language.figure import Figure
from newslint.patterns import regex

# What is counted among others, and is no more than they are.
_PEOPLE = (
    r"(?:people|children|minors|women|men|girls|boys|civilians|policemen|police officers|officers|soldiers|foreigners"
    r"|students|pupils|teenagers|adults|passengers|crew members|workers|journalists|americans)"
)
_AMONG = regex(rf"{MARK}([^⟨⟩;:()]{{0,70}}?), {ABOUT}{MARK} of (?:them|whom|which|these|those)\b")
_INCLUDED = regex(
    rf"{MARK} (?:{WORD} )?{_PEOPLE}([^⟨⟩;:()]{{0,60}}?),? (?:including|among them) {ABOUT}{MARK}"
    rf" (?:{WORD} )?{_PEOPLE}\b"
)
_INCLUDED_THERE = regex(rf"{MARK}([^⟨⟩;:()]{{0,60}}?), including {ABOUT}{MARK}(?= (?:in|on|at|near) )")
_OF_THE = regex(rf"{MARK} of (?:the|its|their|his|her|these|those) (?:\w+ )?{MARK} (?={WORD})")
_GROUP = (
    r"(?:men|women|boys|girls|adults|children|civilians|soldiers|republicans|democrats|conservatives|liberals|teachers"
    r"|pupils|students|foreigners|officers|gold|silver|bronze|judges|minors)"
)
_PLACED = rf"(?:in|from|for|on|at|to) {WORD}(?: {WORD}){{0,3}}?"
_SPLIT = rf"(?: {WORD}){{0,6}}?(?:,|:| -+| [–—]| \()"
_PART = rf"{MARK}( (?:were |are |of them )?(?:{_GROUP}|{_PLACED}))"
_PARTS = (
    regex(rf"{MARK}{_SPLIT} ?{_PART}, {_PART},? and {_PART}(?=[,.;)]| [-–—]| to | who )"),
    regex(rf"{MARK}{_SPLIT} ?{_PART},? and {_PART}(?=[,.;)]| [-–—]| to | who | and )"),
    regex(rf"\bof (?:the |its |their )?{MARK}(?: {WORD}){{0,4}}?, {_PART},? and {_PART}\b"),
)
_NOT_ALL = regex(
    r"\b(?:includ\w+|among|others?|at least|mostly|each|rest|another|more|further|additional|injured|wounded|first"
    r"|last|average|per|every|missing|fewer|less|up to|also|both|seasons?|years?|months?|weeks?|days?|hours?|minutes?"
    r"|games|matches|points|goals|times|runs|respectively|about|some|nearly|almost)\b"
)
# Of these a part is left out by no writer who names two.
_COMPLETE: tuple[set[str], ...] = (
    {"men", "women"}, {"boys", "girls"}, {"adults", "children"}, {"republicans", "democrats"},
    {"soldiers", "civilians"}, {"men", "women", "children"}, {"gold", "silver", "bronze"}, {"teachers", "pupils"},
)  # fmt: skip
_GOES_ON = regex(r"(?:,| and|,? plus|;)(?: and)? (?:\w+ ){0,2}(?:⟨|an? |one )")
_TOGETHER = regex(rf"{_PART} and {_PART},? (?:or )?{MARK}(?: {WORD})? (?:in all|in total|altogether|all told)\b")
_THREE_TOGETHER = regex(
    rf"{_PART},? {_PART},? and {_PART}(?: {WORD}){{0,2}},? (?:or )?{MARK}(?: {WORD})? (?:in all|in"
    rf" total|altogether|all told)\b"
)
_WHOLE = frozenset(("member", "seat", "judge", "juror", "senator", "councillor", "director", "delegate"))
_NAMED = frozenset(
    "men women boys girls adults children civilians soldiers republicans democrats conservatives liberals teachers "
    "pupils students foreigners officers gold silver bronze judges minors".split()
)


def parts_wrong(document: Document) -> Iterator[Pair]:
    """A part that is more than the whole, or parts that are not the whole they are set out as."""
    for text, figures in marked(document):
        for expression in (_AMONG, _INCLUDED, _INCLUDED_THERE):
            for found in expression.finditer(text):
                whole, part = figures[int(found[1])], figures[int(found[found.lastindex or 1])]
                if _counts(whole) and _counts(part) and part.value > whole.value and " and " not in found[2]:
                    yield part, whole
        for found in _OF_THE.finditer(text):
            part, whole = (figures[int(number)] for number in found.groups())
            if _counts(whole) and _counts(part) and not part.counted and part.value > whole.value and whole.counted:
                yield part, whole
        yield from _set_out(text, figures)


def _set_out(text: str, figures: Sequence[Figure]) -> Iterator[Pair]:
    """Wholes whose parts stand beside them, one after the other, and make another number."""
    seen: set[str] = set()
    for expression in _PARTS if len(figures) > 2 else ():
        for found in expression.finditer(text):
            fresh = not seen.intersection(found.groups()[::2])
            seen.update(found.groups()[::2])
            if fresh and not _NOT_ALL.search(text, found.start(), found.end() + 30) and not _is_one_of_them(found):
                goes_on = _GOES_ON.match(text, found.end()) is not None
                yield from _do_not_sum(found.groups(), figures, goes_on=goes_on)
    together = _THREE_TOGETHER.search(text) or _TOGETHER.search(text)
    if together:
        *parts, whole = (figures[int(number)] for number in together.groups()[::2])
        total = sum(one.value for one in parts)
        # what stands before them in a clause of its own may be another part
        totals = {total, *(total + one.value for one in figures if one.start < parts[0].start)}
        if all(map(_counts, (*parts, whole))) and whole.value not in totals:
            yield whole, parts[0]


def _is_one_of_them(found: re.Match[str]) -> bool:
    """Whether the whole is itself the first of the list: “30 nurses to Leeds, 40 to York and 20 to Hull”."""
    placed = found[3].split()[0]
    return f" {placed} " in found.string[found.end(1) : found.start(2)]


def _counts(figure: Figure) -> bool:
    return figure.kind == "number" and figure.value % 1 == 0


def _do_not_sum(groups: Sequence[str | None], figures: Sequence[Figure], *, goes_on: bool) -> Iterator[Pair]:
    """The whole and the first of its parts, where they are more together, or less and nobody is left out."""
    whole, *parts = (figures[int(number or 0)] for number in (groups[0], *groups[1::2]))
    first, *others = ((words or "").split() for words in groups[2::2])
    named = first[-1] in _NAMED
    if len({whole.kind, *(one.kind for one in parts)}) > 1 or any(one.qualifier for one in (whole, *parts)):
        return
    if whole.kind not in {"number", "money"} or len({whole.unit, *(one.unit for one in parts)}) > 1:
        return
    if any((other[-1] in _NAMED) != named or (not named and other[0] != first[0]) for other in others):
        return
    if whole.kind == "number" and (not (whole.counted or whole.state) or not all(map(_counts, (whole, *parts)))):
        return
    if not named and whole.kind == "number" and any(one.counted not in {"", whole.counted} for one in parts):
        return
    total = sum(one.value for one in parts)
    off = sum(one.step / 2 for one in (whole, *parts)) if whole.kind == "money" else 0.0
    if whole.kind == "money" and (total - whole.value <= 0.03 * whole.value or len(parts) > 2):
        return
    names = {first[-1], *(other[-1] for other in others)}
    complete = (not goes_on and names in _COMPLETE) or (not named and not goes_on and whole.counted in _WHOLE)
    if total - whole.value > off / 2 or (complete and whole.kind == "number" and total < whole.value):
        yield whole, parts[0]
