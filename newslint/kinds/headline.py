"""A figure, a name or a claim that stands over the text, and that the text does not bear out."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from newslint.document import Block, Document
from newslint.finding import Match, Note
from newslint.forms import field, form
from newslint.kinds import headline_figures, headline_names
from newslint.kinds.likeness import stem
from newslint.kinds.over_text import Beside, body, over
from newslint.matching.near import spellings
from newslint.matching.template import TemplateError, parse
from newslint.matching.words import Hits
from newslint.patterns import regex
from newslint.rule import ALWAYS, Compiled, Form, Problem, Setting
from newslint.span import Span

_WORD = regex(r"[^\W\d_][\w'-]*")


@form
class Headline(Form):
    """``check``: what is looked for in the text; ``found``: whether the text has something like it instead."""

    check: Literal["figure", "name", "claim"] = field(metadata={"help": "what the text should bear out"})
    found: Literal["any", "near", "nothing"] = field(
        default="any",
        metadata={"help": "near: only where the text has another figure or spelling; nothing: only where it has none"},
    )
    strong: tuple[str, ...] = field(default=(), metadata={"help": "for claim: verbs that state more, such as ~cause"})
    hedged: tuple[str, ...] = field(default=(), metadata={"help": "for claim: words that state less, such as may"})
    least: int = field(default=20, metadata={"help": "how many words the text must have"})


def compile_rule(form: Headline, setting: Setting) -> Compiled:
    """The place over the text is reported; the note shows what the text has instead."""
    strong, hedged = _words(form.strong, "strong", setting), _words(form.hedged, "hedged", setting)
    if form.check == "claim" and not (strong and hedged):
        setting.problems.append(Problem((), "`strong` or `hedged` is missing; expected verbs, and words that hedge"))

    def find(document: Document, _: Hits) -> Iterable[Match]:
        blocks = [block for block in over(document) if setting.allowed(document, Span(block.start, block.end))]
        if not blocks or sum(len(document.text[a:b].split()) for a, b in body(document)) < form.least:
            return
        match form.check:
            case "figure":
                found = headline_figures.missing(document, blocks)
            case "name":
                found = headline_names.missing(document, blocks)
            case "claim":
                found = _claims(document, blocks, strong, hedged)
        for one in found:
            if form.found == "any" or (one.near is not None) is (form.found == "near"):
                yield _match(document, one)

    return Compiled(ALWAYS, find, frozenset({"match", "there", "there-line"}))


def _words(texts: tuple[str, ...], key: str, setting: Setting) -> list[frozenset[str]]:
    """For each entry the texts it stands for, in lower case."""
    found = []
    for at, text in enumerate(texts):
        try:
            found.append(frozenset(one.strip() for one in spellings(parse(text), setting.lexicon)))
        except TemplateError as error:
            setting.problems.append(Problem((key, at), str(error), error.offset))
    return found


def _match(document: Document, found: Beside) -> Match:
    values = {"match": document.text[found.span.start : found.span.end], "there": "", "there-line": ""}
    if found.near is None:
        return Match(found.span, values)
    values["there"] = document.text[found.near.start : found.near.end]
    values["there-line"] = str(document.position(found.near.start)[0])
    return Match(found.span, values, (Note(document.name, found.near, "the text says this"),))


def _claims(
    document: Document, blocks: Iterable[Block], strong: list[frozenset[str]], hedged: list[frozenset[str]]
) -> Iterator[Beside]:
    """Verbs over the text that the text has only with a hedge before them, or not at all where it hedges the same."""
    lower = document.folded.lower
    weak = regex(r"\b(?:" + "|".join(sorted(re.escape(word) for words in hedged for word in words)) + r")\b")
    for block in blocks:
        around = {stem(word) for word in _WORD.findall(lower, block.start, block.end) if len(word) > 3}
        for found in _WORD.finditer(lower, block.start, block.end):
            verb = next((words for words in strong if found[0] in words), None)
            if verb is None or weak.search(lower, block.start, block.end):
                continue
            said = regex(r"\b(?:" + "|".join(sorted(verb)) + r")\b")
            places = list(_hedged(document, said, weak, around))
            if places and None not in places:
                yield Beside(Span(*found.span()), places[0])


def _hedged(
    document: Document, said: re.Pattern[str], weak: re.Pattern[str], around: set[str]
) -> Iterator[Span | None]:
    """Where the first paragraphs hedge what the headline states; None where they state it themselves."""
    lower = document.folded.lower
    for paragraph in list(body(document))[:12]:
        for hit in said.finditer(lower, *paragraph):
            if not weak.search(lower, max(paragraph.start, hit.start() - 60), hit.start()):
                yield None
    for sentence in document.sentences:
        words = {stem(word) for word in _WORD.findall(lower, sentence.start, sentence.end)}
        hedge = weak.search(lower, sentence.start, sentence.end)
        block = document.block(sentence.start)
        if hedge and block and block.region == "body" and len(words & around) > 1:
            yield Span(*hedge.span())
