"""A total or a rest that its sentence announces, and that no figures before it make, in whatever words these stand."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import combinations

from newslint.document import Document
from newslint.kinds.marked_figures import ABOUT, MARK, Marked, Pair, marked
from newslint.language.figure import Figure
from newslint.language.labels import MONTHS
from newslint.patterns import regex
from newslint.records import NamedTuple

_TOGETHER = (
    "(?:together|combined|in all|in total|altogether|all told|all in all|taken together|put together|between them"
    "|added together)"
)
_THESE = "(?:those|these|the|both|all|its|their)"
_HOLD = (
    r"(?:have|has|had|holds?|held|comes? to|came to|makes?|made|total\w*|adds? up to|added up to|brings?|brought"
    r"|employs?|own|owns|amount\w* to|cost|won|took|can count on|could count on)"
)
_SOME = r"(?:[^⟨⟩;:.]|⟨[0-9]+⟩ (?=[a-z]))"
# What announces a total; its mark is the last of the expression.
_TOTALS = (
    regex(rf"^\W*(?:so |thus )?{_TOGETHER}\b,?(?: {_THESE} ⟨[0-9]+⟩)?[^⟨⟩;:]{{0,60}}?{ABOUT}{MARK}"),
    regex(
        r"^\W*(?:that|this|it|they|which)(?: (?:will|would|now|all))? (?:makes?|made|gives?|gave|adds? up to"
        rf"|added up to|comes? to|came to|amounts? to|amounted to)\b[^⟨⟩;:]{{0,25}}?{MARK}"
    ),
    regex(rf"^\W*{_THESE} (?:⟨[0-9]+⟩|pair)?(?: \w+){{0,2}}? ?{_TOGETHER}(?: {_HOLD})[^⟨⟩;:]{{0,25}}?{MARK}"),
    regex(rf"^[^⟨⟩;:]{{3,60}} and [^⟨⟩;:]{{3,40}} {_TOGETHER}[^⟨⟩;:]{{0,25}}? {ABOUT}{MARK}"),
    regex(rf"^[^⟨⟩;:]{{3,60}} and [^⟨⟩;:]{{3,40}} alone {_HOLD} {ABOUT}{MARK}"),
    regex(
        rf"\bwith (?:those|these|them|both|the)(?: [^\s⟨⟩]+| ⟨[0-9]+⟩){{0,3}}? (?:on (?:board|top|h\w+ side)|added"
        rf"|behind)\b[^⟨⟩;:]{{0,60}}?{MARK}"
    ),
    regex(rf"\b(?:can|could|will|would) (?:then |now )?count on (?:the votes of )?{MARK}"),
    regex(rf"\bto (?:finish|end)(?: up)? (?:on|with|at) {MARK}"),
    regex(rf"\b(?:bringing|brings?|brought|taking|takes|took) (?:the|its|their) {_SOME}{{2,60}}? to {ABOUT}{MARK}"),
    regex(rf"{MARK}(?: [\w'-]+){{0,2}},? {_TOGETHER}(?=[,.;]|$)"),
    regex(rf"\b(?:thus|therefore|then|hence)\b[^⟨⟩;:]{{0,25}} (?:have|has|had|cost|costs|be|is|make|makes) {MARK}"),
    regex(rf", an? (?:total|stock|fleet|force|haul|herd|sum) of {MARK}"),
)
# All of those before, by a number; told with more ease of other people and things, so that it takes more to be sure.
_ALL = (
    regex(
        rf"(?:^\W*|; )all {MARK}(?= (?:[\w'-]+ ){{0,4}}?(?:were|are|was|had|have|has|will|of|took|stood|voted|came|died"
        r"|survived|is)\b)(?!.*,? with\b)"
    ),
    regex(rf"^\W*(?:of )?(?:the|these|those) {MARK}(?= (?:[\w'-]+))"),
    regex(rf"[–—-] {MARK} (?:people|in all) [–—-]"),
)
_RESTS = (
    regex(rf"\b(?:that|this|which|it)(?: would| will)? (?:leaves?|left)\b[^⟨⟩;:]{{0,40}}?{MARK}"),
    regex(rf", leaving (?!(?:it|them|him|her|the \w+) at )[^⟨⟩;:]{{0,40}}?{MARK}"),
    regex(rf"\bso [^⟨⟩;:]{{2,30}} (?:has|have|had|is|are) (?:only |still |left with )?{MARK}"),
    regex(rf"\bthat (?:leaves|left) (?:him|her|them|it|us|me) with {MARK}"),
    regex(
        rf"{MARK}(?: of them| [a-z]+)? (?:are|were|is) still (?:being|missing|there|in|at|waiting|unaccounted"
        r"|to be|on)\b"
    ),
    regex(rf"\bnow (?:has|have|had|owns?|with) (?:only )?{MARK}(?!.*\b(?:with|new|born|bought|added|joined)\b)"),
)
_NOT_ALL = regex(
    r"\b(?:includ\w+|among (?:them|others)|average|per|every|others?(?! ⟨)|respectively|percent|so far|since"
    r"|previous\w*|first time|as many|at least|at most|up to|seeds?|ranked|years? old|aged|older|younger)\b"
)
# A number that was taken for a name or a score may be a part.
_UNREAD = regex(
    rf"\b(?:{'|'.join(MONTHS)})\.? [0-9]{{1,2}}\b"
    r"|(?<![⟨0-9.,])(?!(?:19|20)[0-9]{2}\b)([0-9]+(?:[.,][0-9]+)*)(?![0-9⟩])"
)
# “and a Dutchman”
_ONE_MORE = regex(r"(?:,|\band|\bplus|\bwith) (?:an?|one|another|his|her|their) [a-z]")
_MORE = 3
_SOME_ONLY = regex(r"\b(?:includ\w+|among (?:them|others)|average|per|every|respectively|at least|at most|so far)\b")
_EACH = regex(r"⟨([0-9]+)⟩(?: [\w'-]+)? (?:each|apiece)\b")
_PEOPLE = frozenset(
    "man woman boy girl child adult civilian soldier officer passenger pilot teenager student person victim member"
    " juror people son daughter sister brother refugee migrant prisoner hostage patient visitor protester resident"
    " worker singer player employee guard policeman policewoman dead pupil teacher tourist driver deputy".split()
)
_ANYONE = frozenset("people person victim dead".split())
_PERSON = regex("(?:er|or|ist|ee|man|woman|ian)$")
_HOUSE = frozenset("seat vote deputy member lawmaker senator mandate abstention councillor delegate".split())
_SPELLS = frozenset("day week month year hour minute second decade percent time season weekend night".split())
# “the two towers”: not told here for the first time.
_KNOWN = regex(r"\b(?:the|those|these|both|its|their) $")
_OF_THEM = regex(r" of (?:them|these|those|whom|which)\b")
_PAIR = regex(r"⟨0⟩(?: [\w'-]+){1,2} and ⟨1⟩(?: [\w'-]+){1,2}(?=[,.;]|$)")
_FEW = 5
_KINDS = frozenset(("number", "money", "measure"))
_BARE, _LARGE = 1000, 100
_NEAR, _OVER, _ROUNDED = 0.55, 1.7, 0.12
_MOST, _REACH = 8, 400


class Sum(NamedTuple):
    """What is announced: its place among the figures of its sentence, and how sure the words make it."""

    at: int
    rest: bool
    sure: bool


def made_before_wrong(document: Document) -> Iterator[Pair]:
    """Each total or rest that figures of its sentence or of the two before it do not make, with one of these."""
    told = marked(document)
    for position, here in enumerate(told):
        found = _announced(here)
        if found is None or _NOT_ALL.search(here.text):
            continue
        figure = here.figures[found.at]
        own = _alike(figure, here, here.figures[: found.at])
        behind = [one for one in told[max(0, position - 2) : position] if _beside(document, one, here)]
        before = [(one, _alike(figure, one, one.figures)) for one in behind]
        if not found.sure and not own and behind and _PAIR.search(behind[-1].text) and len(behind[-1].figures) == 2:
            # “340 paintings and 125 drawings. All 465 works”
            before[-1] = (behind[-1], [one._replace(counted="") for one in behind[-1].figures])
        parts = own if len(own) > 1 else [*(before[-1][1] if before else ()), *own]
        if len(parts) == 1 and len(before) > 1:
            parts = [*before[0][1], *parts]
        texts = [here.text, *(one.text for one in behind[-1:] if len(own) < 2)]
        if any(
            any(one[1] for one in _UNREAD.finditer(text)) or (not found.rest and _SOME_ONLY.search(text))
            for text in texts
        ):
            continue
        known = [figure for _, figures in before for figure in figures] + own
        parts = _without_their_sum(parts)
        if any(map(_ONE_MORE.search, texts)) and abs(sum(one.value for one in parts) - figure.value) <= _MORE:
            continue
        if 1 < len(parts) <= _MOST and _of_one_sort(parts) and _misses(document, figure, parts, known, found):
            yield figure, parts[0]


def _without_their_sum(parts: list[Figure]) -> list[Figure]:
    """Parts without the one that the others make."""
    most = max(parts, key=lambda one: one.value, default=None)
    if most and len(parts) > 2 and 2 * most.value == sum(one.value for one in parts):
        return [one for one in parts if one is not most]
    return parts


def _announced(sentence: Marked) -> Sum | None:
    text, figures = sentence
    for expressions, rest, sure in ((_TOTALS, False, True), (_RESTS, True, True), (_ALL, False, False)):
        for expression in expressions:
            if found := expression.search(text):
                at = int(found[found.lastindex or 1])
                return Sum(at, rest, sure) if figures[at].kind in _KINDS else None
    return None


def _beside(document: Document, before: Marked, here: Marked) -> bool:
    near = here.figures[0].start - before.figures[-1].end < _REACH
    return near and document.block(before.figures[0].start) == document.block(here.figures[0].start)


def _alike(whole: Figure, sentence: Marked, figures: Sequence[Figure]) -> list[Figure]:
    """The figures that may be parts of a whole, or make it up: of one unit; a bare one has that of the others."""
    each = {int(found[1]) for found in _EACH.finditer(sentence.text)}
    found: list[Figure] = []
    for at, one in enumerate(figures):
        mark = f"⟨{at}⟩"
        start = sentence.text.index(mark)
        end = start + len(mark)
        if one.value <= _FEW and _KNOWN.search(sentence.text, 0, start):
            continue
        if one.kind not in _KINDS or one.counted in _SPELLS or one.unit in _SPELLS or one.value <= 0:
            continue
        bare = {one.kind, whole.kind} == {"number", "money"} and not (one.counted and whole.counted)
        part = one._replace(counted="") if _OF_THEM.match(sentence.text, end) else one
        alike = (one.kind == whole.kind and one.unit == whole.unit) or (bare and min(one.value, whole.value) >= _BARE)
        if alike and _of_one_sort((part, whole)):
            found += [part] * (2 if at in each else 1)
    return found


def _of_one_sort(parts: Sequence[Figure]) -> bool:
    """Whether parts name one thing, or people of one kind and another."""
    nouns = {one.counted for one in parts} - {""}
    anyone = not nouns.isdisjoint(_ANYONE) and all(one in _PEOPLE or _PERSON.search(one) for one in nouns)
    return len(nouns) < 2 or nouns <= _PEOPLE or nouns <= _HOUSE or anyone


def _misses(
    document: Document, whole: Figure, parts: Sequence[Figure], known: Sequence[Figure], announced: Sum
) -> bool:
    """Whether neither the parts nor any others of the figures before make the whole, though they come near it."""
    if len(known) > _MOST or _said_elsewhere(document, whole):
        return False
    if any(one.value >= whole.value for one in parts) != announced.rest:
        return False
    hedged = any(one.qualifier for one in (whole, *parts))
    for number in range(2, len(known) + 1):
        for some in combinations(known, number):
            made = sum(one.value for one in some)
            most = max(one.value for one in some)
            if any(_is(whole, sum_, some, hedged=hedged) for sum_ in (made, 2 * most - made)):
                return False
    total = sum(one.value for one in parts)
    if announced.rest:
        most = max(one.value for one in parts)
        total = 2 * most - total
        return most > whole.value and total > 0 and _NEAR <= whole.value / total <= _OVER
    if not announced.sure and {one.counted for one in (whole, *parts)} == {""}:
        return False
    if not announced.sure and (len(parts) > 4 or not _one_slip(whole.value, total)):
        return False
    return _NEAR <= whole.value / total <= _OVER


def _said_elsewhere(document: Document, whole: Figure) -> bool:
    """Whether a number is told elsewhere, too: a small one of the same thing, or near by."""
    starts, counted = document.memo("figures by value", lambda: _by_value(document.figures))
    same: list[int] = starts.get(whole.value, [])
    if whole.value >= _LARGE:
        return any(start != whole.start for start in same[:2])
    alike: list[int] = counted.get((whole.value, whole.counted), [])
    if whole.counted and any(start != whole.start for start in alike[:2]):
        return True
    at = bisect_right(same, whole.start - _REACH)
    return any(abs(start - whole.start) < _REACH for start in same[at : at + 2] if start != whole.start)


def _by_value(figures: Sequence[Figure]) -> tuple[dict[float, list[int]], dict[tuple[float, str], list[int]]]:
    """Where each value stands, and each value of one thing; in their order."""
    starts: dict[float, list[int]] = {}
    counted: dict[tuple[float, str], list[int]] = {}
    for one in figures:
        starts.setdefault(one.value, []).append(one.start)
        counted.setdefault((one.value, one.counted), []).append(one.start)
    return starts, counted


def _one_slip(one: float, other: float) -> bool:
    """Whether two numbers differ by a little or by one digit."""
    off = str(int(abs(one - other))).rstrip("0")
    return len(off) == 1 and abs(one - other) <= 0.5 * other


def _is(whole: Figure, made: float, some: Sequence[Figure], *, hedged: bool) -> bool:
    off = sum(one.step for one in (whole, *some)) / 2 if whole.kind != "number" or whole.value >= _BARE else 0.0
    return abs(made - whole.value) <= max(min(off, 0.04 * whole.value), _ROUNDED * whole.value if hedged else 0.0)
