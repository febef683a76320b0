"""How hard an article is to read: school grade, reading ease, length of sentences and words, against limits."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Literal

from newslint.document import Document
from newslint.finding import Match
from newslint.forms import field, form
from newslint.matching.words import Hits
from newslint.patterns import regex
from newslint.records import NamedTuple
from newslint.rule import ALWAYS, Compiled, Form, Problem, Setting
from newslint.span import Span

_WORD = regex(r"[^\W_]+(?:['’.-][^\W_]+)*")
# So much of one sentence is looked at: a page without full stops is no sentence.
_LONGEST = 4000


@form
class Readability(Form):
    """A figure for all that the rule looks at, and its limit; the place reported is the worst sentence."""

    measure: Literal["grade", "ease", "sentence", "word", "longest"] = field(
        metadata={
            "help": "grade: school years (Flesch-Kincaid); ease: 100 easy, 0 hard (Flesch); sentence: words in one; "
            "word: letters a word; longest: the words of the longest sentence"
        }
    )
    most: float | None = field(default=None, metadata={"help": "the figure may not be above it"})
    least: float | None = field(default=None, metadata={"help": "the figure may not be below it"})
    words: int = field(default=100, metadata={"help": "a text with fewer words is not judged"})


class Figures(NamedTuple):
    """What a text's sentences come to, on average; ``longest`` in words."""

    grade: float
    ease: float
    sentence: float
    word: float
    longest: float


class Counted(NamedTuple):
    """A sentence with its words, the letters and figures in them, and their syllables."""

    span: Span
    words: int
    letters: int
    syllables: int


def compile_rule(form: Readability, setting: Setting) -> Compiled:
    """``{value}`` is the figure, ``{limit}`` what it was held against."""
    if form.most is None and form.least is None:
        setting.problems.append(Problem(("measure",), "expected `most`, `least` or both: the limit of the figure"))

    def find(document: Document, _hits: Hits) -> Iterable[Match]:
        spans = [span for span in map(partial(_bare, document), document.sentences) if setting.allowed(document, span)]
        counted = count(document, spans)
        if sum(one.words for one in counted) >= form.words:
            yield from _beyond(document, form, counted)

    return Compiled(ALWAYS, find, frozenset({"match", "value", "limit"}))


def _beyond(document: Document, form: Readability, counted: Sequence[Counted]) -> Iterator[Match]:
    value = round(getattr(figures(counted), form.measure), 1)
    high = form.most is not None and value > form.most
    if not high and (form.least is None or value >= form.least):
        return
    # one word is no sentence to judge by
    fit = [one for one in counted if one.words > 3] or counted
    pick = max if high else min
    worst = pick(fit, key=lambda one: getattr(figures([one]), form.measure)).span
    limit = form.most if high else form.least
    values = {"match": document.text[worst.start : worst.end], "value": f"{value:g}", "limit": f"{limit:g}"}
    yield Match(worst, values)


def _bare(document: Document, span: Span) -> Span:
    """A sentence without the marks around it, so that one that is all quotation stands inside it."""
    text = document.folded.plain[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip("\"'( "))
    return Span(start, max(span.end - len(text) + len(text.rstrip("\"') ")), start))


def count(document: Document, spans: Iterable[Span]) -> list[Counted]:
    """The sentences that hold words, counted."""
    from textstat import textstat

    found = []
    for span in spans:
        words = _WORD.findall(document.folded.lower, span.start, min(span.end, span.start + _LONGEST))
        if words:
            letters = sum(len(word) for word in words)
            found.append(Counted(span, len(words), letters, textstat.syllable_count(" ".join(words))))
    return found


def figures(counted: Sequence[Counted]) -> Figures:
    """Flesch's reading ease, Flesch and Kincaid's grade, and the lengths they rest on; there is at least one sentence.

    textstat counts the syllables; its own sentences end at every “U.S.”, so newslint's are used.
    """
    words = sum(one.words for one in counted)
    sentence, syllables = words / len(counted), sum(one.syllables for one in counted) / words
    return Figures(
        grade=0.39 * sentence + 11.8 * syllables - 15.59,
        ease=206.835 - 1.015 * sentence - 84.6 * syllables,
        sentence=sentence,
        word=sum(one.letters for one in counted) / words,
        longest=max(one.words for one in counted),
    )
