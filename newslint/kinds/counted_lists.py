"""Parts that are named, voted or told in the next sentence, and do not make the whole they are given for."""

from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.kinds.marked_figures import MARK, WORD, Marked, Pair, marked
from newslint.language.figure import Figure
from newslint.patterns import regex

_NOT_ALL = regex(
    r"\b(?:among|others?|at least|mostly|each|rest|another|more|further|additional|average|per|every|less|fewer|up to"
    r"|also|both|about|some|nearly|almost|remaining|unknown|several|many|respectively|women|children|two others)\b"
)
_VOTED = regex(
    rf"{MARK}(?: votes?)?(?: in favou?r| for)?(?: to |,? )(?:with )?{MARK}(?: votes?)?(?: against| opposed)?"
    rf"(?:,?(?: and| with)? {MARK} abst\w+)?,? (?:{WORD} ){{0,3}}?(?:in|on|of) (?:the|its|a) {MARK}-(?:member|seat"
    rf"|strong)"
)
_SEATS = regex(
    rf"{MARK}(?: seats)?,? (?:{WORD} ){{1,5}}?{MARK}(?:,? (?:and )?(?:{WORD} ){{1,5}}?{MARK})?,? (?:seats )?in"
    rf" (?:the|its|a)"
    rf" {MARK}-(?:member|seat)"
)
_RECORD = regex(
    rf"\bwon {MARK}(?: {WORD})?,?(?: and)? (?:drawn|drawing|drew|lost) {MARK},? and (?:drawn|drew"
    rf"|lost) {MARK}(?: (?:of|in|from)"
    rf" (?:their|its|his|her|the)(?: (?:first|last|opening))?) {MARK}"
)
_HALVES = regex(
    rf"{MARK} (?:points|runs|goals|tries)\b[^⟨⟩;:]{{0,40}}?,(?: with)? {MARK}(?: of them)? in the first(?: half)?,?"
    rf" and {MARK}"
    r"(?: of them)? (?:in|after) the (?:second|break)"
)
_OTHER = regex(
    rf"\bof (?:the |its |their )?{MARK}(?: {WORD}){{1,4}}?,? (?:only |just )?(?:(one)"
    rf"|{MARK})\b[^⟨⟩;]{{1,90}}?\bthe (?:other"
    rf"|remaining) {MARK}"
)
_INCLUDING = regex(
    rf"{MARK} {WORD}[^⟨⟩;:()]{{0,50}}?,? includ(?:ing|es|ed) {MARK} (in|at|from"
    rf"|near) [^⟨⟩;:()]{{2,40}}?,? (?:and )?{MARK} \3 "
    rf"[^⟨⟩;:()]{{2,40}}?(?:,? and {MARK} \3 )?"
)
# The next sentence: “Twelve were charged and 19 were released.”
_NEXT = regex(
    r"⟨0⟩(?: of (?:them|those|these))? (?P<one>[^⟨⟩,;]{3,70}?),? (?:and"
    r"|while) (?:the other )?⟨1⟩ (?P<other>[^⟨⟩,;]{2,60})"
    r"[.,;]?(?: (?:police|officials|authorities|doctors|(?:the|a) [\w ]{3,30}) said\.?)?$"
)
# What comes to one comes to no other of them.
_EITHER = (
    ("charged", "released|freed"),
    ("died|killed", "survived|injured|wounded|hurt"),
    ("discharged|gone home|sent home|went home", "remain|are still|were kept"),
    ("treated at the scene", "taken to|rushed to"),
    ("convicted|jailed", "acquitted|cleared|freed"),
    ("(?:were|are) men", "(?:were |are )?women"),
    ("(?:were|are) women", "(?:were |are )?men"),
    ("(?:were|are) (?:boys|girls|children)", "(?:were |are )?(?:boys|girls|adults)"),
    ("passed", "failed"),
    ("rescued", "died|drowned|are missing"),
)
_PLACED = regex(r"(?:(?:were|was|died|killed|were killed|held|detained) )*in ([a-z][\w' -]+)")
_AND_MORE = regex(r"(?:(?:one|another|others?|the (?:rest|others|remaining)|two|three|four|five|six) )")
_INCLUDES = regex(
    rf"(?:the|that) (?:number|figure|total|list|group) (?:included"
    rf"|includes) {MARK} (?:{WORD} ){{1,3}}?and {MARK} {WORD}"
)
_YES = r"(?:in favou?r|support\w*|back(?:ed|s|ing)?|approv\w+|agree[ds]?|yes|favou?r\w*|said (?:they were )?for)"
_NO = r"(?:against|oppos\w+|disapprov\w+|disagree[ds]?|no|reject\w*)"
_YES_NO = regex(
    rf"{MARK}[^⟨⟩;]{{0,45}}\b{_YES}\b[^⟨⟩;]{{0,45}}?{MARK}[^⟨⟩;]{{0,30}}\b{_NO}\b"
    rf"|\b{_YES}\b[^⟨⟩;]{{0,45}}\({MARK}\)[^⟨⟩;]{{0,45}}\b{_NO}\b[^⟨⟩;]{{0,12}}\({MARK}\)"
    rf"|\b(?:yes|no) (?:side|camp|vote) (?:on|at) {MARK} and the (?:yes|no) (?:side|camp|vote) (?:on|at) {MARK}"
    rf"|\b(?:approved|rejected|backed|voted)[^⟨⟩;]{{0,40}} by {MARK} to {MARK}"
)
_OF_GROUPS = regex(
    r"\b(?:among|ago|last|previous\w*|men|women|republicans?|democrats?|labour|conservatives?|ratings?"
    r"|of (?!(?:the )?(?:vote|respondents"
    r"|people|those|voters|adults|them))[a-z]+s|in (?!favou?r|the (?:poll|survey|referendum))[a-z]+|up from"
    r"|down from|turnout)\b"
)
_OTHERS_TOO = regex(
    rf"{MARK}[^⟨⟩;]{{3,80}}?{MARK}[^⟨⟩;]{{3,80}}? other (?:reasons?|answers?|causes?|parties)[^⟨⟩;]{{2,30}}{MARK}"
)
_ALL = 101.0


