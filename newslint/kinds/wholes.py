"""A whole and the list of all its parts in one sentence, by what introduces the list and not by the words in it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.document import Document
from newslint.kinds.marked_figures import ABOUT, MARK, WORD, Pair, marked, told_by
from newslint.kinds.near_sums import near_sum
from newslint.kinds.reckonings import sums_wrong
from newslint.kinds.sums import parts_wrong
from newslint.language.figure import Figure
from newslint.patterns import regex

_BODY = (
    "(?:jury|panel|crew|staff|board|class|committee|bench|court|choir|squad|team|group|party|delegation|cabinet|council"
    "|parliament|assembly|chamber|congress|senate|commission|field|fleet|household|cast|orchestra|band|faculty|herd)"
)
_SPLIT = (
    "(?:made up of|composed of|consist(?:s|ed|ing)? of|compris(?:e|es|ed|ing)(?: of)?|(?:split|divided|shared) (?:up )?"
    "(?:between|among|into))"
)
# “180 were Germans and 70 were children”: some may be both. Of a house not all may vote.
_CROSSING = regex(
    r"⟩ (?:were|are) (?!(?:wo)?men\b)[^⟨⟩]{3,40}⟨[0-9]+⟩ (?:were|are) (?:children|women|minors|teenagers|foreigners)\b"
)
_CAST = regex(r"⟩(?: votes?)? (?:in favou?r|for), ⟨[0-9]+⟩(?: votes?)? (?:against|opposed)")
# What stands before the list of all parts; the whole is its mark.
_HEADS = (
    regex(rf"{MARK}(?:-{WORD})?(?: {WORD}){{0,5}}?(?::| -+| [–—]) ?{ABOUT}(?=⟨)"),
    regex(rf"{MARK}(?:-{WORD})?(?: {WORD}){{0,6}}? {_SPLIT} {ABOUT}(?=⟨)"),
    regex(rf"\b{_BODY} of {MARK},? (?:with |- |– |— |\()?{ABOUT}(?=⟨)"),
    regex(rf"{MARK}-(?:member|strong|person|man|seat|judge) (?:\w+ )?{_BODY}(?:, with|,| with| has| of) {ABOUT}(?=⟨)"),
    regex(
        rf"{MARK}(?: \w+)? (?:seats|members|judges|rooms|beds|places|tickets|delegates|medals|goals|villages|states"
        rf"|senators|lawmakers|arrests)(?: {WORD}){{0,4}}?, {ABOUT}(?=⟨)"
    ),
    regex(rf"{MARK}[^⟨⟩;:()]{{0,60}}?, of (?:which|whom) {ABOUT}(?=⟨)"),
)
# Of this whole not all need be named: only too many parts, or nearly all of it in three or more, tell of a slip.
_OF_THE = regex(rf"(?:^of|\bof (?:the|its|their|those|these)) {MARK}(?: {WORD}){{0,7}}?, {ABOUT}(?=⟨)")
_JOINT = regex(
    r"[^;:()⟨⟩–—]{1,75}?(?:, and|,| and| &|,? while|,? with)(?: the (?:other|remaining)| another| a further)? $"
)
_LAST_JOINT = regex(r"(?:\band|&|\bwhile)(?: the (?:other|remaining)| another| a further)? $")
_TOGETHER = regex(
    r"⟨(?P<whole>[0-9]+)⟩(?: \w+)?,? (?:in all|in total|altogether|all told|combined)(?=[,.;]|$)"
    r"|(?:a (?:combined |grand )?total of|add(?:s|ed|ing)? up to|for a total of|the total to)"
    r" (?:about )?⟨(?P<sum>[0-9]+)⟩"
)
_NOT_ALL = regex(
    r"\b(?:includ\w+|among|others?(?! ⟨)|at least|mostly|each|more than|less than|further|additional|average|per|every"
    r"|missing|(?<!add )(?<!adds )(?<!added )(?<!adding )up to|also|both"
    r"|respectively|about|some|nearly|almost|around|roughly|as well as|plus|several|many|few"
    r"|unknown|rest|injured|wounded|between ⟨[0-9]+⟩ and|from ⟨[0-9]+⟩ to|not|of them)\b"
)
# “28 matches, winning 13, drawing 6 and losing 5”
_RECORD = regex(
    rf"{MARK} (?:\w+ )?(?:matches|games|fixtures|bouts|fights|tests|starts)\b[^⟨⟩;]{{0,40}}?,? (?:winning|won) {MARK}"
    rf"(?: of them)?,? (?:and )?(?:drawing|drew|drawn|losing|lost) {MARK},?"
    rf" and (?:drawing|drew|drawn|losing|lost) {MARK}"
)
_SPELLS = frozenset("day week month year hour minute second decade".split())
# Split between, adding up to: no hedges here.
_NO_HEDGE = frozenset(("", "between", "up to"))
_MOST_PARTS = 6
_NEARLY, _OVER, _NEARLY_ALL = 0.7, 1.4, 0.85
_ROUNDING = 0.03
# Yes, no and neither: what people answer makes a hundred, but for those who did not.
_ANSWERS = (
    regex(r"\b(?:in favou?r|support\w*|back(?:ed|ing)?|approv\w+|agree[ds]?|yes|for|favou?r\w*)\b"),
    regex(r"\b(?:against|oppos\w+|disapprov\w+|disagree[ds]?|no|reject\w*)\b"),
    regex(
        r"\b(?:everyone else|all others|the rest|undecided|unsure|not sure|don't know|did not know|no opinion|no view"
        r"|did not answer|abstain\w*)\b"
    ),
)
_ALL, _ROUNDED, _LOST = 100.0, 2.5, 9.0
_FIRST = regex(MARK)


def wholes_wrong(document: Document) -> Iterator[Pair]:
    """Each whole that its parts do not make, with the first of them; what other checks say is left out."""
    for text, figures in marked(document):
        found = _wrong(text, figures) if len(figures) > 2 else None
        if found and told_by(document, sums_wrong, parts_wrong).isdisjoint(one.start for one in found):
            yield found


def _wrong(text: str, figures: Sequence[Figure]) -> Pair | None:
    if _CROSSING.search(text):
        return _answers(text, figures)
    for head in _HEADS:
        found = head.search(text)
        parts = _parts(text, found.end()) if found else []
        if found and parts and not _NOT_ALL.search(text.replace(" people in all", "")):
            return _missed(figures, [int(found[1]), *parts], 1.0 if _CAST.search(text) else _NEARLY)
    if played := _RECORD.search(text):
        return _missed(figures, list(map(int, played.groups())), 0.0)
    found = _OF_THE.search(text)
    parts = _parts(text, found.end()) if found else []
    # “of 200 asked, 120 … and 90 …”: some may be both
    both = found is not None and found[0].startswith("of ⟨") and len(parts) < 3
    if found and parts and not both and not _NOT_ALL.search(text):
        return _missed(figures, [int(found[1]), *parts], _NEARLY_ALL if len(parts) > 2 else 1.0)
    return _together(text, figures) or _answers(text, figures) or near_sum(text, figures)


def _answers(text: str, figures: Sequence[Figure]) -> Pair | None:
    """The last of the shares of yes, no and undecided that make more than all, or much less, with the first."""
    if not 2 < len(figures) <= _MOST_PARTS or any(one.kind != "percent" for one in figures):
        return None
    answers = [_FIRST.split(text)[at] for at in range(2, 2 * len(figures) + 1, 2)]
    given = [any(answer.search(part) for part in answers) for answer in _ANSWERS]
    if not given[-1] or _NOT_ALL.search(text):
        return None
    made = sum(one.value for one in figures)
    least = _ALL - _LOST if all(given) else 0.0
    return None if least <= made <= _ALL + _ROUNDED else (figures[-1], figures[0])


def _parts(text: str, start: int) -> list[int]:
    """The marks of a list from a place on to the end of the sentence; none where it is no whole list."""
    places = list(_FIRST.finditer(text, start))
    if not 1 < len(places) <= _MOST_PARTS or places[0].start() != start:
        return []
    between = [text[one.end() : two.start()] for one, two in pairwise(places)]
    if not all(map(_JOINT.fullmatch, between)) or not _LAST_JOINT.search(between[-1]):
        return []
    return [int(one[1]) for one in places]


def _together(text: str, figures: Sequence[Figure]) -> Pair | None:
    """Amounts one after the other, and their total behind them: "$1,400 on food and $950 on travel, $2,350 in all"."""
    found = _TOGETHER.search(text)
    if found is None or _NOT_ALL.search(text):
        return None
    whole = int(found["whole"] or found["sum"])
    before = list(_FIRST.finditer(text, 0, found.start()))
    if whole != len(figures) - 1 or not 1 < len(before) <= _MOST_PARTS or len(before) != whole:
        return None
    if any(len(two.string[one.end() : two.start()]) > 75 for one, two in pairwise(before)):
        return None
    return _missed(figures, [whole, *(int(one[1]) for one in before)], _NEARLY)


def _missed(figures: Sequence[Figure], marks: Sequence[int], least: float) -> Pair | None:
    """A whole and the first of its parts, whose marks follow its own, where they make another number."""
    whole, *parts = (figures[at] for at in marks)
    return (whole, parts[0]) if _misses(whole, parts, least) else None


def _misses(whole: Figure, parts: Sequence[Figure], least: float) -> bool:
    """Whether the parts make another number than the whole, near enough to be meant for it."""
    every = (whole, *parts)
    units = {one.unit for one in every} - {""}
    kinds = {one.kind for one in every} - ({"number"} if units & _SPELLS else set())
    if len(kinds) > 1 or len(units) > 1 or kinds - {"number", "money", "measure"} or whole.value <= 0:
        return False
    if any(one.qualifier not in _NO_HEDGE or one.value <= 0 for one in every):
        return False
    if any(one.value >= whole.value for one in parts):
        return False
    if whole.kind == "number" and any(one.value % 1 for one in every):
        return False
    made = sum(one.value for one in parts)
    off = 0.0 if whole.kind == "number" else max(_ROUNDING * whole.value, sum(one.step for one in every) / 2)
    return abs(made - whole.value) > off and least <= made / whole.value <= _OVER
