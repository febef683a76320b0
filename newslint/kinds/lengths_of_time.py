"""Lengths of time that do not fit the two moments they are given with: “began at 9, ended five hours later, at 4”."""

import re
from collections.abc import Iterable, Iterator, Sequence

from newslint.document import Document
from newslint.finding import Match, Note
from newslint.kinds.moments import Length, Moment, Moments, fits
from newslint.language.numerals import worth
from newslint.matching.words import words_of
from newslint.patterns import regex
from newslint.span import Span

_NUMBER = (
    r"(?:[0-9]{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})?"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
_UNITS = ("minute", "hour", "day", "week", "month", "year", "decade")
_LENGTH = rf"(?<![\w.,$-])(?P<count>{_NUMBER})[ -](?P<unit>{'|'.join(_UNITS)})s?"
# The word before a length that is not meant to the unit, or is only part of one.
_VAGUE = regex(
    r"\b(?:about|around|some|nearly|almost|roughly|over|under|than|least|most|to|or|approximately|barely|another|further"
    r"|within|every|each|up|(?:minute|hour|day|week|month|year)s? and) \Z"
)
_EXACTLY = r"(?:exactly |only |just )?"
_END = r"(?= *[.;,)]| *$)"
# Where a length stands beside the second moment, which begins or ends at “here”, and the word that each of them holds.
_LATER_AT = regex(rf"{_LENGTH} (?:later|afterwards),? (?:(?:at|on|in|by) )?(?P<here>)")
_AFTER_THEN = regex(rf"\bafter {_EXACTLY}{_LENGTH},? (?:at|on|in) (?P<here>)")
_THEN_LATER = regex(
    rf"(?P<here>)(?: (?:of )?(?:that|the same|this) year)?,? {_EXACTLY}{_LENGTH} (?:later|afterwards){_END}"
)
_THEN_AFTER = regex(rf"(?P<here>),? after {_EXACTLY}{_LENGTH}{_END}")
_EARLIER_AT = regex(rf"{_LENGTH} (?:earlier|before),? (?:(?:at|on|in|by) )?(?P<here>)")
_INTO = regex(
    rf"{_LENGTH} into (?:it|the|his|her|their|its)(?: [a-z]{{3,12}})?,? (?:(?:shortly|just|right|soon|a little) )?"
    r"(?:(?:before|after|at|around|about|in) )?(?P<here>)"
)
_PAIRS = (
    (_INTO, ("into",)),
    (_LATER_AT, ("later", "afterwards")),
    (_AFTER_THEN, ("after",)),
    (_THEN_LATER, ("later", "afterwards")),
    (_THEN_AFTER, ("after",)),
    (_EARLIER_AT, ("earlier",)),
)
# “in 1990, three years after he enrolled in 1980”
_AFTER_WHAT = regex(
    rf"(?P<here>),? {_EXACTLY}{_LENGTH} (?P<side>after|before) (?!that\b)[^.;:()\"]{{3,60}}?(?:in|on|at) (?=[a-z0-9])"
)
_STARTS = (*("start", "starts", "started", "begin", "begins", "began", "open", "opens", "opened"), "run", "runs")
WORDS = ("later", "earlier", "afterwards", "after", "before", "from", "between", "years", "into", *_STARTS)
"""Without one of these nothing is found."""
_BEGUN = regex(
    r"\b(?:beg[aiu]n|started|opened|launched|walked out|took (?:office|effect|over|power)|taken|entered|joined|founded"
    r"|signed|closed|shut|went (?:on|into)|imposed|introduced|arrested|detained|captured|married|moved in)\b"
)
_LAST = r"(?:last(?:s|ed|ing)?|r[au]n(?:s|ning)?|continu(?:ed|ing|es)|stretch(?:ed|ing|es)|went on|goes on)"
# “have two weeks between August and December”: at some time between them
_SOMETIME = regex(
    r"\b(?:ha[sd]|have|having|spen[dt]|spends|for|takes?|took|gets?|got|works?|worked|given|of) (?:about |some )?$"
)
_BEFORE = 24
# “The two-hour ceremony will start at 6 p.m. and end at 10 p.m.”
_RUNS = regex(
    rf"{_LENGTH}(?:-long)? [a-z]{{3,}}[^.;:()\"]{{0,60}}?\b(?:start|begin|open|beg[au]n|run)"
    r"(?:s|ed|ning)? (?:(?:at|on|in|from) )?(?P<here>)"
)
_ENDS = regex(
    r"[^.;:()\"]{0,30}?\b(?:and|to|until|till|then)\b (?:will |is to |is due to |was to )?"
    r"(?:(?:end|finish|close|conclude|wind up|wrap up)(?:s|ed|es)? )?(?:(?:at|on|in) )?"
)
_FROM_TO = regex(
    rf"{_LENGTH}(?:-long)?(?: (?!ago\b|later\b|old\b|after\b|before\b|earlier\b)[a-z'-]{{2,20}}){{0,3}},?"
    rf" (?:(?:which|that) (?:will |is to )?{_LAST} |{_LAST} )?(?:from|between) (?P<here>)"
)
# “from 10 p.m. to 5 a.m., gives the police nine hours”
_THEN_LENGTH = regex(
    rf"\b(?:lasts?|lasted|gives?|gave|is|was|a full|a total of|runs? for|ran for|makes?|made) (?:[a-z]+"
    rf" ){{0,3}}?{_LENGTH}"
)
_NO_LENGTH = regex(
    r" (?:ago|later|earlier|before|after|old|longer|more|less|in advance|at a time|an? (?:day|week|month|year))\b"
)
_TO = regex(r"(?: (?:morning|afternoon|evening|night))?,? (?:to|until|till|through|and) (?:the (?:morning|night) of )?")
_ORIGIN = regex(
    r"\b(?:born|built|founded|opened|married|wed|established|formed|launched|created|started|began|joined|laid|planted"
    r"|consecrated|settled|incorporated|inaugurated|moved|first published|set up)\b"
)
_KEPT = regex(
    r"\b(?:turn(?:s|ed)|celebrate[sd]|mark(?:s|ed)|reache[sd]|complete[sd]|is|was) "
    rf"(?P<count>{_NUMBER}) years (?:old|of [a-z]+|together|in [a-z]+)\b"
)
# Characters before and behind the word that a pattern holds.
_BEFORE, _BEHIND = 70, 40

_Misfit = tuple[Moment, Moment, Length]


def misfits(document: Document) -> Iterator[Match]:
    """Each moment that is not as far from the one before it as the text says, with a note on that one."""
    moments = Moments(document)
    done: set[int] = set()
    for find in (_pairs, _related, _stretches, _lengths_behind, _ages):
        for here, there, length in find(document, moments):
            if here.start not in done:
                done.add(here.start)
                yield _match(document, here, there, length)


def _places(document: Document, pattern: re.Pattern[str], words: Iterable[str]) -> Iterator[re.Match[str]]:
    """Where a pattern matches around one of the words that it must hold, with a unit of time near."""
    lower = document.folded.lower
    for at in sorted(at for word in words for at in words_of(document).places(word)):
        start, end = max(0, at - _BEFORE), at + _BEHIND
        if any(unit in lower[start:end] for unit in _UNITS):
            yield from (one for one in pattern.finditer(lower, start, end) if one.start() <= at < one.end())


def _pairs(document: Document, moments: Moments) -> Iterator[_Misfit]:
    """A length between two moments of one sentence, the second right beside it."""
    lower = document.folded.lower
    for pattern, words in _PAIRS:
        for found in _places(document, pattern, words):
            length, sentence = _length(lower, found), document.sentence(found.start())
            asked = moments.around(length, sentence) if length else ()
            at = found.start("here")
            here = next((one for one in asked if one.start <= at + 4 and at <= one.end), None)
            earlier = [one for one in asked if here and one.end <= min(here.start, found.start())]
            if not length or not here or not earlier or any(fits(one, here, length) for one in earlier):
                continue
            if pattern is _EARLIER_AT and any(fits(here, one, length) for one in asked):
                continue
            if words == ("after",) and not _BEGUN.search(lower, sentence.start, earlier[-1].start):
                continue
            yield here, earlier[-1], length


def _related(document: Document, moments: Moments) -> Iterator[_Misfit]:
    """A moment, so long after or before another one that is named next."""
    lower = document.folded.lower
    for found in _places(document, _AFTER_WHAT, ("after", "before")):
        length, at = _length(lower, found), found.start("here")
        asked = moments.around(length, document.sentence(at)) if length else ()
        here = next((one for one in asked if at <= one.end <= at + 1), None)
        there = next((one for one in asked if found.end() <= one.start <= found.end() + 4), None)
        if length and here and there:
            first, second = (there, here) if found["side"] == "after" else (here, there)
            if not fits(first, second, length):
                yield here, there, length


def _stretches(document: Document, moments: Moments) -> Iterator[_Misfit]:
    """A length with “from … to …”."""
    lower = document.folded.lower
    looks = ((_FROM_TO, ("from", "between"), _TO), (_RUNS, _STARTS, _ENDS))
    for found, goes_on in (
        (one, after) for pattern, words, after in looks for one in _places(document, pattern, words)
    ):
        length, at = _length(lower, found), found.end()
        asked = moments.around(length, document.sentence(found.start())) if length else ()
        ends = _joined(lower, asked, at, goes_on)
        if _SOMETIME.search(lower, max(0, found.start() - _BEFORE), found.start()) and " between " in found[0]:
            continue
        if length and ends and not fits(*ends, length, within=True):
            yield ends[1], ends[0], length


def _joined(lower: str, asked: Sequence[Moment], at: int, goes_on: re.Pattern[str]) -> tuple[Moment, Moment] | None:
    """The moment at a place, and the one that “to” or the like joins to it."""
    first = next((one for one in asked if at <= one.start <= at + 4), None)
    joined = goes_on.match(lower, first.end) if first else None
    second = next((one for one in asked if joined and joined.end() <= one.start <= joined.end() + 4), None)
    return (first, second) if first and second else None


def _lengths_behind(document: Document, moments: Moments) -> Iterator[_Misfit]:
    """“From 10 p.m. to 5 a.m.” with a length behind it."""
    lower = document.folded.lower
    for at in words_of(document).places("from"):
        sentence = document.sentence(at)
        behind = _THEN_LENGTH.search(lower, at, sentence.end)
        length = _length(lower, behind) if behind and not _NO_LENGTH.match(lower, behind.end()) else None
        if behind is None or length is None or length.unit not in {"minute", "hour", "day"}:
            continue
        ends = _joined(lower, moments.around(length, sentence), at + len("from "), _TO)
        if ends and ends[1].end <= behind.start("count") and not fits(*ends, length, within=True):
            yield ends[1], ends[0], length


def _ages(document: Document, moments: Moments) -> Iterator[_Misfit]:
    """“Built in 1820, turned 180 years old in 2020”."""
    lower = document.folded.lower
    for found in _places(document, _KEPT, ("years",)):
        count, sentence = _count(found["count"]), document.sentence(found.start())
        asked = moments.years(sentence)
        first = [one for one in asked if one.end <= found.start() and _ORIGIN.search(lower, sentence.start, one.start)]
        second = [one for one in asked if lower[found.end() : one.start].strip() in {"in", "by"}]
        if len(first) == 1 and second and abs(second[0].value - first[0].value - count) > 1:
            yield second[0], first[0], Length(count, "year")


def _length(lower: str, found: re.Match[str]) -> Length | None:
    """The length as printed; none where it is not meant to the unit."""
    at = found.start("count")
    return None if _VAGUE.search(lower, max(0, at - 16), at) else Length(_count(found["count"]), found["unit"])


def _count(text: str) -> int:
    if text in {"a", "an"}:
        return 1
    return int(text) if text.isdigit() else worth(text)


def _match(document: Document, here: Moment, there: Moment, length: Length) -> Match:
    span, other = Span(here.start, here.end), Span(there.start, there.end)
    texts = [document.text[one.start : one.end] for one in (span, other)]
    note = Note(document.name, other, f"“{texts[1]}” here")
    said = f"{length.number} {length.unit}{'s' if length.number != 1 else ''}"
    return Match(span, {"match": texts[0], "other": texts[1], "right": said}, (note,))
