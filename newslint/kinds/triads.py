"""Two amounts and one percentage in a sentence, whatever the words between: neither a change nor a share makes it."""

from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.kinds.changes import OTHERWISE, alike_amounts, changes_wrong, makes
from newslint.kinds.marked_figures import ABOUT, Pair, marked, told_by
from newslint.kinds.old_and_new import old_first
from newslint.kinds.shares import shares_wrong
from newslint.language.figure import Figure
from newslint.patterns import regex

_MOVED = (
    r"(?:up|ris(?:e|es|en|ing)|rose|gr[eo]wn?|growing|grows|growth|increas\w+|gain\w*|jump\w*|climb\w*|surg\w+"
    r"|soar\w+|down|fell|fallen"
    r"|fall(?:s|ing)?|dropp?\w*|declin\w+|decreas\w+|plung\w+|slump\w*|tumbl\w+|slip\w*|cut|reduc\w+|lost"
    r"|shr[aiu]nk\w*|more"
    r"|fewer|less|higher|lower|smaller|larger|bigger|hike|raise|loss|sav(?:ed|ings?)|discount|expan\w+|s[aiu]nk(?:en)?"
    r"|sinks|swell\w*|swelled|swollen|dwindl\w+|trimm\w+|contract(?:ed|ion)|advanc\w+|improvement|rebound\w*|slid\w*)"
)
_FALLS = regex(
    r"\b(?:falls?|drop|decline|decrease|reduction|down|loss|saving|discount|cut|fewer|less|lower|shrinkage)\b"
)
_RISES = regex(r"\b(?:rise|increase|gain|growth|jump|up|more|higher|surge|climb)\b(?! than half)")
MOVES = regex(rf"\b(?:{_MOVED}|rais\w+|widen\w*|went|come|came|chang\w+|halv\w+|doubl\w+|expand\w+|rebound\w*)\b")
"""Words that tell of a change."""
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
_SHARE_BEFORE = regex(
    r"(?:,? or |, that is,? |, | \(|: ?| -+ ?| [–—] ?|, which (?:is|was|makes|means|comes to|came to|works out at) "
    rf"|\b(?:an?|the) (?:\w+ )??(?:rate|share|turnout|ratio|proportion|cut|loss|reduction|quota|quorum) of ){ABOUT}$"
)
# “150 of the 600 workers, 35 percent of them women”: a share of the part
_OF_OTHERS = regex(
    r" of (?:them|whom|which|those)(?: (?:were|are))? (?!all\b)[a-z]"
    r"|[^⟨⟩]*;[^⟨⟩]*⟨| (?:on|for) the (?:day|week|session)\b|, having\b"
)
# “8 billion and 4 billion, both up by 50 percent”
_BOTH = regex(r"\b(?:both|each|either|further|another|additional)\b[^⟨⟩]*$")
_SHARE_AFTER = regex(
    r"(?=[,.;)]| of (?:them|those|these|all|it|the (?:total|whole|lot|number|sum|money|votes|cases))\b)"
)
# “160 of them, 25 percent of its network”
_OF_THE_WHOLE = regex(r" of (?:the|its|their|his|her|all) (?!them\b)\w+(?: \w+)?(?=[,.;)]|$)")
_OF_THEM = regex(r"⟩ of (?:them|those|these|its|their|his|her|the)\b")
# What changed by so much is the part, too: a loss of 90 of 450, or by 90 to 360.
_PART_GONE = regex(
    rf"⟩(?: \w+)? (?:out )?of (?!{ABOUT}$)(?:\w+ ){{0,2}}?(?:⟨|them\b|those\b|wh|all\b)|\bby {ABOUT}⟨"
    r"|\b(?:cut(?:s|ting)?|los(?:t|es?|ing)|slash\w*|trim\w*|shed\w*|clos(?:e[ds]?|ing)|shut\w*|(?:lay|laid|laying) off"
    rf"|add(?:ed|s|ing)?|hir(?:ed|ing)|gain(?:ed|s|ing)?|sav(?:ed|ing)|fell|rose|dropped|eliminat\w+) {ABOUT}⟨"
)
_OF_ALL = regex(rf"^\W*(?:out )?of {ABOUT}(?:its |their |his |her |all )?⟨0⟩ [^⟨⟩,]{{2,40}}, {ABOUT}⟨1⟩ [a-z]+ed\b")
# “the 30-stock index”; “12 million kroons (1.2 million)”
_ASIDE = regex(
    r"⟨[0-9]+⟩-(?!(?:day|week|month|year|hour|minute|season)\b)[a-z]"
    r"|⟨[0-9]+⟩[^⟨⟩(,]{0,25}\((?!(?:up |down )?from |against |compared )[^⟨⟩()]{0,60}⟨([0-9]+)⟩[^⟨⟩()]{0,60}\)"
)
_ONE_OF_TWO = regex(rf"⟨[0-9]+⟩ (?:out )?of {ABOUT}(?:its |their |his |her |all )?⟨[0-9]+⟩ (?!percent)")
# Another subject has a share of its own: “rose to 90 from 80, and prices were up 20 percent”
_NEXT_CLAUSE = regex(
    r"\b(?:and|while|whereas|but|although|though) (?!(?:is|was|are|were|so|thus|it|that|has|have|had|which|up|down|by"
    r"|now|then|they|he|she|therefore|hence|this|an?|fell|rose|today)\b)(?:[\w'-]+ ){1,4}?(?:was|were|is|are|rose|fell"
    r"|grew|dropped|climbed|had|have|has|up|down|went|jumped|declined|increased|shrank|slipped)\b"
)
_SHARE_READ = regex(r"\bof (?:(?:the|its|their|his|her|all|some|about) )?⟨[0-9]+⟩[^⟨⟩]*(?:,? or |\(|- |[–—] )[^⟨⟩,]*$")
_NAMED = regex(
    r"(?:poor's|s&p|asx|ftse|dax|cac|nasdaq|nikkei|hang seng|russell|stoxx|fortune|forbes|route|flight|boeing|airbus"
    r"|no\.?|number|section|article|act|channel|group of|top|under|(?<!⟩ )over|aged?|class of|all ordinaries"
    r"|index[\w ]{0,12}) (?:the )?$"
)
_SPELLS = frozenset("day week month year hour minute second decade season game match time point".split())
_A_SPELL = regex(
    r"⟨([0-9]+)⟩(?: |-)(?:(?:straight|more|full|long|calendar|working|consecutive) )?"
    rf"(?:{'|'.join(sorted(_SPELLS))})s?\b"
    r"|\b(?:per|(?:first|second|last|third)) ⟨([0-9]+)⟩"
)
# “the two towers”: not told here for the first time
_KNOWN = regex(r"\b(?:the|those|these|both|its|their) ⟨([0-9]+)⟩ (?!percent|million|billion|of\b)[a-z]")
_FEW = 5
# So many hours are no length of time but what is counted.
_LEAST, _LONG = 10, 400
_FURTHEST_CHANGE, _FURTHEST_SHARE = 12.0, 200.0
_OFF_SHARE = 2.2


