"""Lines of the page around an article that no list of their wordings would name: told by the words they are made of."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.document import Document
from newslint.finding import Match
from newslint.forms import field, form
from newslint.kinds.desk_words import to_a_colleague
from newslint.kinds.page_labels import row_of_labels
from newslint.kinds.page_offers import offers
from newslint.kinds.page_speech import Speech, hints, mentions, speaks
from newslint.kinds.page_words import read_phrases
from newslint.matching.signs import TRIM
from newslint.matching.tails import closings, tails
from newslint.matching.words import Hits
from newslint.patterns import regex
from newslint.rule import ALWAYS, Compiled, Form, Problem, Setting
from newslint.span import Span


@form
class Page(Form):
    """What other rules of the family report is left to them."""

    labels: str = field(default="", metadata={"help": "a word list: lines of little else than several of its entries"})
    speech: tuple[str, ...] = field(
        default=(), metadata={"help": "word lists of what a page asks for, of its things, of its notices: what it says"}
    )
    hints: tuple[str, ...] = field(
        default=(),
        metadata={"help": "word lists of what a page asks for and of its words: what it may say, in short lines"},
    )
    offers: tuple[str, ...] = field(
        default=(), metadata={"help": "word lists of offers: lines without a full stop that hold several entries"}
    )
    desk: tuple[str, ...] = field(default=(), metadata={"help": "word lists of the trade: notes of colleagues"})
    ended: tuple[str, ...] = field(
        default=(), metadata={"help": "as `speech`, of the last sentences of a paragraph that ends with a full stop"}
    )
    tails: tuple[str, ...] = field(
        default=(),
        metadata={"help": "regular expressions of how a line of the page begins that is run into a paragraph's end"},
    )


def compile_rule(form: Page, setting: Setting) -> Compiled:
    """The whole line is reported."""
    checks = list(_checks(form, setting))
    short = [*_short(form, setting)]
    spoken = [*_speech(form.ended, "ended", setting)]
    beginnings = _expressions(form, setting)
    if not checks and not beginnings:
        wanted = "expected one word list in `labels`, three in `speech`, two in `hints`, `offers`, `desk` or `tails`"
        setting.problems.append(Problem((), f"nothing to look for; {wanted}"))

    def find(document: Document, _: Hits) -> Iterable[Match]:
        ends = tails(document)
        for paragraph in document.paragraphs:
            line = next(_found(document, paragraph, checks), None)
            for tail in ends.get(paragraph.start, ()) if not line else ():
                if any(one.match(document.folded.plain, tail.start, tail.end) for one in beginnings):
                    line = tail
                line = line or next(_found(document, tail, [*checks, *short]), None)
                if line:
                    break
            for end in closings(document).get(paragraph.start, ()) if spoken and not line else ():
                line = line or next(_found(document, end, spoken), None)
            if line:
                written = document.text[line.start : line.end]
                yield Match(line, {"match": written.strip(TRIM) or written})

    return Compiled(ALWAYS, find, frozenset({"match"}), second=True)


def _found(document: Document, span: Span, checks: Iterable[Callable[[str], bool]]) -> Iterator[Span]:
    """A paragraph or a tail, without the blanks around it, if a check holds of it."""
    text = document.folded.plain[span.start : span.end]
    if text and any(check(text) for check in checks):
        yield Span(span.start + len(text) - len(text.lstrip()), span.end - len(text) + len(text.rstrip()))


def _expressions(form: Page, setting: Setting) -> list[re.Pattern[str]]:
    found = []
    for at, source in enumerate(form.tails):
        try:
            found.append(regex(source))
        except re.error as error:
            setting.problems.append(Problem(("tails", at), f"not a regular expression: {error}"))
    return found


def _checks(form: Page, setting: Setting) -> Iterable[Callable[[str], bool]]:
    if form.labels:
        labels = read_phrases(_entries(form.labels, "labels", setting))
        yield lambda text: row_of_labels(text, labels)
    yield from _speech(form.speech, "speech", setting)
    if form.offers:
        goods = read_phrases({entry for name in form.offers for entry in _entries(name, "offers", setting)})
        yield lambda text: offers(text, goods)
    if form.desk:
        trade = read_phrases({entry for name in form.desk for entry in _entries(name, "desk", setting)})
        yield lambda text: to_a_colleague(text, trade)
    if len(form.hints) == len(("verbs", "words")):
        verbs, words = (read_phrases(_entries(name, "hints", setting)) for name in form.hints)
        yield lambda text: hints(text, verbs, words)


def _short(form: Page, setting: Setting) -> Iterable[Callable[[str], bool]]:
    if form.tails and form.hints:
        words = read_phrases(_entries(form.hints[-1], "hints", setting))
        yield lambda text: mentions(text, words)


def _speech(lists: Sequence[str], key: str, setting: Setting) -> Iterable[Callable[[str], bool]]:
    if len(lists) == len(Speech._fields):
        speech = Speech(*(read_phrases(_entries(name, key, setting)) for name in lists))
        yield lambda text: speaks(text, speech)


def _entries(name: str, key: str, setting: Setting) -> tuple[str, ...]:
    entries = setting.lexicon.entries(name)
    if not entries:
        setting.problems.append(Problem((key,), f"no word list “{name}”; expected one in lists/"))
    return tuple(entries)
