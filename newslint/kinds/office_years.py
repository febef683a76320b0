"""Office-holders of other years than those of the article: told by its date, else by what else it says."""

from collections.abc import Callable, Sequence
from operator import or_

from newslint.document import Document
from newslint.kinds.article_days import NEVER
from newslint.kinds.certainty import AMERICAN, by_courtesy
from newslint.kinds.offices import Statement
from newslint.kinds.spoken_days import tells_of_the_past
from newslint.patterns import regex
from newslint.terms import Term, shifted

# Nobody who left so many days ago is still in the news without a word that says so; of him who acts fewer are enough.
_LONG_AGO = 600
_ACTED_AGO = 200
# Where the article has a date, so few days are enough.
_LATELY = 30
# Who left so many days ago is history, and no writer takes him for a holder of today; of full names with office and
# country that can be said only after twice as long.
_HISTORY = 365 * 15


# What somebody does in the news of a day, and whom others meet; what he is said to have done in files is of any time.
_ACTS = regex(
    r"(?:,[^,.;]{3,60},)? (?:has |also |again |later |on [A-Z][a-z]+day |[a-z]+ly )*"
    r"(?!(?:resigned|retired|died|stepped|lost|helped|used|worked|championed|pioneered|created|founded|introduced)\b)"
    r"(?:said|says|told|tells|is|has|will|would|met|meets|flew|spoke|gave|made|took|went|won|led|held|sent|wrote"
    r"|[a-z]{2,}ed|waves|walks|speaks|arrives|delivers|listens|gestures|attends|addresses|shakes|holds|signs|leaves|talks"
    r"|stands|expects|poses|greets|looks|wants|plans|hopes|faces)\b"
)
# What somebody did in the days before, and when: “said on Monday”, “on Monday said”, “Last week, … accused”.
_DAY = (
    r"(?:last (?:week|month|night)|yesterday|today|this (?:week|month|morning)"
    r"|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_DID = r"(?!(?:resigned|retired|died)\b)(?:said|told|met|spoke|gave|made|took|went|held|sent|[a-z]{2,}ed)\b"
_JUST = regex(
    rf"(?:,[^,.;]{{3,60}},)? (?:has |also |again |[a-z]+ly )*(?:{_DID}[^,.;\"]{{0,40}}? {_DAY}|{_DAY} {_DID})"
)
_LAST_WEEK = regex(rf"(?:(?i:{_DAY})|Earlier (?:this|on)(?: \w+)?|Late (?:on )?\w+day),? (?:the )?")
# Before whom one of these stands, he is of the time of something else: ordered by, as under.
_BEFORE = regex(
    r"(?i)\b(?:by|under|of|for|to|like|after|before|from|than|until|since|as|about|against|on|when|with|between)"
    r"(?: the| then)? $"
)
_MET = regex(
    r"\b(?:met|meet|meets|meeting|talks?|spoke|speak|call|summit|conference|lunch|dinner|clashed|clash|quarrel(?:led)?|spat|"
    r"row|argued|negotiated|negotiations|angry|tough|blunt|belligerent) (?:\w+ )?with $"
    r"|\b(?:called|phoned|hosted|welcomed|greeted|urged|thanked|invited|assured|warned|congratulated|briefed) $"
)
_OF_FILES = regex(r"\b(?:files?|documents?|records?|memos?|e-?mails?|transcripts?|tapes?|testimony)\b")


def _has_just(document: Document, one: Statement) -> bool:
    """Whether a statement is of somebody who did something in the days before."""
    plain = document.folded.plain
    return _JUST.match(plain, one.end) is not None or (
        _ACTS.match(plain, one.end) is not None
        and _LAST_WEEK.fullmatch(plain, document.sentence(one.start).start, one.start) is not None
    )


def _acts(document: Document, one: Statement) -> bool:
    """Whether a statement is of somebody who does something as the article is written, or whom somebody meets."""
    plain, sentence = document.folded.plain, document.sentence(one.start)
    if _OF_FILES.search(plain, *sentence):
        return False
    if _MET.search(plain, max(sentence.start, one.start - 60), one.start):
        return True
    return not _BEFORE.search(plain, max(sentence.start, one.start - 30), one.start) and bool(
        _ACTS.match(plain, one.end)
    )


def outside(document: Document, one: Statement, terms: Sequence[Term], between: Callable[[], tuple[int, int]]) -> str:
    """Why somebody was in office in none of the days that the article can be from; "" where he may have been.

    A writer who means the holder of another time says so: former, then, under, a year.
    """
    just = _has_just(document, one)
    if one.former or by_courtesy(one.title, one.place) or (tells_of_the_past(document, one) and not just):
        return ""
    first, last = between()
    acts = _acts(document, one)
    if first == last and not acts:
        return ""
    ago = _LATELY if first == last else _ACTED_AGO if acts or just else _LONG_AGO
    left = [not term.open and shifted(term.end[1], ago) < first for term in terms]
    to_come = [last < NEVER and term.start[0] > shifted(last, ago) for term in terms]
    history = _HISTORY if not (one.place and one.person.given) else 2 * _HISTORY
    if all(left) and any(just or shifted(term.end[1], history) > first for term in terms):
        return f"{terms[0].person} had left office before what the article tells of"
    # a president of the United States tells the article's years; who does not fit them is somebody else
    if all(to_come) and not (one.title == "president" and one.place in AMERICAN):
        return f"{terms[0].person} took office after what the article tells of"
    if first == last and not all(left) and all(map(or_, left, to_come)):
        return f"{terms[0].person} was not in office when the article was written"
    return ""
