"""A whole, one part of it and the rest, or two parts and what they make, told in neighbouring sentences."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.document import Document
from newslint.kinds.marked_figures import ABOUT, MARK, WORD, Marked, Pair, marked
from newslint.language.figure import Figure
from newslint.patterns import regex

# “1,600 ploughs, plus another 80”, and in the next sentence “That makes 1,680”.
_TWO = regex(
    rf"{MARK}[^⟨⟩;:]{{0,90}}?\b(?:plus|and|as well as|with|on top of|along with) (?:the |its |their |his |her )?"
    rf"(?:(?:another|a further|an additional|an extra|some|about|around|nearly) ){{0,2}}{MARK}"
)
_FURTHER = regex(r"\b(?:plus|another|further|additional|extra|more)\b")
_MAKES = regex(
    rf"^\W*(?:that|this|together,? (?:they|these|the two)|the two(?: together)?|in all,? (?:that|this)|it all|they) "
    rf"(?:will |would |should |all |together ){{0,2}}(?:makes?|made|puts?|brings?|brought|comes?|came|gives?|gave"
    rf"|adds? up|added up|amounts?|amounted|totals?|totalled|totaled|works out)\b[^⟨⟩;]{{0,40}}?{MARK}"
)
_IN_ALL = regex(r"\b(?:in all|in total|altogether|all told|included|the total|total of|combined|overall|together)\b")
_SURPLUS = regex(r"\b(?:more than|less than|fewer than|at least|up from|down from|per|a (?:day|week|month|year))\b")
_SURELY = regex(r"\b(?:makes?|made|comes? to|came to|adds? up to|added up to|totals?|amounts? to)\b[^⟨⟩]{0,12}⟨")
# “13 million in all, of which 12 million is for …”, “one of four”, “of the 93 posts, 46 were …”
_PART_OF = (
    (regex(rf"{MARK}[^⟨⟩;]{{0,60}}?, of (?:which|whom) {ABOUT}{MARK}"), "WP"),
    (regex(rf"{MARK}[^⟨⟩;]{{0,60}}?, {MARK} of (?:which|whom|them)\b"), "WP"),
    (regex(rf"(?:^\W*|\b)of (?:the|its|their|his|her|those|these|all the) {MARK}[^⟨⟩;]{{1,50}}?, {MARK}"), "WP"),
    (regex(rf"{MARK}(?: {WORD})? of (?:the |its |their |his |her |those |these )?{MARK}(?= {WORD})"), "PW"),
    (regex(rf"\b(?P<one>one) of (?:the |its |their |his |her |those |these )?{MARK}(?= {WORD})"), "1W"),
)
_REST = (
    regex(rf"(?:^\W*|; |, (?:and |while )?)the (?:other|remaining|rest,?|remainder,?|balance,?) {MARK}"),
    regex(rf"\bthe other {MARK}"),
)
_OF_ALL = regex(rf"^\W*of (?:the|its|their|those|these) {MARK}(?: {WORD}){{0,3}}?, the (?:other|remaining) {MARK}")
# Words by which something is left out, or a third part is told without a figure.
_NOT_ALL = regex(
    r"\b(?:includ\w+|among|at least|mostly|average|per|each|more than|fewer|less than|up to|both|several|some|many|few"
    r"|others|respectively|about|nearly|almost|around|roughly|over|under|last year|previous\w*|not (?:yet )?count\w*)\b"
)
_ONE_MORE = regex(r"\b(?:one|another|none|neither)\b|\babstain\w*")
# A further sentence may stand between the two; characters.
_REACH = 350
_BARE = 100_000
_LEAST, _MOST = 0.6, 1.6
_UNITS = frozenset("day week month year hour minute second decade percent point time".split())


def rests_wrong(document: Document) -> Iterator[Pair]:
    """The sum, or the rest, that the figures before it do not leave, with one of these."""
    lower = document.folded.lower
    told = marked(document) if any(word in lower for word in ("the other", "the rest", "remain", "balance")) else ()
    for at, here in enumerate(told):
        rest = next((found for one in _REST if (found := one.search(here.text))), None)
        if rest is not None:
            yield from _rest(lower, told[max(0, at - 2) : at + 1], int(rest[1]), rest.start())
    for before, after in pairwise(marked(document)):
        yield from _made(document, before, after)


def _rest(lower: str, told: Sequence[Marked], rest: int, start: int) -> Iterator[Pair]:
    """The rest of a whole, told in its sentence or in one shortly before; nothing else is counted between."""
    here = told[-1]
    figure = here.figures[rest]
    for back, (text, figures) in enumerate(reversed(told)):
        for expression, order in _PART_OF:
            for found in expression.finditer(text[:start] if back == 0 else text):
                marks = [int(one) for one in found.groups() if one.isdigit()]
                whole, other = figures[marks[order == "PW"]], figures[marks[order == "WP"]]
                part = other._replace(value=1.0) if order == "1W" else other
                last = max(marks) + 1
                between = figures[last:rest] if back == 0 else [*figures[last:], *here.figures[:rest]]
                said = text[found.start() :] if back else text[found.start() : start + 30]
                if (
                    back < 2
                    and not [one for one in between if one.kind == whole.kind]
                    and figure.start - whole.start < _REACH
                    and not (_NOT_ALL.search(said) or _ONE_MORE.search(lower, max(whole.end, other.end), figure.start))
                    and _misses(whole, [part, figure])
                ):
                    yield figure, whole
                return
    of_all = _OF_ALL.match(here.text)
    if of_all and int(of_all[2]) == rest and len(told) > 1:
        whole = here.figures[int(of_all[1])]
        parts = [one for one in told[-2].figures if one.kind == "number" and one.value < whole.value]
        known = len(parts) == 1 and whole.counted and parts[0].counted == whole.counted
        if known and whole.start - parts[0].start < _REACH and _misses(whole, [parts[0], figure]):
            yield figure, whole


def _made(document: Document, before: Marked, after: Marked) -> Iterator[Pair]:
    """What two parts make by the sentence behind them: “That puts 1,680 ploughs on the streets in all”."""
    made = _MAKES.search(after.text)
    if made is None or not (_IN_ALL.search(after.text, made.start()) or _SURELY.search(made[0])):
        return
    whole, pairs = after.figures[int(made[1])], list(_TWO.finditer(before.text))
    if not pairs or (len(before.figures) > 2 and not _FURTHER.search(pairs[-1][0])):
        return
    parts = [before.figures[int(one)] for one in pairs[-1].groups()]
    beside = document.block(whole.start) == document.block(parts[0].start)
    if beside and whole.start - parts[-1].end < _REACH and not _SURPLUS.search(after.text[: made.end()]):
        hedged = any(one.qualifier for one in (whole, *parts))
        if _misses(whole, parts, 0.15 if hedged else 0.0):
            yield whole, parts[0]


def _misses(whole: Figure, parts: Sequence[Figure], leeway: float | None = None) -> bool:
    """Whether parts make another number than the whole, though near enough to be meant for it."""
    every = (whole, *parts)
    units = {one.unit for one in every} - {""}
    # “13 million yuan, of which 12 million”
    kinds = {whole.kind if one.value >= _BARE and not one.counted else one.kind for one in every}
    if len(kinds) > 1 or len(units) > 1 or kinds - {"number", "money"} or units & _UNITS:
        return False
    if any(one.value <= 0 or one.counted in _UNITS for one in every) or any(one.value >= whole.value for one in parts):
        return False
    nouns = {one.counted for one in every if one.counted}
    if leeway is None and (any(one.qualifier for one in every) or len(nouns) > 1):
        return False
    total = sum(one.value for one in parts)
    rounded = kinds == {"money"} or whole.value >= _BARE
    off = sum(one.step for one in every) / 2 if rounded else 0.0
    off = max(off, (leeway or 0.0) * total)
    return abs(total - whole.value) > off and (_LEAST <= total / whole.value <= _MOST or whole.value < 10)
