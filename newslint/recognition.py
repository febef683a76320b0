"""Knows a finding again after the article was edited: by its rule, its text and its sentence, never by its line."""

from newslint.document import Document
from newslint.finding import Finding
from newslint.records import NamedTuple
from newslint.span import Span

# Characters of a finding's text that are kept; a whole paragraph is known by its beginning and its sentence.
LONGEST = 100
_DIGITS = 12


class Key(NamedTuple):
    """What two findings in one article share if they are the same one."""

    rule: str
    text: str
    sentence: str


def key(document: Document, finding: Finding) -> Key:
    """The key of a finding in its article."""
    return Key(finding.rule, shown(finding.text), sentence(document, finding.span))


def shown(text: str) -> str:
    """A finding's text on one line, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def sentence(document: Document, span: Span) -> str:
    """A short hash of the sentence in which a span begins; blanks and breaks are alike, and all quotation marks."""
    import hashlib

    start, end = document.sentence(document.in_text(span.start))
    said = " ".join(document.folded.plain[start:end].split())
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:_DIGITS]
