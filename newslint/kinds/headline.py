"""A figure, a name or a claim that stands over the text, and that the text does not bear out."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from newslint.document import Block, Document
from newslint.finding import Match, Note
from newslint.forms import field, form
from newslint.kinds import dateline_here, headline_days, headline_figures, headline_labels, headline_names
from newslint.kinds.likeness import stem
from newslint.kinds.over_text import Beside, body, over
from newslint.matching.near import spellings
from newslint.matching.template import TemplateError, parse
from newslint.matching.words import Hits
from newslint.patterns import regex
from newslint.rule import ALWAYS, Anchors, Compiled, Form, Problem, Setting
from newslint.span import Span

_FILLS = frozenset({"match", "there", "there-line"})
_WORD = regex(r"[^\W\d_][\w'-]*")


@form
class Headline(Form):
    """``check``: what is looked for in the text; ``found``: whether the text has something like it instead."""

    check: Literal["figure", "name", "claim", "dateline"] = field(
        metadata={"help": "what the text should bear out; dateline: the city that the text is “here in”"}
    )
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

    if form.check == "dateline":
        return Compiled(Anchors(frozenset({"here"}), always=False), _here, _FILLS)
    verbs = {word: words for words in reversed(strong) for word in words}
    hedges = frozenset(word for words in hedged for word in words)

    def look(document: Document, blocks: tuple[Block, ...]) -> list[Beside]:
        match form.check:
            case "figure":
                return _figures(document, blocks)
            case "name":
                return list(headline_names.missing(document, blocks))
            case _:
                return list(_claims(document, blocks, verbs, hedges))

    def find(document: Document, _: Hits) -> Iterable[Match]:
        blocks = tuple(block for block in over(document) if setting.allowed(document, Span(block.start, block.end)))
        if not blocks or not _has_words(document, form.least):
            return
        # two rules may look for the same, one for what the text has instead, one for what it has nothing of
        key = (form.check, blocks, *((form.strong, form.hedged) if form.check == "claim" else ()))
        for one in document.memo(key, lambda: look(document, blocks)):
            if form.found == "any" or (one.near is not None) is (form.found == "near"):
                yield _match(document, one)

    return Compiled(ALWAYS, find, _FILLS)


def _figures(document: Document, blocks: tuple[Block, ...]) -> list[Beside]:
    found: dict[int, Beside] = {}
    for look in (headline_labels.missing, headline_days.missing, headline_figures.missing):
        for one in look(document, blocks):
            found.setdefault(one.span.start, one)
    return [found[start] for start in sorted(found)]


def _here(document: Document, _: Hits) -> Iterator[Match]:
    return (_match(document, one, "the dateline") for one in dateline_here.elsewhere(document))


def _has_words(document: Document, least: int) -> bool:
    """Whether the text has so many words; no more of it is looked at than that takes."""
    for start, end in body(document):
        least -= len(document.text[start:end].split())
        if least <= 0:
            return True
    return False


def _words(texts: tuple[str, ...], key: str, setting: Setting) -> list[frozenset[str]]:
    """For each entry the texts it stands for, in lower case."""
    return setting.prepared.get((key, texts), lambda: _read(texts, key, setting))


def _read(texts: tuple[str, ...], key: str, setting: Setting) -> list[frozenset[str]]:
    found = []
    for at, text in enumerate(texts):
        try:
            found.append(frozenset(one.strip() for one in spellings(parse(text), setting.lexicon)))
        except TemplateError as error:
            setting.problems.append(Problem((key, at), str(error), error.offset))
    return found


def _match(document: Document, found: Beside, says: str = "the text says this") -> Match:
    values = {"match": document.text[found.span.start : found.span.end], "there": "", "there-line": ""}
    if found.near is None:
        return Match(found.span, values)
    values["there"] = document.text[found.near.start : found.near.end]
    values["there-line"] = str(document.position(found.near.start)[0])
    return Match(found.span, values, (Note(document.name, found.near, says),))


def _claims(
    document: Document, blocks: Iterable[Block], verbs: dict[str, frozenset[str]], hedges: frozenset[str]
) -> Iterator[Beside]:
    """Verbs over the text that the text has only with a hedge before them, or not at all where it hedges the same."""
    lower = document.folded.lower
    for block in blocks:
        claims = [found for found in _WORD.finditer(lower, block.start, block.end) if found[0] in verbs]
        if not claims or _one_of(hedges).search(lower, block.start, block.end):
            continue
        around = {stem(word) for word in _WORD.findall(lower, block.start, block.end) if len(word) > 3}
        for found in claims:
            places = list(_hedged(document, _one_of(verbs[found[0]]), _one_of(hedges), around))
            if places and None not in places:
                yield Beside(Span(*found.span()), places[0])


@lru_cache(maxsize=64)
def _one_of(words: frozenset[str]) -> re.Pattern[str]:
    return regex(r"\b(?:" + "|".join(sorted(map(re.escape, words))) + r")\b")


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
