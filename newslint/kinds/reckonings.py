"""Figures of one sentence that the words between them join to a sum: a total, the rest of a whole, two sides of one."""

from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.kinds.marked_figures import ABOUT, MARK, WORD, Pair, marked
from newslint.language.figure import Figure
from newslint.patterns import regex

_WORDS = rf"(?: {WORD})"
_THE = "(?:the|its|their|his|her)"
_OTHER = f"the (?:other|remaining) {MARK}"
_SEXES = "(?:men|women|boys|girls|males|females)"
_HOLD = (
    "(?:hold|held|make up|made up|account(?:ed)? for|occup(?:y|ied)|comprised?|form(?:ed)?|fill(?:ed)?|won|have|had)"
)
_MEMBERS = (
    "(?:members|senators|justices|judges|councillors|councilors|council members|commissioners|lawmakers|deputies)"
)
_PARTY = r"(?:republicans|democrats|conservatives|liberals|labour members|socialists|independents|nationalists)"
# In points of per cent: what is lost where two shares are rounded.
_LEEWAY = 1.1
_SPELLS = frozenset("day week month year hour minute decade time percent point".split())
# “1,400 jobs, 850 of them in Ohio and the other 650 in Indiana”, and two more orders of whole, part and rest.
_RESTS = (
    (regex(rf"{MARK}{_WORDS}{{0,4}}?,? {MARK} of (?:them|which|whom)\b[^⟨⟩;]{{0,60}}? {_OTHER}"), "WPR"),
    (regex(rf"\bof {_THE} {MARK}[^⟨⟩;]{{0,50}}?,? {MARK}[^⟨⟩;]{{0,60}}? {_OTHER}"), "WPR"),
    (regex(rf"{MARK} of (?:{_THE} )?{MARK}[^⟨⟩;]{{0,70}}? {_OTHER}"), "PWR"),
)  # fmt: skip
_OTHER_SHARE = regex(rf"{MARK}[^⟨⟩;]{{1,70}}? {_OTHER}")
_TOTAL = regex(
    r"(?:,| -+| –| —)(?: or| and)?(?: for| making| giving| bringing| which makes| to make| that is)?(?: an?| the)?"
    r"(?: combined| overall| grand)? (?:total|sum)(?: cost| bill| price)?(?: of| to)"
    rf" (?:an? |some )?{MARK}"
)
_TAKING = regex(
    rf",? (?:taking|bringing|pushing|lifting) (?:the|its|their|his|her) (?:{WORD}"
    rf" )??(?:(?:total|number|sum|bill) (?:of|for) )?"
    rf"(?:the )?(?:year|season|month|week|day|session|term|summer|winter|spring|autumn|fall)'s"
    rf" [^⟨⟩,;]{{3,30}}? to {MARK}(?=[,.;]| {WORD}[,.;])"
)
_COMBINED = regex(rf",? (?:for|making|giving) a combined {MARK}(?=[,.;]| {WORD}[,.;])")
_ALTOGETHER = regex(rf", (?:or )?{MARK}{_WORDS}? (?:in all|in total|altogether|all told|combined)\b")
_LISTED = regex(
    rf"{MARK}(?: {WORD}){{1,2}}: {MARK}(?: {WORD}){{0,2}} ({WORD})(?:, {MARK}(?: {WORD}){{0,2}} \3){{1,3}},?"
    rf" and {MARK}(?: {WORD}){{0,2}} \3(?=[.;,])"
)
_ANY_MARK = regex(MARK)
_BY_SEX = regex(
    rf"\b{_SEXES} {_HOLD} {ABOUT}{MARK}(?: of{_WORDS}{{1,5}}?)?,?(?: and| while| with| against)? {_SEXES}"
    rf"(?: {_HOLD})? {ABOUT}{MARK}"
)
_FOR_AND_AGAINST = regex(
    rf"{MARK}(?: of{_WORDS}{{1,3}}?)? (?:voting |voted |were |was )?(?:in favou?r|for|yes|supporting|in support"
    rf"|approving)(?: of{_WORDS}{{1,3}})?,?(?: and| to| while| with)? {MARK}(?: voting| voted| were)?"
    r" (?:opposed|against|no|opposing)\b"
)
_TO_THE_OPPONENT = regex(
    rf"{MARK}(?: of the votes?)?,? (?:to|against|compared with) (?:his|her|their)(?: {WORD})?"
    rf" (?:opponent|rival|challenger)(?:'s?)? {MARK}"
)
_ALL_VOTING = regex(
    r"(?<![\w-])([0-9]{1,3})(?:-|–| to )([0-9]{1,3})(?: vote)?,? (?:[^⟨⟩,;]{0,40},? )?with all (?:of )?(?:its )?"
    rf"{MARK}(?: of (?:its|the))? (?:{WORD} )?{_MEMBERS} (?:voting|present|taking part)"
)
_SEATS = regex(
    rf"{MARK}-(?:seat|member)(?: {WORD}){{1,3}}?,? [^⟨⟩;]{{0,40}}?{MARK} {_PARTY}(?: and|,|,? while)? {MARK}"
    rf" {_PARTY}(?=[.,;])"
)
_SORTED = regex(
    rf"\bof {_THE} {MARK}[^⟨⟩;]{{0,45}}?, {MARK}(?: were| was)?"
    r" (?:accepted|approved|passed|survived|admitted|for)\b"
    rf"[^⟨⟩;]{{0,20}}? and {MARK}(?: were| was)? (?:rejected|refused|failed|died|turned down|against)\b"
)
# “share out 90 seats; it gave 40 to residents, 30 to traders and 35 to unions”
_SHARED_OUT = regex(
    rf"{MARK}[^⟨⟩]{{1,70}}?[ :;,-] ?{MARK}(?: {WORD})?? (to|for|in|from|on|at|by) {WORD}(?:"
    rf" {WORD}){{0,4}}?, {MARK}(?: {WORD})?? \3 {WORD}"
    rf"(?: {WORD}){{0,4}}?,? and {MARK}(?: {WORD})?? \3 {WORD}"
)
# “of the 20 towns, seven had more, eight fewer and nine as many”
_OF_THESE = regex(
    rf"(?:^|[\s,;(])of (?:the|its|their|his|her|all|all the|our) {MARK} {WORD}[^⟨⟩;:]{{0,40}}?, {MARK}[^⟨⟩;:]{{1,45}}?,"
    rf" {MARK}[^⟨⟩;:]{{1,45}}?,? and {MARK} (?!percent)"
)
_OF_WHICH_TWO = regex(
    rf"{MARK}(?: {WORD}){{1,4}}?, of which [^⟨⟩;:]{{3,50}}? {MARK},?(?: and| while|,) [^⟨⟩;:]{{3,40}}?"
    rf" {MARK}(?=[,.;]| {WORD}[,.;])"
)
_WITH_ABSENT = regex(
    rf"(?<![\w-])([0-9]{{1,3}})(?:-|–| to )([0-9]{{1,3}}),? with {MARK} of (?:the )?(?:{WORD}"
    rf" ){{1,2}}?{MARK}(?: {WORD}){{1,2}}? (?:absent|not voting|abstaining|away|missing)\b"
)
_NOT_ALL = regex(
    r"\b(?:includ\w+|among|at least|average|per|every|each|more than|fewer|less|up to|both|respectively|another|besides"
    r"|addition\w*|also|already|earlier|previous\w*|so far|last|since|tax|worth|ago|a (?:year|month|week|day)"
    r"|annual\w*)\b"
)


