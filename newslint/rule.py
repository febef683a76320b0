"""A rule: what its file may say, and what it is once loaded."""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Literal, NamedTuple

from newslint.document import Document
from newslint.finding import Match
from newslint.lexicon import Lexicon
from newslint.matching.pattern import Hits
from newslint.span import Span

Region = Literal["headline", "standfirst", "byline", "dateline", "caption", "heading", "body", "list", "table"]
PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([\w-]+)\}")


def reach(text: str) -> str:
    """``sentence``, ``paragraph``, ``article`` or ``N words``."""
    if text in {"sentence", "paragraph", "article"} or re.fullmatch(r"[1-9]\d{0,2} words?", text):
        return text
    raise ValueError("expected sentence, paragraph, article, or a number of words such as 5 words")


@dataclass(frozen=True, kw_only=True)
class Example:
    """A text on which the rule must fire at the marked spans, or stay silent; ``story`` holds several at once."""

    text: str = ""
    headline: str | None = None
    published: datetime.date | None = None
    fix: str | None = None
    says: str | None = None
    story: "tuple[str | Example, ...]" = ()


@dataclass(frozen=True, kw_only=True)
class Examples:
    """Proof of a rule: where it fires, and near misses where it must not."""

    bad: tuple[str | Example, ...]
    good: tuple[str | Example, ...]


@dataclass(frozen=True, kw_only=True)
class FixForm:
    """What to put in place of the reported span; may hold placeholders."""

    replace: str
    safe: bool = False


@dataclass(frozen=True, kw_only=True)
class Form:
    """What every rule file may say; each kind adds keys of its own."""

    kind: str = field(metadata={"help": "which kind of check this rule is"})
    severity: Literal["error", "warning", "suggestion"] = field(
        metadata={"help": "error: wrong as printed; warning: look before printing; suggestion: a matter of judgement"}
    )
    message: str = field(metadata={"help": "what the finding says; {match} and the slots' names are filled in"})
    why: str = field(metadata={"help": "why an editor should care"})
    examples: Examples = field(metadata={"help": "texts that prove the rule, with [[ ]] around what it must report"})
    links: tuple[str, ...] = field(default=(), metadata={"help": "where to read more"})
    in_: tuple[Region, ...] = field(default=(), metadata={"help": "regions of the article that are looked at"})
    quotes: Literal["include", "skip", "only"] = field(
        default="include", metadata={"help": "whether quotations are looked at"}
    )
    near: tuple[str, ...] = field(default=(), metadata={"help": "words of which one must stand around the match"})
    unless: tuple[str, ...] = field(default=(), metadata={"help": "words of which none may stand around the match"})
    within: Annotated[str, reach] = field(
        default="sentence", metadata={"help": "how far near and unless look: sentence, paragraph, article, or N words"}
    )
    default: bool = field(default=True, metadata={"help": "off: runs only where it is selected"})
    house: str | None = field(default=None, metadata={"help": "the house style this rule belongs to"})
    habit: int = field(
        default=0, metadata={"help": "more than this many in one article are a habit: only the first is reported"}
    )
    owner: str | None = field(default=None, metadata={"help": "who answers for the rule"})
    expires: datetime.date | None = field(default=None, metadata={"help": "when the rule should be looked at again"})
    fix: FixForm | None = field(default=None, metadata={"help": "what to put in place of the span"})


class CannotRunError(Exception):
    """Something outside newslint that a rule needs is missing; the message says what, and what to do about it."""


Allowed = Callable[[Document, Span], bool]
Find = Callable[[Document, Hits], Iterable[Match]]
# Findings between articles: the index of the article that a match stands in, and the match.
Compare = Callable[[Sequence[Document]], Iterable[tuple[int, Match]]]


class Anchors(NamedTuple):
    """The words a rule looks for; ``always``: it must be asked even where none of them occurs."""

    words: frozenset[str]
    always: bool


ALWAYS = Anchors(frozenset(), always=True)


class Compiled(NamedTuple):
    """A rule's own part, ready to run. ``fills``: the placeholders its message may hold."""

    anchors: Anchors
    find: Find
    fills: frozenset[str]
    compare: Compare | None = None


class Problem(NamedTuple):
    """A mistake in one field of a rule: the keys that lead to it, and the character in its text, from 0."""

    keys: tuple[str | int, ...]
    message: str
    offset: int = 0


class Setting(NamedTuple):
    """What a kind is given besides its form: word lists, the rule's conditions, and where to put its mistakes."""

    lexicon: Lexicon
    allowed: Allowed
    problems: list[Problem]


class Rule(NamedTuple):
    """A rule ready to run."""

    id: str
    path: str
    form: Form
    compiled: Compiled
    allowed: Allowed


def fill(text: str, values: dict[str, str]) -> str:
    """Puts values in the place of ``{name}``, nothing for an optional slot that was not there; ``{{`` is a brace."""
    return PLACEHOLDER.sub(lambda found: values.get(found[1], "") if found[1] else found[0][0], text)


def placeholders(text: str) -> Iterator[tuple[str, int]]:
    """The names in braces and their offsets."""
    return ((found[1], found.start()) for found in PLACEHOLDER.finditer(text) if found[1])
