"""A past verb with a day to come, and a future verb with a day gone by."""

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.finding import Match
from newslint.patterns import regex
from newslint.span import Span

_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
# Past forms that are no participles, or seldom stand after their nouns: "a report published next week" is right.
_PAST = (
    "arrived|departed|returned|travelled|traveled|flew|went|came|began|resigned|visited|attended|spoke|happened|occurred|"
    "took +(?:place|off|office|effect)|voted|met|gave|opened|started|landed|marched|gathered|testified|died|"
    "appeared|ended|fell|rose|drew|wrote|became|chose"
)
_PLACE = (
    r"(?: +(?:in|at|for|to|from) +(?:the +)?[a-z-]{3,20}(?: +[a-z-]{3,20})?"
    r"|(?<=visited|ttended) +[a-z-]{3,20}(?: +[a-z-]{3,20})?|(?<=met) +(?:with +)?(?:m[rs]s?\. +)?[a-z-]{3,20})?"
)
_PAST_THEN_FUTURE = regex(
    rf"(?<![\w-])(?P<verb>{_PAST}){_PLACE} +(?P<day>(?:on +)?(?:next +(?:{_DAYS}|week|month|year)|tomorrow))(?![\w'-])"
)
_FUTURE_THEN_PAST = regex(
    r"(?<![\w'-])(?P<verb>(?:will|shall) +(?:not +|also +)?"
    r"(?:be +[a-z]{2,20}(?:ed|en|ld|de)|open|begin|start|arrive|meet|visit|travel|take +place|fly|speak|resign"
    rf"|return|close|end|vote|rule|decide|happen|appear|testify|leave|attend|host|hold|launch)){_PLACE} +"
    rf"(?P<day>(?:on +)?last +(?:{_DAYS})|yesterday|last +(?:week|month|night)(?= *[.,;)]))(?![\w'-])"
)
# Within a clause that is thought, said, wished or asked, or a passive, the past is no past.
_SHIFTED = regex(
    r"\b(?:if|unless|were|would|wish(?:es|ed)?|that|whether|when|until|till|before|once|as though|suppose[ds]?|time"
    r"|sa(?:id|ys?)|told|knew|hoped|thought|learned|learnt|announced|be|been|being|is|are|has|have|had|to|will"
    r"|rather|who|which|what|could|might|should|scheduled|planned|set|due|expected|slated|supposed|means?|meant)\b[^,;:]*\Z"
)
_REACH = 120
"""Characters before the verb that are looked at for a word that shifts the tense."""
_DAY_TO_COME = regex(rf"next +(?:{_DAYS}|week|month|year)|tomorrow")
_DAY_GONE = regex(rf"last +(?:{_DAYS}|week|month|night)|yesterday")
# Characters: no verb is further before its day. More than a few blanks in a row are no text that anybody reads.
_FURTHEST = 200
# Characters after it that tell whether it is one.
_AFTER = 20


def past_of_the_future(document: Document) -> Iterator[Match]:
    """Each verb and day that cannot both be right; speech, with its own time, is left alone."""
    lower = document.folded.lower
    for pattern, day in ((_PAST_THEN_FUTURE, _DAY_TO_COME), (_FUTURE_THEN_PAST, _DAY_GONE)):
        for found in _before(pattern, day, lower):
            span = Span(*found.span())
            sentence = document.sentence(span.start)
            before = lower[max(sentence.start, span.start - _REACH) : span.start]
            narrated = lower.endswith("the ", 0, found.start("day")) or _SHIFTED.search(before)
            if (pattern is _PAST_THEN_FUTURE and narrated) or span.end > sentence.end or document.quoted(span):
                continue
            texts = [document.text[found.start(name) : found.end(name)] for name in ("verb", "day")]
            yield Match(span, {"match": document.text[span.start : span.end], "other": texts[0], "right": texts[1]})


def _before(pattern: re.Pattern[str], day: re.Pattern[str], lower: str) -> Iterator[re.Match[str]]:
    """Where a pattern that ends with a day matches, looked for only in front of such days."""
    done = 0
    for end in (one.end() for one in day.finditer(lower)):
        for found in pattern.finditer(lower, max(done, end - _FURTHEST), end + _AFTER):
            yield found
            done = found.end()