def sums_wrong(document: Document) -> Iterator[Pair]:
    """The figure of a sentence that the others do not make, with the first of these."""
    for text, figures in marked(document):
        if len(figures) > 1:
            for check in (_rests, _totals, _sides):
                yield from check(text, figures)
        yield from _all_voting(text, figures)


def _rests(text: str, figures: Sequence[Figure]) -> Iterator[Pair]:
    done = False
    for expression, order in _RESTS:
        for found in expression.finditer(text) if not done else ():
            numbers = [one for one in found.groups() if one and one.isdecimal()]
            by = {what: figures[int(number)] for what, number in zip(order, numbers, strict=True)}
            whole, part, rest = by["W"], by["P"], by["R"]
            done = True
            if _exact(whole, part, rest) and not _NOT_ALL.search(found[0]) and whole.value != part.value + rest.value:
                yield rest, whole
    for found in _OTHER_SHARE.finditer(text) if len(figures) == 2 else ():
        part, rest = (figures[int(number)] for number in found.groups())
        shares = part.kind == rest.kind == "percent" and not part.qualifier and not _NOT_ALL.search(found[0])
        if shares and abs(part.value + rest.value - 100) > _LEEWAY:
            yield rest, part


def _exact(*figures: Figure) -> bool:
    """Whether figures are whole numbers of one sort, given without a word such as about."""
    nouns = {one.counted for one in figures if one.counted}
    return len(nouns) < 2 and all(one.kind == "number" and one.value % 1 == 0 and not one.qualifier for one in figures)


