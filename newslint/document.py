"""An article as rules see it: its text, its parts, and what the text says, each worked out once and on demand."""

import datetime
from bisect import bisect_right
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from newslint.comments import Comment
from newslint.finding import Place
from newslint.lexicon import Lexicon
from newslint.records import NamedTuple
from newslint.sourcemap import SourceMap
from newslint.span import Span
from newslint.text import Folded, fold
from newslint.work import Work

# What the text says is worked out in few runs: most see nothing but articles that they know.
if TYPE_CHECKING:
    from newslint.language.dates import Clock, Date
    from newslint.language.figures import Figure
    from newslint.language.names import Handle
    from newslint.language.orgs import Org
    from newslint.language.people import Person
    from newslint.language.places import Place as Named
    from newslint.language.quotes import Balance, Quotation
    from newslint.language.titles import Title

T = TypeVar("T")


LONG = 500_000
"""Characters: what is worked out to check an article longer than this is not kept for the next."""


class Block(NamedTuple):
    """A paragraph or another block of the article: its span and its region (``headline``, ``body``, ``caption`` …)."""

    start: int
    end: int
    region: str = "body"


class Link(NamedTuple):
    """What leads somewhere: the span of the text that shows it, and the address, which is no part of the text."""

    start: int
    end: int
    target: str


