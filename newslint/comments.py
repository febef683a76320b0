"""Comments that speak to newslint, ``<!-- newslint: … -->``: where they stand, and the text without them."""

from collections.abc import Sequence

from newslint.patterns import regex
from newslint.records import NamedTuple

# Longer than any comment to newslint; what is never closed is looked through no further.
LONGEST = 2_000
_OPENS = regex(r"<!--[ \t\r\n]{0,20}newslint:")
_NO_BREAK = regex(r"[^\r\n]")


class Comment(NamedTuple):
    """A comment to newslint and its place in the text; ``alone``: no text on its lines; ``closed``: by ``-->``."""

    start: int
    end: int
    body: str
    alone: bool
    closed: bool = True


def find(text: str) -> tuple[Comment, ...]:
    """All comments to newslint, in order. One that is never closed ends with its line."""
    found: list[Comment] = []
    done = 0
    for opens in _OPENS.finditer(text):
        start, inside = opens.span()
        if start < done:
            continue
        ends = text.find("-->", inside, inside + LONGEST)
        closed = ends >= 0
        if not closed:
            ends = min(
                (at for mark in "\r\n" if (at := text.find(mark, inside, inside + LONGEST)) >= 0), default=inside
            )
        done = ends + 3 if closed else ends
        found.append(Comment(start, done, text[inside:ends].strip(), alone=False, closed=closed))
    seen = blank(text, found)
    return tuple(one._replace(alone=_alone(seen, one)) for one in found)


def blank(text: str, comments: Sequence[Comment]) -> str:
    """The text with blanks where comments stand: of equal length, with its line breaks."""
    pieces: list[str] = []
    done = 0
    for comment in comments:
        pieces += (text[done : comment.start], _NO_BREAK.sub(" ", text[comment.start : comment.end]))
        done = comment.end
    return "".join(pieces) + text[done:]


def _alone(seen: str, comment: Comment) -> bool:
    """Whether only blanks stand before and after, up to the ends of the lines."""
    before, after = comment.start, comment.end
    while before and seen[before - 1] in " \t" and comment.start - before < LONGEST:
        before -= 1
    while after < len(seen) and seen[after] in " \t" and after - comment.end < LONGEST:
        after += 1
    return (not before or seen[before - 1] in "\r\n") and (after == len(seen) or seen[after] in "\r\n")
