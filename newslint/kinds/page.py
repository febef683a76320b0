"""Lines of the page around an article that no list of their wordings would name: told by the words they are made of."""

from collections.abc import Callable, Iterable

from newslint.document import Document
from newslint.finding import Match
from newslint.forms import field, form
from newslint.kinds.page_labels import row_of_labels
from newslint.kinds.page_speech import Speech, hints, speaks
from newslint.kinds.page_words import read_phrases
from newslint.matching.signs import TRIM
from newslint.matching.words import Hits
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


def compile_rule(form: Page, setting: Setting) -> Compiled:
    """The whole line is reported."""
    checks = list(_checks(form, setting))
    if not checks:
        wanted = "expected one word list in `labels`, three in `speech` or two in `hints`"
        setting.problems.append(Problem((), f"nothing to look for; {wanted}"))

    def find(document: Document, _: Hits) -> Iterable[Match]:
        for paragraph in document.paragraphs:
            text = document.folded.plain[paragraph.start : paragraph.end]
            if text and any(check(text) for check in checks):
                line = Span(
                    paragraph.start + len(text) - len(text.lstrip()), paragraph.end - len(text) + len(text.rstrip())
                )
                written = document.text[line.start : line.end]
                yield Match(line, {"match": written.strip(TRIM) or written})

    return Compiled(ALWAYS, find, frozenset({"match"}), second=True)


def _checks(form: Page, setting: Setting) -> Iterable[Callable[[str], bool]]:
    if form.labels:
        labels = read_phrases(_entries(form.labels, "labels", setting))
        yield lambda text: row_of_labels(text, labels)
    if len(form.speech) == len(Speech._fields):
        speech = Speech(*(read_phrases(_entries(name, "speech", setting)) for name in form.speech))
        yield lambda text: speaks(text, speech)
    if len(form.hints) == len(("verbs", "words")):
        verbs, words = (read_phrases(_entries(name, "hints", setting)) for name in form.hints)
        yield lambda text: hints(text, verbs, words)


def _entries(name: str, key: str, setting: Setting) -> tuple[str, ...]:
    entries = setting.lexicon.entries(name)
    if not entries:
        setting.problems.append(Problem((key,), f"no word list “{name}”; expected one in lists/"))
    return tuple(entries)
