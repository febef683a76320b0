"""Ends of paragraphs that may be lines of their own: what a page has under a paragraph is often copied into it."""

from collections.abc import Mapping

from newslint.document import Document
from newslint.patterns import regex
from newslint.span import Span

# Only so many characters at the end are looked at; before it stands at least a short sentence.
_MOST, _LEAST = 260, 40
_STOP = regex(r"(?<![ .][A-Z])[.!?…][\"”’)\]]{0,2} +(?=[^\s.!?…])")
_ENDED = regex(r"(?<!\b[ap]\.m)[.!?…][\"”’')\]]{0,3}$|[\"”’;,–—-]$|\.['\"’”]")
_ASIDE = regex(r"[.!?…][\"”’]? +([(\[][^()\[\]]+[)\]])$")
_FEW = 4
# What pages speak of and to: without any of it a sentence is none of theirs.
_SPEAKS = regex(
    r"(?i)\b(?:you|your|you'(?:ve|re)|our|us|we|please|comments?|subscri\w+|sign(?:ing)? up|click|cookies?|websites?"
    r"|newsletters?|readers?|this (?:article|story|page|site|content|video|post)|read|reserved|thanks?|log in|app)\b"
)


def tails(document: Document) -> Mapping[int, tuple[Span, ...]]:
    """By the start of a paragraph its ends without a full stop, behind a sentence with one; and asides behind it."""

    def find() -> dict[int, tuple[Span, ...]]:
        found: dict[int, tuple[Span, ...]] = {}
        text = document.folded.plain
        for block in document.blocks:
            end = block.start + len(text[block.start : block.end].rstrip())
            first = max(block.start + _LEAST, end - _MOST)
            if first >= end:
                continue
            if not _ENDED.search(text, max(first, end - 4), end):
                starts = [stop.end() for stop in _STOP.finditer(text, first, end)][-_FEW:]
            elif text[end - 1] in ")]" and (aside := _ASIDE.search(text, first, end)):
                starts = [aside.start(1)]
            else:
                continue
            if starts:
                found[block.start] = tuple(Span(start, end) for start in starts)
        return found

    return document.memo("tails", find)


def closings(document: Document) -> Mapping[int, tuple[Span, ...]]:
    """By the start of a paragraph its last sentences, one or several, that end as sentences do, if they may speak."""

    def find() -> dict[int, tuple[Span, ...]]:
        found: dict[int, tuple[Span, ...]] = {}
        text = document.folded.plain
        for block in document.blocks:
            end = block.start + len(text[block.start : block.end].rstrip())
            first = max(block.start + _LEAST, end - _MOST)
            if first < end and text[end - 1] in ".!?:" and _SPEAKS.search(text, first, end):
                starts = [stop.end() for stop in _STOP.finditer(text, first, end)][-_FEW:]
                if starts and _SPEAKS.search(text, starts[0], end):
                    found[block.start] = tuple(Span(start, end) for start in starts)
        return found

    return document.memo("closings", find)
