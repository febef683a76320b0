"""What an article prints over and beside its text, and the text that must bear it out."""

from collections.abc import Iterator

from newslint.document import Block, Document
from newslint.records import NamedTuple
from newslint.span import Span

OVER = frozenset({"headline", "standfirst", "caption"})
TEXT = frozenset({"body", "heading", "list", "table"})


class Beside(NamedTuple):
    """A place over the text that the text does not bear out, and what the text has instead, if anything."""

    span: Span
    near: Span | None


def over(document: Document) -> Iterator[Block]:
    """Headline, standfirst and captions."""
    return (block for block in document.blocks if block.region in OVER)


def body(document: Document) -> Iterator[Span]:
    """The paragraphs of the text itself."""
    return (Span(block.start, block.end) for block in document.blocks if block.region in TEXT)