def lists_wrong(document: Document) -> Iterator[Pair]:
    """Each whole, with the first of the parts that do not make it."""
    before: Marked | None = None
    for sentence in marked(document):
        text, figures = sentence
        found = _in_one(text, figures) or _shares(text, figures)
        if found is None and before is not None and _follows(document, before, sentence):
            found = _in_the_next(before, sentence, document)
        if found:
            yield found
        before = sentence


def _in_one(text: str, figures: Sequence[Figure]) -> Pair | None:
    return _of_a_house(text, figures) or _of_a_season(text, figures) or _of_some(text, figures)


def _of_a_house(text: str, figures: Sequence[Figure]) -> Pair | None:
    """More votes or seats than a house has."""
    if not any(word in text for word in ("-member", "-seat", "-strong")):
        return None
    for expression in (_VOTED, _SEATS):
        if (found := expression.search(text)) and not _NOT_ALL.search(found[0]):
            *parts, whole = _named(found.groups(), figures)
            if _counts(whole, *parts) and _made(parts) > whole.value:
                return whole, parts[0]
    return None


def _of_a_season(text: str, figures: Sequence[Figure]) -> Pair | None:
    """Matches won, drawn and lost that are not the matches played, and points of two halves that are not all."""
    if found := _RECORD.search(text):
        *parts, whole = _named(found.groups(), figures)
    elif found := _HALVES.search(text):
        whole, *parts = _named(found.groups(), figures)
    else:
        return None
    return (whole, parts[0]) if _counts(whole, *parts) and _made(parts) != whole.value else None


def _of_some(text: str, figures: Sequence[Figure]) -> Pair | None:
    """“Of the four, only one, while the other two”; “seven, including five in Orme and three in Varn”."""
    if found := _OTHER.search(text):
        whole, *parts = _named([one for one in found.groups() if one != "one"], figures)
        if _counts(whole, *parts) and _made(parts) + (1 if found[2] else 0) != whole.value:
            return parts[-1], whole
    if found := _INCLUDING.search(text):
        whole, *parts = _named([found[1], found[2], found[4], found[5]], figures)
        if _counts(whole, *parts) and _made(parts) > whole.value:
            return parts[-1], whole
    return None


def _made(parts: Sequence[Figure]) -> float:
    return sum(one.value for one in parts)


def _shares(text: str, figures: Sequence[Figure]) -> Pair | None:
    """A yes and a no that are more than all who answered."""
    if any(one.kind != "percent" or one.value > 100 for one in figures):
        return None
    if (found := _OTHERS_TOO.search(text)) and not _OF_GROUPS.search(found[0].replace("in ⟨", "⟨")):
        parts = _named(found.groups(), figures)
    elif len(figures) == 2 and (found := _YES_NO.search(text)) and not _OF_GROUPS.search(text):
        parts = list(figures)
    else:
        return None
    return (parts[-1], parts[0]) if _made(parts) > _ALL else None


def _follows(document: Document, before: Marked, after: Marked) -> bool:
    """Whether a sentence comes right behind another one, in its paragraph or at the head of the next."""
    first, second = document.sentence(before.figures[0].start), document.sentence(after.figures[0].start)
    return not document.text[first.end : second.start].strip()


def _in_the_next(before: Marked, sentence: Marked, document: Document) -> Pair | None:
    """A number of people, and in the next sentence what became of them."""
    text, figures = sentence
    whole = before.figures[-1]
    if found := _INCLUDES.match(text):
        parts = _named(found.groups(), figures)
        at_least = len(parts) == 2 and _counts(whole, *parts) and _made(parts) > whole.value
        return (parts[-1], whole) if at_least else None
    if (
        len(before.figures) != 1
        or len(figures) != 2
        or not (found := _NEXT.match(text))
        or _NOT_ALL.search(before.text)
    ):
        return None
    if not (whole.counted or whole.state) or not _counts(whole, *figures) or whole.qualifier:
        return None
    one, other = found["one"], found["other"]
    either = any(regex(rf"\b(?:{a})\b").search(one) and regex(rf"\b(?:{b})\b").search(other) for a, b in _EITHER)
    placed = _PLACED.match(one) and other.startswith("in ") and whole.state
    end = document.sentence(figures[-1].end - 1).end
    goes_on = _AND_MORE.match(document.folded.lower[end : end + 40].lstrip())
    made = _made(figures)
    wrong = made > whole.value or (made < whole.value and not goes_on and not placed)
    near = made <= 1.5 * whole.value and made >= 0.7 * whole.value
    return (whole, figures[0]) if (either or placed) and wrong and near else None


def _named(groups: Sequence[str | None], figures: Sequence[Figure]) -> list[Figure]:
    return [figures[int(one)] for one in groups if one is not None and one.isdigit()]


def _counts(*every: Figure) -> bool:
    return all(one.kind == "number" and one.value % 1 == 0 and not one.qualifier for one in every)
