"""Quotations: where speech begins and ends, so that a rule keeps out of it, stays in it, or sees it never close."""

from bisect import bisect_right
from collections.abc import Sequence

from newslint.language.marks import CLOSES, OPENS, double_role, may_be_apostrophe, single_role
from newslint.language.segment import Stretch
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.text import Folded


class Quotation(NamedTuple):
    """A stretch between quotation marks; offsets in characters of the article.

    ``start`` and ``end`` take in the marks, ``inner_start`` and ``inner_end`` do not. One that is never closed
    ends where the next one in its paragraph opens, else with the paragraph. ``continued``: it was left open
    as convention asks, because the next paragraph opens again. ``level`` is 0 for one that stands in
    no other; ``outermost`` is the start of the level 0 quotation around it, or its own.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    continued: bool
    double: bool
    level: int
    outermost: int

    @property
    def nested(self) -> bool:
        """Whether it stands within another quotation."""
        return self.level > 0


class StrayMark(NamedTuple):
    """A closing mark that closes nothing."""

    start: int
    end: int
    double: bool


class Balance(NamedTuple):
    """All that the quotation marks of an article say, in order of place."""

    quotations: tuple[Quotation, ...]
    strays: tuple[StrayMark, ...]


class _Found(NamedTuple):
    """What has been read so far: quotations in order of their ends, and stray marks."""

    closed: list[Quotation]
    strays: list[StrayMark]


class _Open:
    """A mark that has opened and not yet closed, while its paragraph is read."""

    __slots__ = ("child", "double", "likely", "start", "width")

    def __init__(self, start: int, width: int, *, double: bool) -> None:
        self.start = start
        self.width = width
        self.double = double
        self.likely = -1  # single marks: a place that may close it or may be a possessive: 'Star Wars' fans
        self.child = -1  # double marks: where the first quotation inside opened


# Not the apostrophe between two letters. Two straight single marks together do duty for a double one.
_MARK = regex(r"""["'](?:(?<!\w')|(?!\w))(?:(?<=')'(?!'))?""")
_LEADS_IN = regex(r"""[\s(\[….—–-]{0,20}(["'])(?=["']?[\w(\[….$£€#@-])""")
# Within what should be speech, this shows that the speech ended unmarked: "We will win, the coach said.
_ATTRIBUTION = regex(
    r"[,?!—] {1,4}(?:(?!(?:I|we|you|who|as|which|that|to|be|been|is|are|was|were|and|but|or|so|if|when|because|what|how"
    r"|nobody)\b)[\w.'-]{1,30} {1,4}){0,6}?"
    r"(?:said|says|told|tells|added|adds|asked|asks|wrote|writes|tweeted|explained|insisted|warned|replied)\b"
)
_SENTENCE_OVER = regex(r"[.!?…]['’)]? +\Z")


def quotations(text: Folded, paragraphs: Sequence[Stretch]) -> tuple[Quotation, ...]:
    """The quotations in order of their opening marks."""
    return balance(text, paragraphs).quotations


def inside(found: Sequence[Quotation], start: int, end: int) -> bool:
    """Whether a span lies within the inner part of one of the quotations, which stand in order."""
    at = bisect_right(found, (start, end)) - 1
    if at < 0:
        return False
    nearest = found[at]
    if nearest.inner_start <= start and end <= nearest.inner_end:
        return True
    outer = found[bisect_right(found, (nearest.outermost + 1,)) - 1]
    return outer.inner_start <= start and end <= outer.inner_end


def balance(text: Folded, paragraphs: Sequence[Stretch]) -> Balance:
    """Reads the marks paragraph by paragraph: a mistake in one does not reach the next."""
    found = _Found([], [])
    for number, paragraph in enumerate(paragraphs):
        left_open = _read(text, paragraph, found)
        if left_open:
            following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
            _leave_open(text, left_open, paragraph, following, found.closed)
    found.closed.sort()
    return Balance(tuple(_levels(found.closed)), tuple(found.strays))