def triads_wrong(document: Document) -> Iterator[Pair]:
    """Each percentage that its two amounts do not make, with the first of them; what other checks say is left out."""
    for text, figures in marked(document):
        for clause in text.split("; ") if len(figures) > 3 else (text,) if len(figures) > 2 else ():
            found = _triad(document, clause, figures) or _points(clause, figures)
            if found and found[0].start not in told_by(document, changes_wrong, shares_wrong):
                yield found


def _triad(document: Document, text: str, figures: Sequence[Figure]) -> Pair | None:
    spells = spells_out(text, figures)
    kept = [(at, one) for at, one in enumerate(figures) if at not in spells and f"⟨{at}⟩" in text]
    shares = [at for at, one in kept if one.kind == "percent"]
    amounts = [(at, one) for at, one in kept if one.kind in {"number", "money", "measure"}]
    if len(kept) != 3 or len(shares) != 1 or len(amounts) != 2:
        return None
    one, other = of_one_sort([amount for _, amount in amounts])
    if _OF_ALL.search(text):
        other = other._replace(counted="")  # “of 75 samples, 12 held traces”
    small, large = sorted((one.value, other.value))
    if (
        small <= 0
        or (large < _LEAST and one.kind == "number" and "⟩ per ⟨" not in text)
        or not alike_amounts(document, one, other)
    ):
        return None
    named = one.kind == "number" and any(is_name(text, at) for at, _ in amounts)
    aside = _ASIDE.search(text)
    if named or OTHERWISE.search(text) or (aside and aside[1] != str(shares[0])):
        return None
    places = amounts[0][0], amounts[1][0]
    told = shares[0], figures[shares[0]]
    return (told[1], one) if _is_wrong(document, text, told, places, (one, other)) else None


def _is_wrong(document: Document, text: str, told: tuple[int, Figure], places: tuple[int, int], amounts: Pair) -> bool:
    """Whether the words make a change or a share of a percentage, told with its place, and the amounts do not."""
    place, share = told
    small, large = sorted(one.value for one in amounts)
    mark = f"⟨{place}⟩"
    start = text.index(mark)
    end = start + len(mark)
    if (
        _BOTH.search(text, max(0, start - 20), start)
        or _OF_OTHERS.match(text, end)
        or ";" in text[max(0, text.rfind("⟩", 0, start)) : start]
        or of_another_clause(text, start, end)
    ):
        return False
    said = says_change(text, start, end)
    change = (
        said and large <= _FURTHEST_CHANGE * small and (_TIMES.search(text) or old_first(text, *places) is not None)
    )
    ends = _SHARE_AFTER.match(text, end) or (_OF_THEM.search(text) and _OF_THE_WHOLE.match(text, end))
    part = ends and _SHARE_BEFORE.search(text, 0, start)
    if not change and (not part or large > _FURTHEST_SHARE * small or _SHARE_READ.search(text, 0, start)):
        return False
    of_two = _ONE_OF_TWO.search(text) or (part and not said and _OF_THEM.search(text))
    moved = (change or MOVES.search(text)) and not of_two
    beside = text[max(0, start - 30) : end + 20] if change else ""
    pairs = pairs_of(text, beside, places, *amounts) if moved else ()
    gone = _PART_GONE.search(text)
    if gone:
        pairs = (*pairs, *((old, amounts[1]) for old in _before_the_change(*amounts)))
    if any(makes(document, *pair, share, points=False) for pair in pairs):
        return False
    return not ((not change or gone) and is_share(share, small, large))


