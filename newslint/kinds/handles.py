"""Handles that spell a surname otherwise than the article."""

from collections.abc import Iterator

from newslint.document import Document
from newslint.kinds.letters import one_letter
from newslint.kinds.near_names import LEAST, bare, surnames_of
from newslint.patterns import regex
from newslint.span import Span

# the parts of a handle: JaneRoe, jane_roe
_PART = regex(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+")


def handles(document: Document) -> Iterator[tuple[Span, Span, str]]:
    """Handles that spell a surname otherwise than the article: the handle, the surname, the handle's spelling."""
    if not document.handles:
        return
    surnames = {name: found[0][0] for name, found in surnames_of(document).items() if len(name) >= LEAST + 1}
    for handle in document.handles:
        text = document.text[handle.start : handle.end].lstrip("@")
        parts = [bare(part) for part in _PART.findall(text)]
        for name, place in surnames.items():
            plain = name.replace(" ", "").replace("-", "")
            if plain in parts:
                continue
            # a handle in one case shows no parts: any stretch of it may be the name
            pieces = parts if len(parts) > 1 else [] if plain in bare(text) else _pieces(bare(text), len(plain))
            spelt = next((piece for piece in pieces if one_letter(plain, piece, endings=False)), None)
            if spelt:
                yield Span(handle.start, handle.end), place, spelt


def _pieces(text: str, size: int) -> Iterator[str]:
    for length in (size + 1, size, size - 1):
        for at in range(len(text) - length + 1):
            yield text[at : at + length]