def _read(text: Folded, paragraph: Stretch, found: _Found) -> list[_Open]:
    """Adds what closes in a paragraph, and what closes nothing; returns what is still open at its end."""
    opened: list[_Open] = []
    doubles = 0
    start, end = paragraph.start, paragraph.end
    for mark in _MARK.finditer(text.plain, start, end):
        at, after = mark.span()
        if text.plain[at] == "'" and after - at == 1:
            _read_single(text, at, paragraph, opened, found)
            continue
        role = double_role(text, at, after, paragraph, doubles)
        if role == OPENS:
            doubles -= _resume(text, at, opened, found.closed)
            opened.append(_Open(at, after - at, double=True))
            doubles += 1
        elif role == CLOSES and doubles:
            while not opened[-1].double:
                _settle(opened.pop(), found.closed)
            found.closed.append(_quotation(opened.pop(), at, after))
            doubles -= 1
        elif role == CLOSES:
            found.strays.append(StrayMark(at, after, double=True))
    return opened


def _resume(text: Folded, at: int, opened: list[_Open], closed: list[Quotation]) -> int:
    """A mark opens in a quotation: 1 if that one was left open by convention, its paragraphs being run together."""
    while opened and not opened[-1].double and opened[-1].likely >= 0:
        _settle(opened.pop(), closed)
    # Singles never stand on one another, so the double mark around is the last or the one before.
    around = next((mark for mark in opened[-2:][::-1] if mark.double), None)
    if around is None or around.child >= 0:
        return 0
    around.child = at
    before = opened[-1]
    if not before.double:
        return 0
    if text.plain[before.start + before.width].islower() or not _SENTENCE_OVER.search(
        text.plain[max(before.start, at - 4) : at]
    ):
        return 0
    if _attributed(text, before.start, at):
        return 0
    closed.append(_quotation(opened.pop(), at, at, closed=False, continued=True))
    return 1


def _attributed(text: Folded, start: int, end: int) -> bool:
    return _ATTRIBUTION.search(text.plain, start, end) is not None


def _quotation(mark: _Open, inner_end: int, end: int, *, closed: bool = True, continued: bool = False) -> Quotation:
    inner_start = mark.start + mark.width
    return Quotation(
        mark.start, end, inner_start, max(inner_start, inner_end), closed, continued, mark.double, 0, mark.start
    )


def _settle(mark: _Open, closed: list[Quotation]) -> None:
    """A single mark that must now have closed: at the likely place, or it was an apostrophe."""
    if mark.likely >= 0:
        closed.append(_quotation(mark, mark.likely, mark.likely + 1))


def _read_single(text: Folded, at: int, paragraph: Stretch, opened: list[_Open], found: _Found) -> None:
    """A single mark: opens on trial, closes the one on trial, or is an apostrophe."""
    role = single_role(text, at, paragraph)
    on_trial = opened[-1] if opened and not opened[-1].double else None
    if role == OPENS:
        if on_trial:
            _settle(opened.pop(), found.closed)
        opened.append(_Open(at, 1, double=False))
    elif role == CLOSES and on_trial:
        if not may_be_apostrophe(text.plain, at, paragraph, again=on_trial.likely >= 0):
            found.closed.append(_quotation(opened.pop(), at, at + 1))
        elif on_trial.likely < 0:
            on_trial.likely = at
    elif role == CLOSES and text.plain[at - 1] in ",?!" and all(mark.double for mark in opened[-2:]):
        found.strays.append(StrayMark(at, at + 1, double=False))


def _leave_open(
    text: Folded, opened: list[_Open], paragraph: Stretch, following: Stretch | None, closed: list[Quotation]
) -> None:
    """What a paragraph leaves open: single marks on trial are settled, double ones are unclosed or continued."""
    ahead = _LEADS_IN.match(text.plain, following.start, following.end) if following else None
    end = paragraph.start + len(text.plain[paragraph.start : paragraph.end].rstrip())
    for depth, mark in enumerate(opened):
        if mark.double:
            continued = ahead is not None and mark.child < 0 and not _attributed(text, mark.start, end)
            until = mark.child if mark.child >= 0 else end
            closed.append(_quotation(mark, until, until, closed=False, continued=continued))
        elif mark.likely >= 0:
            _settle(mark, closed)
        elif depth == 0 and ahead is not None and ahead[1] == "'":
            closed.append(_quotation(mark, end, end, closed=False, continued=True))


def _levels(found: list[Quotation]) -> list[Quotation]:
    """The quotations with their levels: how many others each stands in."""
    placed: list[Quotation] = []
    around: list[Quotation] = []
    for quotation in found:
        while around and around[-1].end <= quotation.start:
            around.pop()
        placed.append(quotation._replace(level=len(around), outermost=around[0].start) if around else quotation)
        around.append(quotation)
    return placed
