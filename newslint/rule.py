"""A rule: what its file may say, and what it is once loaded."""

import datetime
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

from newslint.document import Document
from newslint.finding import Match
from newslint.forms import field, form, replace
from newslint.lexicon import Lexicon
from newslint.matching.words import TOKEN, Hits
from newslint.patterns import regex
from newslint.prepared import NOTHING_PREPARED, Prepared
from newslint.records import NamedTuple
from newslint.span import Span

if TYPE_CHECKING:
    from newslint.matching.signs import Sign, Signs

Region = Literal[
    "headline", "standfirst", "byline", "dateline", "caption", "heading", "body", "list", "table", "comment"
]
PLACEHOLDER = regex(r"\{\{|\}\}|\{([\w-]+)\}")


def reach(text: str) -> str:
    """``sentence``, ``paragraph``, ``article`` or ``N words``."""
    if text in {"sentence", "paragraph", "article"} or re.fullmatch(r"[1-9]\d{0,2} words?", text):
        return text
    raise ValueError("expected sentence, paragraph, article, or a number of words such as 5 words")


@form
class Example:
    """A text on which the rule must fire at the marked spans, or stay silent; ``story`` holds several at once."""

    text: str = ""
    headline: str | None = None
    published: datetime.date | None = None
    fix: str | None = None
    says: str | None = None
    story: "tuple[str | Example, ...]" = ()


@form
class Examples:
    """Proof of a rule: where it fires, and near misses where it must not."""

    bad: tuple[str | Example, ...]
    good: tuple[str | Example, ...]


@form
class FixForm:
    """What to put in place of the reported span; may hold placeholders."""

    replace: str
    safe: bool = False


@form
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
    in_: tuple[Region, ...] = field(
        default=(), metadata={"help": "regions of the article that are looked at; without it all but comment"}
    )
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
    """The words a rule looks for; ``always``: it must be asked even where none of them occurs.

    ``asked``: of each of its patterns what an article must hold, where more is known than the words; ``regions``: the
    only ones that it looks at, if not all.
    """

    words: Collection[str]
    always: bool
    asked: "tuple[Signs, ...]" = ()
    regions: tuple[str, ...] = ()

    @property
    def signs(self) -> "tuple[Signs, ...]":
        """Of each of its patterns, what an article must hold."""
        return self.asked or (() if self.always else (frozenset(map(_first_words, self.words)),),)

    def beside(self, words: Collection[str]) -> "Anchors":
        """The same for a rule that needs one of some words besides; without any, as it is."""
        if not words:
            return self
        more = frozenset(map(_first_words, words))
        return self._replace(asked=tuple((*one, more) for one in self.signs))


def _first_words(phrase: str) -> "Sign":
    """The first two words or marks of a phrase, or its only one."""
    tokens = TOKEN.findall(phrase)
    return tokens[0] if len(tokens) == 1 else (tokens[0], tokens[1])


ALWAYS = Anchors(frozenset(), always=True)


class Compiled(NamedTuple):
    """A rule's own part, ready to run. ``fills``: the placeholders its message may hold.

    ``second``: a second opinion, left out where another rule speaks of the same place.
    """

    anchors: Anchors
    find: Find
    fills: frozenset[str]
    compare: Compare | None = None
    second: bool = False


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
    prepared: Prepared = NOTHING_PREPARED


class Made(NamedTuple):
    """What a rule is once it is ready to run."""

    form: Form
    compiled: Compiled
    allowed: Allowed
    prepared: Prepared = NOTHING_PREPARED


class Brief(NamedTuple):
    """What must be known of a rule before it is asked; None where that is not yet known.

    ``anchors`` is given the number of the rule.
    """

    severity: Literal["error", "warning", "suggestion"]
    default: bool
    house: str | None
    anchors: Callable[[int], Anchors] | None = None
    compares: bool | None = None


class Making(NamedTuple):
    """How rules are made, given the number of each, and how no more than their forms are read.

    Thousands of rules out of one file share one of these, and their briefs.
    """

    make: Callable[[int], Made]
    read: Callable[[int], Form] | None = None


class Rule:
    """A rule; what it takes to run it is made when it is first asked.

    Its number tells it from others that are made in the same way.
    """

    __slots__ = ("_made", "_making", "brief", "id", "number", "path")

    def __init__(self, rule_id: str, path: str, brief: Brief, making: Making, number: int = 0) -> None:
        self.id = rule_id
        self.path = path
        self.brief = brief
        self._making = making
        self.number = number
        self._made: Made | None = None

    @property
    def made(self) -> Made:
        if self._made is None:
            self._made = self._making.make(self.number)
        return self._made

    def forget(self) -> None:
        """Lets go of what it takes to run it, which is made again when it is next asked."""
        self._made = None

    @property
    def form(self) -> Form:
        return self._making.read(self.number) if self._making.read and self._made is None else self.made.form

    @property
    def compiled(self) -> Compiled:
        return self.made.compiled

    @property
    def allowed(self) -> Allowed:
        return self.made.allowed

    @property
    def anchors(self) -> Anchors:
        return self.brief.anchors(self.number) if self.brief.anchors else self.compiled.anchors

    @property
    def asks_a_server(self) -> bool:
        """Whether it has been made ready to ask one."""
        return self._made is not None and self._made.form.kind == "grammar"

    @property
    def compares(self) -> bool:
        """Whether it finds anything between articles."""
        return self.compiled.compare is not None if self.brief.compares is None else self.brief.compares

    def at(self, severity: Literal["error", "warning", "suggestion"]) -> "Rule":
        """The same rule at another severity, which changes nothing of how it is made."""

        def make(_: int) -> Made:
            return self.made._replace(form=replace(self.form, severity=severity))

        return Rule(self.id, self.path, self.brief._replace(severity=severity), Making(make), self.number)

    def _replace(self, **parts: Any) -> "Rule":  # noqa: ANN401 - parts of Made
        return ready(self.id, self.path, self.made._replace(**parts))


def ready(rule_id: str, path: str, made: Made) -> Rule:
    """A rule that is ready to run."""
    form, compiled = made.form, made.compiled
    brief = Brief(form.severity, form.default, form.house, lambda _: compiled.anchors, compiled.compare is not None)
    return Rule(rule_id, path, brief, Making(lambda _: made))


def fill(text: str, values: dict[str, str]) -> str:
    """Puts values in the place of ``{name}``, nothing for an optional slot that was not there; ``{{`` is a brace."""
    return PLACEHOLDER.sub(lambda found: values.get(found[1], "") if found[1] else found[0][0], text)


def placeholders(text: str) -> Iterator[tuple[str, int]]:
    """The names in braces and their offsets."""
    return ((found[1], found.start()) for found in PLACEHOLDER.finditer(text) if found[1])