def _points(text: str, figures: Sequence[Figure]) -> Pair | None:
    """Points that are not what lies between two percentages: “7.2 percent, down 2.6 points from 8.8 percent”."""
    here = [at for at in range(len(figures)) if f"⟨{at}⟩" in text]
    rates = [at for at in here if figures[at].kind == "percent"]
    points = [at for at in here if is_points(figures[at])]
    others = len(here) - 3 - len(spells_out(text, figures) - set(points))
    if len(rates) != 2 or len(points) != 1 or others or OTHERWISE.search(text):
        return None
    start = text.index(f"⟨{points[0]}⟩")
    if not says_change(text, start, text.index("⟩", start) + 1) or old_first(text, *rates) is None:
        return None
    one, other = (figures[at] for at in rates)
    return None if fits_points(one, other, figures[points[0]]) else (figures[points[0]], one)


def is_points(figure: Figure) -> bool:
    """Whether a figure is of percentage points."""
    return figure.kind == "points" or (figure.kind == "number" and figure.counted == "point")


def fits_points(one: Figure, other: Figure, points: Figure) -> bool:
    """Whether so many points lie between two percentages, as they are rounded."""
    off = sum(min(figure.step, 1.0) / 2 for figure in (one, other, points)) + (0.5 if points.qualifier else 0.05)
    return abs(abs(one.value - other.value) - points.value) <= off


def spells_out(text: str, figures: Sequence[Figure]) -> set[int]:
    """The places of lengths of time, and of what something is counted by, per 100,000, and what is known."""
    marks = ((int(found[1] or found[2]), found[2]) for found in _A_SPELL.finditer(text))
    spells = {at for at, by in marks if by or (figures[at].kind == "number" and figures[at].value < _LONG)}
    known = (int(found[1]) for found in _KNOWN.finditer(text))
    return spells | {at for at in known if figures[at].kind == "number" and figures[at].value <= _FEW}


def of_one_sort(amounts: Sequence[Figure]) -> Sequence[Figure]:
    """Two amounts, of which one may leave out what the other says: 1,560 tons last year from 2,600."""
    one, other = amounts
    if {one.kind, other.kind} == {"number", "measure"}:
        unit = one.unit if one.kind == "measure" else other.unit
        return [amount if amount.counted else amount._replace(kind="measure", unit=unit) for amount in amounts]
    # "1,200 ten years ago" counts no years
    return [amount._replace(counted="") if amount.counted in _SPELLS else amount for amount in amounts]


def _before_the_change(by: Figure, new: Figure) -> Iterator[Figure]:
    """What there was where the first of two figures is by how much it changed."""
    yield new._replace(value=new.value + by.value)
    if new.value > by.value:
        yield new._replace(value=new.value - by.value)


def pairs_of(text: str, beside: str, places: tuple[int, int], one: Figure, other: Figure) -> Sequence[Pair]:
    """What changed to what: who speaks of a fall starts from the larger, who speaks of a rise from the smaller."""
    first = old_first(text, *places)
    if first is not None:
        return ((one, other),) if first else ((other, one),)
    small, large = sorted((one, other), key=lambda amount: amount.value)
    if _FALLS.search(beside) and not _RISES.search(beside):
        return ((large, small),)
    if _RISES.search(beside) and not _FALLS.search(beside):
        return ((small, large),)
    return (one, other), (other, one)


def says_change(text: str, start: int, end: int) -> bool:
    """Whether the words on either side of a percentage, at these offsets, make a change of it."""
    return bool(_CHANGE_BEFORE.search(text, max(0, start - 60), start) or _CHANGE_AFTER.match(text, end))


def of_another_clause(text: str, start: int, end: int) -> bool:
    """Whether the percentage at these offsets has another subject than the figure beside it."""
    before = text.rfind("⟩", 0, start)
    beside = _NEXT_CLAUSE.search(text, before, start) if before >= 0 else _NEXT_CLAUSE.search(text, end)
    return beside is not None


def is_name(text: str, place: int) -> bool:
    """Whether the words before a number make a name of it, as of an index of shares."""
    return _NAMED.search(text, 0, text.index(f"⟨{place}⟩")) is not None


def is_share(share: Figure, small: float, large: float) -> bool:
    """Whether a percentage is the part of the whole."""
    made = 100 * small / large
    off = max(_OFF_SHARE, 0.05 * share.value) + (2.5 if share.qualifier else 0.0)
    return abs(made - share.value) <= off