def _totals(text: str, figures: Sequence[Figure]) -> Iterator[Pair]:
    """A total behind its parts, all of which stand before it in the sentence; and a list behind its number."""
    for expression in (_TOTAL, _ALTOGETHER, _TAKING, _COMBINED):
        for found in expression.finditer(text):
            at = int(found[1])
            total, parts = figures[at], figures[:at]
            if len(parts) > 1 and not _NOT_ALL.search(text) and _of_a_sort(total, *parts) and not _makes(total, parts):
                yield total, parts[0]
    for found in _LISTED.finditer(text):
        whole, *parts = (figures[int(one[1])] for one in _ANY_MARK.finditer(found[0]))
        if _exact(whole, *parts) and not _NOT_ALL.search(found[0]) and sum(one.value for one in parts) != whole.value:
            yield whole, parts[0]


def _of_a_sort(*figures: Figure) -> bool:
    if len({(one.kind, one.unit) for one in figures}) > 1 or any(one.qualifier for one in figures):
        return False
    return figures[0].kind in {"money", "measure"} or _exact(*figures)


def _makes(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether parts make a total within their rounding, or are so far from it that they are no parts of it."""
    made = sum(one.value for one in parts)
    off = 0.0
    if total.kind != "number":
        off = sum(min(one.step / 2, 0.03 * one.value) for one in (total, *parts))
    return abs(made - total.value) <= off or not 0.5 * made < total.value < 2 * made


def _sides(text: str, figures: Sequence[Figure]) -> Iterator[Pair]:
    """Two sides of one whole that are more than all of it."""
    for expression in (_BY_SEX, _FOR_AND_AGAINST, _TO_THE_OPPONENT):
        for found in expression.finditer(text):
            one, other = (figures[int(number)] for number in found.groups())
            if one.kind == other.kind == "percent" and one.value + other.value > 100 + _LEEWAY:
                yield other, one
    for expression in (_SEATS, _SORTED, _OF_WHICH_TWO, _SHARED_OUT, _OF_THESE):
        for found in expression.finditer(text) if len(figures) > 2 else ():
            whole, *parts = (figures[int(number)] for number in found.groups() if number.isdigit())
            another = expression is _SHARED_OUT and " and " in text[found.end(1) : found.start(2)]
            mixed = another or (
                expression in {_SHARED_OUT, _OF_THESE} and any(one.counted not in {"", whole.counted} for one in parts)
            )
            if (
                not mixed
                and _one_sort(whole, *parts)
                and sum(one.value for one in parts) > whole.value > max(one.value for one in parts)
            ):
                yield whole, parts[0]


def _one_sort(whole: Figure, *parts: Figure) -> bool:
    """Whether parts may be counted among a whole: numbers of what it counts, or of nothing that is named."""
    others = {one.counted for one in parts if one.counted and one.counted != whole.counted}
    return all(one.kind == "number" and not one.qualifier for one in (whole, *parts)) and not others & _SPELLS


def _all_voting(text: str, figures: Sequence[Figure]) -> Iterator[Pair]:
    """All members voted, and the votes are not as many as they."""
    for found in _ALL_VOTING.finditer(text):
        members = figures[int(found[3])]
        if int(found[1]) + int(found[2]) != members.value:
            yield members, members
    for found in _WITH_ABSENT.finditer(text):
        away, members = (figures[int(found[number])] for number in (3, 4))
        if int(found[1]) + int(found[2]) + away.value > members.value:
            yield members, away
