"""Quotations that nobody speaks: no verb of saying in their paragraph, nor in those beside it."""

from collections.abc import Iterator

from newslint.document import Block, Document
from newslint.language.quotes import Quotation
from newslint.patterns import regex
from newslint.span import Span

_SAYS = regex(
    r"\b(?:sa(?:id|ys?|ying)|tell(?:s|ing)?|told|according|ask(?:s|ed|ing)?|add(?:s|ed|ing)|wr(?:ote|ites?|iting|itten)|call(?:s|ed|ing)?|tweet\w*"
    r"|post(?:s|ed)?|repl\w+|answer\w*|respon\w+|explain\w*|insist\w*|warn\w*|not(?:ed|es|ing)|acknowledg\w*|argu\w+|claim\w*"
    r"|read(?:s|ing)?|quot\w+|statement|speech|interview|letter|words?|promis\w*|recall\w*|describ\w*|declar\w*|announc\w*"
    r"|testif\w*|complain\w*|joke[ds]?|shout\w*|cr(?:y|ied)|sang|sing\w*|chant\w*|stat(?:ed|es|ing)|conclud\w*|admit\w*|agree\w*"
    r"|predict\w*|suggest\w*|concede\w*|report\w*|prais\w*|critici[sz]\w*|urg(?:ed|es|ing)|thank\w*|remember\w*|comment\w*"
    r"|spoke|speak\w*|title[ds]?|entitled|headlines?|signs?|slogan"
    r"|voice|message|e-?mail|continu\w*|went on|goes on|began|begins)\b|:"
)


def speakerless(document: Document, least: int) -> Iterator[Quotation]:
    """Each quotation of so many words in paragraphs without a speaker."""
    says: dict[int, bool] = {}
    starts = {block.start: at for at, block in enumerate(document.blocks)}
    for one in document.quote_balance.quotations:
        if not one.closed or not one.double or one.level or one.inner_end - one.inner_start < 4 * least:
            continue
        block = document.block(one.start)
        if (
            block is None
            or block.region != "body"
            or len(document.text[one.inner_start : one.inner_end].split()) < least
        ):
            continue
        at = starts[block.start]
        beside = document.blocks[max(0, at - 1) : at + 2]
        if not any(says.setdefault(each.start, _somebody_speaks(document, each)) for each in beside):
            yield one


def _somebody_speaks(document: Document, block: Block) -> bool:
    """Whether a verb of saying stands in a paragraph outside its quotations."""
    found = _SAYS.finditer(document.folded.lower, block.start, block.end)
    return any(not document.quoted(Span(*one.span())) for one in found)
