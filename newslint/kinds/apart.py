"""What the text itself gives as the reason why two figures differ, so that they contradict nothing."""

import re

from newslint.document import Document
from newslint.kinds.likeness import Context, context, in_sentence, stem
from newslint.language.counted import thing
from newslint.language.figure import Figure
from newslint.language.sources import sources
from newslint.patterns import regex

# What stands before a figure that is set against another one, or counts others.
_CONTRAST = regex(
    r"\b(?:compared (?:with|to)|versus|against|(?:up|down) from|and just|but only|another|other|additional|further"
    r"|extra|remaining)(?: about| some| an?| the)? [$£€]?$"
)
_NOT_ALL = regex(r" (?:more|others?|further|additional)\b| of (?:the|those|them|its|their|these|all|whom|which)\b")
_MOVED = regex(
    r"\b(?:(?:rose|risen|rises?|rising|climb(?:ed|s|ing)?|grew|grown|grow(?:s|ing)?|increas(?:ed|es|ing)|jump(?:ed|s)?"
    r"|fell|fallen|falls?|falling|dropp?(?:ed|s|ing)?|declin(?:ed|es|ing)|shr[aiu]nk|raised|revised|updated|cut"
    r"|lowered|up|down)(?: [a-z-]+){0,2} to|(?:now|later|so far)(?: [a-z-]+){0,2}) [$£€]?$"
)
_PART = regex(
    r"\b(?:another|others?|additional|extra|further|earlier|previous(?:ly)?|initial(?:ly)?|at first|later|revised"
    r"|updated|former(?:ly)?|adding|each|every|per|half|of them|of those|of whom|including|included|remaining|rest"
    r"|also|average|respectively|elsewhere|separate\w{0,2}|first|second|third|last|next|ago|so far|more than half"
    r"|by then|expected|feared|could|might|may|would)\b"
)
# The later figure is of another time or of all together, if only one of the two sentences says so.
_OTHERWISE = regex(
    r"\b(?:last (?:year|month|week|time|season)|a (?:year|month|week|decade) (?:ago|earlier|before)|years? (?:ago"
    r"|earlier)|in all|in total|altogether|overall|combined|in (?:18|19|20)\d\d|another|rivals?|previous(?:ly)?"
    r"|initial(?:ly)?|at first|elsewhere|separate\w{0,2}|the second|a second|the other|twin|in contrast|by contrast"
    r"|instead)\b"
)
_LAST_YEAR = regex(
    r"\b(?:last (?:year|month|week|time|season)|(?:a|years?|months?|weeks?|decades?) (?:year |month |week |decade )?"
    r"(?:ago|earlier|before)|previous\w*|in (?:all|total)|altogether|overall|combined)\b"
)
# A sentence that opens with its time tells of that time.
# A sentence whose subject is another thing of the same sort: "A second letter made £14,000."
_OTHER_SUBJECT = regex(
    r"(?:another|(?:a|the) (?:second|third|fourth|other|next|further))\b(?! (?:half|day|time|week|year|month))"
)
_OPENS = regex(
    r"(?:(?:on|by|in|since|at|late|early|this|that|by late|until)\b(?: the)?(?: [a-z]+ of)? |(?=[a-z]+day\b))((?:mon"
    r"|tues|wednes|thurs|fri|satur|sun)day|noon|midnight|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|week|month|year|evening|morning|afternoon|night)\b"
)
# Words of one row tell two counts apart, if each sentence has its own.
_ROWS = (
    "export import",
    "north south east west",
    "northern southern eastern western",
    "men women",
    "man woman",
    "boy girl",
    "male female",
    "husband wife",
    "mother father",
    "republican democrat independent",
    "republican democratic",
    "conservative labour liberal",
    "urban rural",
    "profit loss revenue sale turnover",
    "gold silver bronze",
    "inflation unemployment",
    "house senate",
    "morning afternoon evening night",
    "bought sold",
    "win loss",
    "civilian soldier",
    "doctor nurse",
    "teacher pupil student",
    "first second third fourth",
    "biggest smallest",
    "best worst",
    "old new",
    "opened closed",
)
_ROW_OF = {word: at for at, row in enumerate(_ROWS) for word in map(stem, row.split())}
# What a poll was made of differs from poll to poll.
_SAMPLE = frozenset(
    "economist analyst adult voter respondent expert forecaster american people person strategist".split()
)
_POLLED = frozenset("survey poll voter respond respondent registered favor oppos approv disapprov".split())
_SURVEY = frozenset(("survey", "poll", "forecast", "median", "estimat", "interview"))
# Figures of this size are given in round numbers without a word such as about, but not by more than this of a step.
_ROUND_AS_IT_IS = 100
_UNSAID = 0.3
_NAME = regex(r"\b[A-Z][\w-]+")
# How far before a figure, and to both sides of it, is looked; characters.
_BEFORE = 40
_BESIDE = 45


def accounted_for(document: Document, here: Figure, there: Figure) -> bool:
    """Rounding, another year, another source, some of all, another poll."""
    if rounding(here, there) or (here.state and there.state and here.state != there.state):
        return True
    if any(_set_apart(document, one) for one in (here, there)) or _other_source(document, here, there):
        return True
    if whose(document, here) != whose(document, there):
        return True
    a, b = context(document, here), context(document, there)
    years = _years(a)
    if (
        (years and not years & _years(b) and not definite(document, here))
        or _opposites(a, b)
        or _otherwise(document, here) != _otherwise(document, there)
    ):
        return True
    if together(document, here, there) or moved(document, here) > moved(document, there):
        return True
    if _opens(document, here) not in ("", _opens(document, there)):
        return True
    polled = here.kind in {"percent", "points"} or here.counted in _SAMPLE
    return polled and bool(a.sentence & _SURVEY) and bool(b.sentence & _SURVEY)


