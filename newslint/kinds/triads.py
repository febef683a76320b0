"""Two amounts and one percentage in a sentence, whatever the words between: neither a change nor a share makes it."""

from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.kinds.changes import OTHERWISE, alike_amounts, changes_wrong, makes
from newslint.kinds.marked_figures import ABOUT, Pair, marked, told_by
from newslint.kinds.shares import shares_wrong
from newslint.language.figure import Figure
from newslint.patterns import regex

_MOVED = (
    r"(?:up|ris(?:e|es|en|ing)|rose|gr[eo]wn?|growing|grows|growth|increas\w+|gain\w*|jump\w*|climb\w*|surg\w+"
    r"|soar\w+|down|fell|fallen"
    r"|fall(?:s|ing)?|dropp?\w*|declin\w+|decreas\w+|plung\w+|slump\w*|tumbl\w+|slip\w*|cut|reduc\w+|lost"
    r"|shr[aiu]nk\w*|more"
    r"|fewer|less|higher|lower|smaller|larger|bigger|hike|raise|loss|sav(?:ed|ings?)|discount)"
)
_FALLS = regex(
    r"\b(?:falls?|drop|decline|decrease|reduction|down|loss|saving|discount|cut|fewer|less|lower|shrinkage)\b"
)
_RISES = regex(r"\b(?:rise|increase|gain|growth|jump|up|more|higher|surge|climb)\b(?! than half)")
_MOVES = regex(rf"\b(?:{_MOVED}|rais\w+|widen\w*|went|come|came|chang\w+|halv\w+|doubl\w+|expand\w+|rebound\w*)\b")
_CHANGE_BEFORE = regex(rf"\b{_MOVED}(?: by)?(?: of)?(?: an?)? {ABOUT}$")
_CHANGE_AFTER = regex(rf" (?:\w+ )?(?:{_MOVED}|above|below)\b(?! than (?:one|two|three|half|\w+ in))")
# Of one thing at two times.
_TIMES = regex(
    r"\b(?:from|ago|now|today|earlier|before|previous\w*|against|compared"
    r"|(?:its|his|her|their|the) (?:first|second|third|fourth)(?: (?:year|month|week|season|quarter))?"
    r"|(?:last|this|next|the) (?:year|month|week|season"
    r"|quarter|time|decade|summer|winter|spring|autumn)|in (?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december)"
    r"|(?:19|20)[0-9]{2}|to)\b"
)
_SHARE_BEFORE = regex(rf"(?:,? or |, that is,? |, | \(|: ?| -+ ?| [–—] ?){ABOUT}$")
# “150 of the 600 workers, 35 percent of them women”: a share of the part
_OF_OTHERS = regex(
    r" of (?:them|whom|which|those)(?: (?:were|are))? (?!all\b)[a-z]"
    r"|[^⟨⟩]*;[^⟨⟩]*⟨| (?:on|for) the (?:day|week|session)\b|, having\b"
)
# “8 billion and 4 billion, both up by 50 percent”
_BOTH = regex(r"\b(?:both|each|either)\b[^⟨⟩]*$")
_SHARE_AFTER = regex(
    r"(?=[,.;)]| of (?:them|those|these|all|it|the (?:total|whole|lot|number|sum|money|votes|cases))\b)"
)
_SHARE_READ = regex(r"\bof (?:(?:the|its|their|his|her|all|some|about) )?⟨[0-9]+⟩[^⟨⟩]*(?:,? or |\(|- |[–—] )[^⟨⟩,]*$")
_NAMED = regex(
    r"(?:poor's|s&p|asx|ftse|dax|cac|nasdaq|nikkei|hang seng|russell|stoxx|fortune|forbes|route|flight|boeing|airbus"
    r"|no\.?|number|section|article|act|channel|group of|top|under|over|aged?|class of|all ordinaries"
    r"|index[\w ]{0,12}) (?:the )?$"
)
_SPELLS = frozenset("day week month year hour minute second decade season game match time point".split())
_A_SPELL = regex(
    r"⟨([0-9]+)⟩(?: |-)(?:(?:straight|more|full|long|calendar|working|consecutive) )?"
    rf"(?:{'|'.join(sorted(_SPELLS))})s?\b"
)
_LEAST = 10
_FURTHEST_CHANGE, _FURTHEST_SHARE = 12.0, 200.0
_OFF_SHARE = 2.2


