"""Lines of the page around an article that no list of their wordings would name: told by the words they are made of."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

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

Check = Callable[[str], bool]
# Longer paragraphs are none of these, whatever their words.
_LONGEST = 60


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
    beginnings = _expressions(form, setting)
    made = cache(lambda: _made(form, setting))
    # those of a rule out of the cache are made when an article comes
    if not setting.prepared.sound and not any(made()) and not beginnings:
        wanted = "expected one word list in `labels`, three in `speech`, two in `hints`, `offers`, `desk` or `tails`"
        setting.problems.append(Problem((), f"nothing to look for; {wanted}"))

    def find(document: Document, _: Hits) -> Iterable[Match]:
        checks, short, spoken = made()
        plain = document.folded.plain
        found = {
            start: line
            for (start, end), line in _lines(document)
            if (text := plain[start:end]) and any(check(text) for check in checks)
        }
        for start, ends in tails(document).items() if checks or beginnings else ():
            for tail in ends if start not in found else ():
                text = plain[tail.start : tail.end]
                if any(one.match(text) for one in beginnings) or any(check(text) for check in (*checks, *short)):
                    found[start] = tail
                    break
        for start, ends in closings(document).items() if spoken else ():
            for end in ends if start not in found else ():
                if any(check(plain[end.start : end.end]) for check in spoken):
                    found[start] = end
                    break
        for start in sorted(found):
            line = found[start]
            written = document.text[line.start : line.end]
            yield Match(line, {"match": written.strip(TRIM) or written})

    return Compiled(ALWAYS, find, frozenset({"match"}), second=True)


def _lines(document: Document) -> Iterable[tuple[Span, Span]]:
    """The short paragraphs of an article, each with its span without the blanks around it."""

    def lines() -> list[tuple[Span, Span]]:
        found = []
        for paragraph in document.paragraphs:
            text = document.folded.plain[paragraph.start : paragraph.end]
            if text and text.count(" ") <= _LONGEST:
                start = paragraph.start + len(text) - len(text.lstrip())
                end = paragraph.end - len(text) + len(text.rstrip())
                bare = paragraph if (start, end) == paragraph else Span(start, end)
                found.append((paragraph, bare))
        return found

    return document.passing("short paragraphs", lines)


def _made(form: Page, setting: Setting) -> tuple[list[Check], list[Check], list[Check]]:
    """What a paragraph or a tail is asked, what a tail besides, and what the last sentences."""
    return [*_checks(form, setting)], [*_short(form, setting)], [*_speech(form.ended, "ended", setting)]


def _expressions(form: Page, setting: Setting) -> list[re.Pattern[str]]:
    found = []
    for at, source in enumerate(form.tails):
        try:
            found.append(regex(source))
        except re.error as error:
            setting.problems.append(Problem(("tails", at), f"not a regular expression: {error}"))
    return found


def _checks(form: Page, setting: Setting) -> Iterable[Check]:
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


def _short(form: Page, setting: Setting) -> Iterable[Check]:
    if form.tails and form.hints:
        words = read_phrases(_entries(form.hints[-1], "hints", setting))
        yield lambda text: mentions(text, words)


def _speech(lists: Sequence[str], key: str, setting: Setting) -> Iterable[Check]:
    if len(lists) == len(Speech._fields):
        speech = Speech(*(read_phrases(_entries(name, key, setting)) for name in lists))
        yield lambda text: speaks(text, speech)


def _entries(name: str, key: str, setting: Setting) -> tuple[str, ...]:
    entries = setting.lexicon.entries(name)
    if not entries:
        setting.problems.append(Problem((key,), f"no word list “{name}”; expected one in lists/"))
    return tuple(entries)
