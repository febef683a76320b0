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
    "appeared|ended|fell|rose|drew|wrote|became|chose|sank|crashed|collapsed|exploded|escaped|erupted|swept"
)
# Past forms with an object of their own, which a participle has not: “approved the budget tomorrow”.
_DONE = (
    "approved|passed|adopted|rejected|ratified|killed|injured|destroyed|damaged|arrested|seized|completed|finished|won|lost"
    "|defeated|beat|crossed|reached|struck|stole|robbed|shot|stabbed|bombed|evacuated|rescued|freed|signed|elected|sacked"
    "|closed|shut|visited|met|attended|discussed|opened|launched|published|released|gave|took|sold|bought"
)
# What may stand between a verb and its day: the object and the place, no other verb and no clause.
_OBJECT = (
    r"(?: +(?!last\b|next\b|yesterday|tomorrow|who\b|which|that\b|what\b|where\b|when\b|how\b|as\b|than\b|after|before"
    r"|since|until|from\b|like\b|if\b|by\b|begun|began|\w+(?:ed|ing)\b)[\w'.-]{1,20}){0,4}"
)
_PLACE = (
    r"(?: +(?:in|at|for|to|from) +(?:the +)?[a-z-]{3,20}(?: +[a-z-]{3,20})?"
    r"|(?<=visited|ttended) +[a-z-]{3,20}(?: +[a-z-]{3,20})?|(?<=met) +(?:with +)?(?:m[rs]s?\. +)?[a-z-]{3,20})?"
)
_AT_END = r"(?= *(?:[.,;)]|$))"
_PAST_THEN_FUTURE = regex(
    rf"(?<![\w-])(?P<verb>{_PAST}){_PLACE} +(?P<day>(?:on +)?(?:next +(?:{_DAYS}|week|month|year)|tomorrow))(?![\w'-])"
)
_DONE_THEN_FUTURE = regex(
    rf"(?<![\w-])(?P<verb>{_DONE}) +(?:the|its|his|her|their|an?|all|two|three|[0-9]+) +(?:[a-z'-]{{2,20}} +){{1,4}}?"
    rf"(?P<day>(?:on +)?(?:next +(?:{_DAYS}|week|month|year)|tomorrow)){_AT_END}"
)
_FUTURE_THEN_PAST = regex(
    r"(?<![\w'-])(?P<verb>(?:will|shall) +(?:not +|also +)?"
    r"(?:be +[a-z]{2,20}(?:ed|en|ld|de)|open|begin|start|arrive|meet|visit|travel|take +place|fly|speak|resign"
    rf"|return|close|end|vote|rule|decide|happen|appear|testify|leave|attend|host|hold|launch)){_PLACE} +"
    rf"(?P<day>(?:on +)?last +(?:{_DAYS})|yesterday|last +(?:week|month|night)(?= *[.,;)]))(?![\w'-])"
)
# The day ends its clause, or a place, a reason or another time follows.
_ENDS = r"(?= *(?:[.,;)]|$|(?:with|in|at|to|after|before|for|when|following|because|despite|as)\b))(?![\w'-])"
_GONE = rf"last +(?:week|month|year|night|{_DAYS})"
_TO_COME = rf"next +(?:week|month|year|{_DAYS})"
# “will have landed yesterday” is a guess; with an object and a count it is hardly meant.
_HAVE_THEN_PAST = regex(
    r"(?<![\w'-])(?P<verb>(?:will|shall) +have +(?!been\b|had\b)[a-z]{3,20}(?:ed|en|t|d|n|e))"
    r" +(?:its|the|his|her|their|an?|all) +(?:[a-z-]{3,20} +){0,2}[a-z-]{3,20}"
    r"(?: +(?:to|in|at|for) +(?:the +)?[a-z]{3,20})?"
    r" +(?P<day>(?:two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,2}) +(?:weeks|months|years) +ago)"
    r"(?= *(?:[.,;)]|$))"
)
_AGO = r"(?:two|three|four|five|ten|several|many|a few) +(?:days|weeks|months|years) +ago"
# Nothing but a time to come goes with "will".
_WILL_THEN_PAST = regex(
    r"(?<![\w'-])(?P<verb>(?:will|shall|(?:is|are) +(?:going +)?to) +(?:not +|also +|be +)?"
    rf"(?!have\b|last\b)[a-z]{{3,20}}){_OBJECT} +(?P<day>(?:on +)?last +(?:{_DAYS})|yesterday|{_GONE}|{_AGO}){_ENDS}"
)
_LEFT = regex(
    r"(?<![\w'-])(?:he|she|they|it|we) +(?P<verb>left|opened|closed|died|signed|visited|won|lost|played|resigned"
    r"|arrived|was +(?:arrested|killed|buried|born|sentenced))"
    rf"{_OBJECT} +(?P<day>(?:on +)?(?:next +(?:{_DAYS}|week|month)|tomorrow)){_ENDS}"
)
_SUBJECT = r",? +(?:the +|a +|his +|her +|its +|their +)?(?:(?!who\b|which\b|that\b|what\b)[\w'.-]{1,20} +){1,3}?"
_OPENING_DAY = regex(
    rf"(?P<day>tomorrow|{_TO_COME}){_SUBJECT}(?P<verb>{_PAST})(?![\w'-])"
    rf"|(?P<gone>yesterday|{_GONE}){_SUBJECT}(?P<will>(?:will|shall) +(?!have\b)[a-z]{{2,20}})(?![\w'-])"
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
_DAY_GONE = regex(rf"last +(?:{_DAYS}|week|month|year|night)|yesterday|(?:days|weeks|months|years) +ago")
# Characters: no verb is further before its day. More than a few blanks in a row are no text that anybody reads.
_FURTHEST = 200
# Characters after it that tell whether it is one.
_AFTER = 20


def past_of_the_future(document: Document) -> Iterator[Match]:
    """Each verb and day that cannot both be right; speech, with its own time, is left alone."""
    lower = document.folded.lower
    yield from _opening(document)
    looks = (
        (_PAST_THEN_FUTURE, _DAY_TO_COME),
        (_LEFT, _DAY_TO_COME),
        (_DONE_THEN_FUTURE, _DAY_TO_COME),
        (_FUTURE_THEN_PAST, _DAY_GONE),
        (_WILL_THEN_PAST, _DAY_GONE),
        (_HAVE_THEN_PAST, _DAY_GONE),
    )
    done: set[int] = set()
    for pattern, day in looks:
        for found in _before(pattern, day, lower):
            span = Span(found.start("verb"), found.end())
            sentence = document.sentence(span.start)
            before = lower[max(sentence.start, span.start - _REACH) : span.start]
            narrated = lower.endswith("the ", 0, found.start("day")) or _SHIFTED.search(before)
            past = day is _DAY_TO_COME
            if (past and narrated) or span.end > sentence.end or document.quoted(span) or span.end in done:
                continue
            done.add(span.end)
            texts = [document.text[found.start(name) : found.end(name)] for name in ("verb", "day")]
            yield Match(span, {"match": document.text[span.start : span.end], "other": texts[0], "right": texts[1]})


def _opening(document: Document) -> Iterator[Match]:
    """A sentence that opens with a day to come and goes on in the past, or the other way round."""
    lower = document.folded.lower
    for sentence in document.sentences:
        if not lower.startswith(("tomorrow", "next ", "yesterday", "last "), sentence.start):
            continue
        found = _OPENING_DAY.match(lower, *sentence)
        if found and not document.quoted(Span(*found.span())):
            day, verb = ("gone", "will") if found["gone"] else ("day", "verb")
            texts = [document.text[found.start(name) : found.end(name)].rstrip(",") for name in (verb, day)]
            values = {"match": document.text[found.start() : found.end()], "other": texts[0], "right": texts[1]}
            yield Match(Span(*found.span()), values)


def _before(pattern: re.Pattern[str], day: re.Pattern[str], lower: str) -> Iterator[re.Match[str]]:
    """Where a pattern that ends with a day matches, looked for only in front of such days."""
    done = 0
    for end in (one.end() for one in day.finditer(lower)):
        for found in pattern.finditer(lower, max(done, end - _FURTHEST), end + _AFTER):
            yield found
            done = found.end()