def triads_wrong(document: Document) -> Iterator[Pair]:
    """Each percentage that its two amounts do not make, with the first of them; what other checks say is left out."""
    for text, figures in marked(document):
        found = _triad(document, text, figures) if len(figures) > 2 else None
        if found and found[0].start not in told_by(document, changes_wrong, shares_wrong):
            yield found


def _triad(document: Document, text: str, figures: Sequence[Figure]) -> Pair | None:
    spells = {int(found[1]) for found in _A_SPELL.finditer(text)}
    kept = [(at, one) for at, one in enumerate(figures) if at not in spells]
    shares = [(at, one) for at, one in kept if one.kind == "percent"]
    amounts = [(at, one) for at, one in kept if one.kind in {"number", "money", "measure"}]
    if len(kept) != 3 or len(shares) != 1 or len(amounts) != 2:
        return None
    (place, share), (one, other) = shares[0], _of_one_sort([amount for _, amount in amounts])
    small, large = sorted((one.value, other.value))
    if small <= 0 or large < _LEAST or not alike_amounts(document, one, other) or OTHERWISE.search(text):
        return None
    if one.kind == "number" and any(_is_name(text, at) for at, _ in amounts):
        return None
    mark = f"⟨{place}⟩"
    start = text.index(mark)
    if (
        _BOTH.search(text, max(0, start - 20), start)
        or _OF_OTHERS.match(text, start + len(mark))
        or ";" in text[max(0, text.rfind("⟩", 0, start)) : start]
    ):
        return None
    change = large <= _FURTHEST_CHANGE * small and _TIMES.search(text) and _says_change(text, start, start + len(mark))
    part = _SHARE_BEFORE.search(text, 0, start) and _SHARE_AFTER.match(text, start + len(mark))
    if not change and (not part or large > _FURTHEST_SHARE * small or _SHARE_READ.search(text, 0, start)):
        return None
    pairs = _from_and_to(text[max(0, start - 30) : start + len(mark) + 20] if change else "", one, other)
    made = (change or _MOVES.search(text)) and any(makes(document, *pair, share, points=False) for pair in pairs)
    return None if made or _is_share(share, small, large) else (share, amounts[0][1])


def _of_one_sort(amounts: Sequence[Figure]) -> Sequence[Figure]:
    """Two amounts, of which one may leave out what the other says: 1,560 tons last year from 2,600."""
    one, other = amounts
    if {one.kind, other.kind} == {"number", "measure"}:
        unit = one.unit if one.kind == "measure" else other.unit
        return [amount if amount.counted else amount._replace(kind="measure", unit=unit) for amount in amounts]
    # "1,200 ten years ago" counts no years
    return [amount._replace(counted="") if amount.counted in _SPELLS else amount for amount in amounts]


def _from_and_to(beside: str, one: Figure, other: Figure) -> Sequence[Pair]:
    """What changed to what: who speaks of a fall starts from the larger, who speaks of a rise from the smaller."""
    small, large = sorted((one, other), key=lambda amount: amount.value)
    if _FALLS.search(beside) and not _RISES.search(beside):
        return ((large, small),)
    if _RISES.search(beside) and not _FALLS.search(beside):
        return ((small, large),)
    return (one, other), (other, one)


def _says_change(text: str, start: int, end: int) -> bool:
    return bool(_CHANGE_BEFORE.search(text, max(0, start - 60), start) or _CHANGE_AFTER.match(text, end))


def _is_name(text: str, place: int) -> bool:
    return _NAMED.search(text, 0, text.index(f"⟨{place}⟩")) is not None


def _is_share(share: Figure, small: float, large: float) -> bool:
    """Whether a percentage is the part of the whole."""
    made = 100 * small / large
    off = max(_OFF_SHARE, 0.05 * share.value) + (2.5 if share.qualifier else 0.0)
    return abs(made - share.value) <= off
