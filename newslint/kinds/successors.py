"""Whom an article goes on with: "Chancellor Olaf Scholz" once, and then "Merkel said", whom nothing introduces."""

from collections.abc import Sequence

from newslint.document import Document
from newslint.facts import Facts, name_words
from newslint.kinds.certainty import TOP
from newslint.kinds.offices import Statement
from newslint.kinds.spoken_days import past_time
from newslint.patterns import regex
from newslint.span import Span
from newslint.terms import NOBODY, Office, Term
from newslint.text import printed

# Only holders of these years are named by their surnames alone.
_SINCE = 19890101
_YEAR = regex(r"\b(?:1[89]|20)[0-9]{2}\b")
_ADDRESS = regex(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Mister|Madam)\.? +$")
_SPOKE = regex(r"(?:'s\b|’s\b| (?:said|says|told|has|had|was|is|will|would|also|added|did|made|called|went)\b)")
_CAPITAL = regex(r"([A-Z][\w'’-]*|\b[A-Z][a-z]{0,3}\.) +$")
_SMALL_BEFORE = frozenset(
    """
    After And As At Before But By For From How If In Is Like Since So That The Then Though Under Unlike When While Why
    With Will Would Did Does Has Had Was What Yet Still Although Because Pro Anti
    """.split()
)
# Of these there are several at once, or a holder is known beside the others.
_OF_A_HOUSE = regex(r"leader|speaker|sen|rep")
_WORD = regex(r"\w+")
# So near, in characters, a year of the same paragraph may be that of a statement.
_YEAR_NEAR = 600
# So far before a surname a first name may begin, in characters.
_REACH = 24


def named_instead(document: Document, facts: Facts, one: Statement, fitting: Sequence[tuple[Office, Term]]) -> str:
    """Who held the same office and is named by his surname alone, though nothing introduces him; else nothing.

    The article names the one whom it introduces nowhere else: his name stands in another's place.
    """
    if one.former or not one.person.given or _OF_A_HOUSE.search(one.title) or document.quoted(Span(one.start, one.end)):
        return ""
    if _again(document, one) or _of_the_past(document, one):
        return ""
    mine = {word for _, term in fitting for word in name_words(term.person)}
    for office in {office.name: office for office, _ in fitting}.values():
        if not one.place and not one.offices and one.title not in TOP:
            continue
        for holder in _others(facts, office):
            surname = holder.partition(" ")[0] if facts.family_first(holder) else holder.rpartition(" ")[2]
            if len(surname) < 2 or name_words(surname)[0] in mine or not _printed(document, surname):
                continue
            if _alone(document, one, surname):
                return holder
    return ""


def _others(facts: Facts, office: Office) -> list[str]:
    """Who held an office and, as far as the sheets know, no other after it: he is named for nothing else."""
    return list(
        dict.fromkeys(
            term.person
            for layer in office.layers
            for term in layer.terms
            if term.end[1] >= _SINCE and term.person != NOBODY and not term.acting and not _rose(facts, office, term)
        )
    )


def _rose(facts: Facts, office: Office, term: Term) -> bool:
    return any(other.name != office.name and later.start[1] >= term.end[0] for other, later in facts.held(term.person))


def _of_the_past(document: Document, one: Statement) -> bool:
    """Whether the sentence tells of the past, or a year stands near."""
    lower = document.folded.lower
    around = document.paragraph(one.start)
    start, end = max(around.start, one.start - _YEAR_NEAR), min(around.end, one.end + _YEAR_NEAR)
    return bool(past_time(document, one, *document.sentence(one.start)) or _YEAR.search(lower, start, end))


def _again(document: Document, one: Statement) -> bool:
    """Whether the article names somebody of the same surname elsewhere."""
    starts: dict[str, set[int]] = document.passing("where surnames stand", lambda: _starts(document))
    return len(starts.get(one.person.surname, set()) | {one.person.name_start}) > 1


def _starts(document: Document) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for person in document.people:
        found.setdefault(person.surname, set()).add(person.name_start)
    return found


def _printed(document: Document, surname: str) -> bool:
    """Whether the first word of a surname stands anywhere in the text."""
    words: frozenset[str] = document.memo("printed words", lambda: printed(_WORD, document.folded.plain))
    first = _WORD.search(surname)
    return first is not None and first[0] in words


def _alone(document: Document, one: Statement, surname: str) -> bool:
    """Whether a surname stands alone behind a statement, never introduced, and not in the text before."""
    text = document.folded.plain
    usual = surname.lower() in document.lexicon.folded("surnames")
    first = document.blocks[0].end
    found = False
    at = text.find(surname)
    while at >= 0:
        end = at + len(surname)
        before = text[max(0, at - _REACH) : at]
        whole = not text[max(0, at - 1) : at].isalnum() and not text[end : end + 1].isalnum()
        if whole and not _ADDRESS.search(before):
            word = _CAPITAL.search(before)
            if word and word[1] not in _SMALL_BEFORE:
                return False
            whole = not usual or bool(_SPOKE.match(text, end))
        if whole and first < at < one.start:
            return False
        found = found or (whole and at > one.start)
        at = text.find(surname, end)
    return found