class Document:
    """One article. ``text`` is what rules read, without byte order mark; their offsets are characters in it.

    ``source`` is the file's text. Where it has markup, ``origin`` maps the one to the other; else both have equal
    offsets. Findings, comments and fixes stand in the source. ``number``: which of its file's articles it is,
    from 1, or 0 where it is the only one. ``aside``: notes that colleagues left beside an article,
    shown only to rules that ask for them. ``fixable``: its file is one that newslint rewrites.
    """

    def __init__(  # noqa: PLR0913 - what a reader knows of an article
        self,
        path: str,
        text: str,
        lexicon: Lexicon,
        *,
        blocks: Sequence[Block] | None = None,
        published: datetime.date | None = None,
        source: str | None = None,
        comments: Sequence[Comment] = (),
        front_matter: str = "",
        meta: Mapping[str, str] | None = None,
        origin: SourceMap | None = None,
        links: Sequence[Link] = (),
        number: int = 0,
        aside: bool = False,
        fixable: bool = True,
    ) -> None:
        self.path = path
        self.text = text
        self.lexicon = lexicon
        self.blocks = tuple(blocks) if blocks is not None else (Block(0, len(text)),)
        self.published = published
        self.source = text if source is None else source
        self.comments = tuple(comments)
        self.front_matter = front_matter
        self.meta = meta or {}
        self.origin = origin
        self.links = tuple(links)
        self.number = number
        self.aside = aside
        self.fixable = fixable
        self._memo: dict[Hashable, Any] = {}
        self._passing: set[Hashable] = set()

    def __getstate__(self) -> dict[str, Any]:
        """For another process: without what the text says, which is soon found anew, and without the word lists."""
        given = "path text blocks published source comments front_matter meta origin links number aside fixable"
        return {**{name: self.__dict__[name] for name in given.split()}, "_memo": {}, "_passing": set()}

    def without_text(self) -> "Document":
        """What there is to know of it besides what it says."""
        return Document(self.path, "", self.lexicon, meta=self.meta, number=self.number, aside=self.aside)

    @property
    def name(self) -> str:
        """What tells it apart from all other articles of a run; in most files, the path."""
        return f"{self.path}\0{self.number}" if self.number else self.path

    def memo(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives, worked out once for this article."""
        if key not in self._memo:
            self._memo[key] = make()
        found: T = self._memo[key]
        return found

    def passing(self, key: Hashable, make: Callable[[], T]) -> T:
        """As ``memo``; of a long article it is let go of when the rule at hand is done, since few others ask for it."""
        if len(self.text) > LONG:
            self._passing.add(key)
        return self.memo(key, make)

    def forget(self) -> None:
        """Lets go of what no other rule may ask for."""
        for key in self._passing:
            self._memo.pop(key, None)
        self._passing.clear()

    @cached_property
    def work(self) -> Work:
        """What the rule at hand has tried on it."""
        return Work(len(self.text))

    @cached_property
    def folded(self) -> Folded:
        return fold(self.text, self.paragraphs)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        return tuple(Span(block.start, block.end) for block in self.blocks)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        from newslint.language.segment import sentences

        return sentences(self.folded, self.paragraphs)

    @cached_property
    def quote_balance(self) -> "Balance":
        from newslint.language.quotes import balance

        return balance(self.folded, self.paragraphs)

    @property
    def quotations(self) -> "tuple[Quotation, ...]":
        return self.quote_balance.quotations

    @cached_property
    def people(self) -> "tuple[Person, ...]":
        from newslint.language.people import people

        return people(self.folded, self.sentences, self.lexicon)

    @cached_property
    def handles(self) -> "tuple[Handle, ...]":
        from newslint.language.names import handles

        return handles(self.folded)

    @cached_property
    def places(self) -> "tuple[Named, ...]":
        from newslint.language.places import places

        return places(self.folded, self.sentences, self.lexicon, self.people)

    @cached_property
    def orgs(self) -> "tuple[Org, ...]":
        from newslint.language.orgs import orgs

        return orgs(self.folded, self.sentences, self.lexicon)

    @cached_property
    def titles(self) -> "tuple[Title, ...]":
        from newslint.language.titles import titles

        return titles(self.folded, self.sentences, self.lexicon)

    @cached_property
    def figures(self) -> "tuple[Figure, ...]":
        from newslint.language.figures import figures

        return figures(self.folded, self.sentences)

    @cached_property
    def dates(self) -> "tuple[Date, ...]":
        from newslint.language.dates import dates

        return dates(self.folded, self.sentences)

    @cached_property
    def clocks(self) -> "tuple[Clock, ...]":
        from newslint.language.dates import clocks

        return clocks(self.folded, self.sentences)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def sentence(self, offset: int) -> Span:
        """The sentence that holds a character; where it stands between sentences, the paragraph."""
        at = bisect_right(self._sentence_starts, offset) - 1
        if at >= 0 and offset < self.sentences[at].end:
            return self.sentences[at]
        return self.paragraph(offset)

    def paragraph(self, offset: int) -> Span:
        """The paragraph that holds a character; between paragraphs, the character alone."""
        at = bisect_right(self._block_starts, offset) - 1
        if at >= 0 and offset <= self.blocks[at].end:
            return self.paragraphs[at]
        return Span(offset, min(offset + 1, len(self.text)))

    def block(self, offset: int) -> Block | None:
        """The block that holds a character."""
        at = bisect_right(self._block_starts, offset) - 1
        if at >= 0 and offset <= self.blocks[at].end:
            return self.blocks[at]
        return None

    def quoted(self, span: Span) -> bool:
        """Whether a span stands inside a quotation."""
        from newslint.language.quotes import inside

        return inside(self.quotations, span.start, span.end)

    @cached_property
    def source_blocks(self) -> tuple[Block, ...]:
        """The blocks as they stand in the source, markup inside them included."""
        if self.origin is None:
            return self.blocks
        return tuple(sorted(Block(*self.in_source(Span(one.start, one.end)), one.region) for one in self.blocks))

    def in_source(self, span: Span) -> Span:
        """Where a span of the text stands in the source, from its first character to its last."""
        return self.origin.to_source(span) if self.origin else span

    def in_text(self, offset: int) -> int:
        """The offset in the text of what stands at an offset of the source."""
        return self.origin.to_text(offset) if self.origin else offset

    def may_hold(self, offset: int, text: str) -> bool:
        """Whether a fix put at an offset of the source would be read as the text it is."""
        return self.origin is None or self.origin.may_hold(offset, text)

    @cached_property
    def starts(self) -> list[int]:
        """The offsets in the source at which its lines begin."""
        return line_starts(self.source)

    def place(self, span: Span) -> Place:
        """Line and column in the file of both ends of a span of the text, from 1; the end column is exclusive."""
        return self.source_place(self.in_source(span))

    def source_place(self, span: Span) -> Place:
        """Line and column of both ends of a span of the source."""
        return Place(*self._source_position(span.start), *self._source_position(span.end))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column in the file of a character of the text, from 1."""
        return self._source_position(self.in_source(Span(offset, offset)).start)

    def _source_position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def lines(self) -> list[str]:
        """The lines of the file without their breaks."""
        ends = [*self.starts[1:], len(self.source)]
        return [self.source[a:b].rstrip("\r\n") for a, b in zip(self.starts, ends, strict=True)]


def line_starts(text: str) -> list[int]:
    r"""Offsets at which lines begin; lines end at \n, \r\n, or a lone \r in a text without \n."""
    mark = "\n" if "\n" in text else "\r"
    starts, at = [0], text.find(mark)
    while at >= 0:
        starts.append(at + 1)
        at = text.find(mark, at + 1)
    return starts