def reasons(document: Document, here: Figure, there: Figure) -> dict[str, bool]:
    """Such reasons each by itself, for who weighs them."""
    a, b = context(document, here), context(document, there)
    polled = here.kind in {"percent", "points"} or here.counted in _SAMPLE
    return {
        "set apart": any(_set_apart(document, one) for one in (here, there)),
        "other source": _other_source(document, here, there),
        "other year": bool(_years(a) and _years(b) and not _years(a) & _years(b)),
        "other place": bool(a.places and b.places and not a.places & b.places),
        "opposites": _opposites(a, b) or _of_another(document, here) != _of_another(document, there),
        "otherwise": _otherwise(document, here) != _otherwise(document, there),
        "last year": _otherwise(document, here, _LAST_YEAR) != _otherwise(document, there, _LAST_YEAR),
        "opens otherwise": _opens(document, here) not in ("", _opens(document, there)),
        "moved": moved(document, here) > moved(document, there),
        "others": whose(document, here) != whose(document, there),
        "together": together(document, here, there),
        "polled": polled and not (a.sentence | b.sentence).isdisjoint(_POLLED),
        "polls": polled and bool(a.sentence & _SURVEY) and bool(b.sentence & _SURVEY),
    }


def rounding(here: Figure, there: Figure) -> bool:
    """Whether one of two figures is the other in a round number."""
    return _rounded(here, there) or _rounded(there, here)


def _rounded(one: Figure, other: Figure) -> bool:
    """Whether one is a round figure that the other may stand behind."""
    if one.step <= other.step:
        return False
    reach = 1.0 if one.qualifier else _UNSAID if one.value >= _ROUND_AS_IT_IS else 0.0
    return abs(one.value - other.value) < reach * one.step


def moved(document: Document, figure: Figure) -> bool:
    """Whether something rose or fell to a figure, which was another before."""
    start = document.sentence(figure.start).start
    return _MOVED.search(document.folded.lower, max(start, figure.start - _BEFORE), figure.start) is not None


def another_count(document: Document, here: Figure, there: Figure) -> bool:
    """Whether one of two counts is of a part, of another event, or of a later hour."""
    a, b = context(document, here), context(document, there)
    return _years(a) != _years(b) or any(moved(document, one) or _part(document, one) for one in (here, there))


def together(document: Document, one: Figure, other: Figure) -> bool:
    """Whether the sentence of one gives the value of the other too, so that the writer knew of both."""
    return any(
        each.value == away.value
        and each.kind == away.kind
        and (not each.counted or not away.counted or thing(each.counted) == thing(away.counted))
        for here, away in ((one, other), (other, one))
        for each in in_sentence(document, here)
    )


def definite(document: Document, figure: Figure) -> bool:
    """Whether the figure points back: “the 14 dead”."""
    before = document.folded.lower[max(0, figure.start - 8) : figure.start].split()
    return bool(before) and before[-1] in {"the", "those", "these", "all"}


def difference_given(document: Document, here: Figure, there: Figure) -> bool:
    """Whether one of the two sentences gives what lies between the figures: two left, and 34 remain."""
    difference = abs(here.value - there.value)
    return any(one.value == difference for place in (here, there) for one in in_sentence(document, place))


def made_of(document: Document, here: Figure, there: Figure) -> bool:
    """Whether here is what there and the figure behind it make: 21 men and six women, and then the 27."""
    rest = here.value - there.value
    return any(one.value == rest and 0 < one.start - there.end < _BESIDE for one in in_sentence(document, there))


def whose(document: Document, figure: Figure) -> frozenset[str]:
    """The names inside what is counted: the 21 NATO countries are not 12 countries."""
    return frozenset(_NAME.findall(document.folded.plain, figure.number_end, figure.counted_start))


def _years(one: Context) -> frozenset[str]:
    return frozenset(time for time in one.times if time.isdigit())


def _opposites(a: Context, b: Context) -> bool:
    """Whether each speaks of its own word of a row: exports there, imports here."""
    rows = {_ROW_OF[word]: word for word in a.words - b.words if word in _ROW_OF}
    return any(_ROW_OF.get(word) in rows for word in b.words - a.words)


def _otherwise(document: Document, figure: Figure, words: re.Pattern[str] = _OTHERWISE) -> bool:
    start, end = document.sentence(figure.start)
    close = max(start, figure.start - _BESIDE), min(end, figure.end + _BESIDE)
    return words.search(document.folded.lower, *close) is not None


def _opens(document: Document, figure: Figure) -> str:
    found = _OPENS.match(document.folded.lower, document.sentence(figure.start).start)
    return found[1] if found else ""


def _of_another(document: Document, figure: Figure) -> bool:
    return _OTHER_SUBJECT.match(document.folded.lower, document.sentence(figure.start).start) is not None


def _set_apart(document: Document, figure: Figure) -> bool:
    lower = document.folded.lower
    start = max(document.sentence(figure.start).start, figure.start - _BEFORE)
    return bool(_CONTRAST.search(lower, start, figure.start) or _NOT_ALL.match(lower, figure.end))


def _part(document: Document, figure: Figure) -> bool:
    start, end = document.sentence(figure.start)
    close = max(start, figure.start - _BESIDE), min(end, figure.end + _BESIDE)
    return _PART.search(document.folded.lower, *close) is not None


def _other_source(document: Document, here: Figure, there: Figure) -> bool:
    one, other = _sources(document, here), _sources(document, there)
    return bool(one and other and not one & other)


def _sources(document: Document, figure: Figure) -> frozenset[str]:
    sentence = document.sentence(figure.start)
    return document.memo(("sources", sentence.start), lambda: sources(document.folded, sentence))
