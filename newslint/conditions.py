"""What every rule may say of the place of a match: its region, its quotation, the words around it."""

from collections.abc import Sequence

from newslint.document import Document
from newslint.lexicon import Lexicon
from newslint.matching.near import Nearby, nearby_texts, spellings
from newslint.matching.template import TemplateError, parse
from newslint.prepared import NOTHING_PREPARED, Prepared
from newslint.records import NamedTuple
from newslint.rule import Allowed, Form, Problem
from newslint.span import Span


class _Setting(NamedTuple):
    lexicon: Lexicon
    problems: list[Problem]
    prepared: Prepared


def conditions(form: Form, lexicon: Lexicon, problems: list[Problem], prepared: Prepared = NOTHING_PREPARED) -> Allowed:
    """Whether a place passes what every rule may say of it: region, quotation, ``near`` and ``unless``."""
    setting = _Setting(lexicon, problems, prepared)
    wanted = _nearby("near", form.near, form.within, setting)
    unwanted = _nearby("unless", form.unless, form.within, setting)
    regions = frozenset(form.in_)

    def allowed(document: Document, span: Span) -> bool:
        if document.aside and "comment" not in regions:
            return False
        if regions and ((block := document.block(span.start)) is None or block.region not in regions):
            return False
        if form.quotes != "include" and document.quoted(span) is not (form.quotes == "only"):
            return False
        if wanted is not None and not wanted(document, span):
            return False
        return unwanted is None or not unwanted(document, span)

    return allowed


def near_words(form: Form, lexicon: Lexicon, prepared: Prepared) -> tuple[str, ...]:
    """The words of ``near``, of which an article must hold one; mistakes in them are noted by ``conditions``."""
    setting = _Setting(lexicon, [], prepared)
    return prepared.get(("near", form.near), lambda: _words("near", form.near, setting)) if form.near else ()


def _nearby(key: str, texts: Sequence[str], within: str, setting: _Setting) -> Nearby | None:
    if not texts:
        return None
    words = setting.prepared.get((key, texts), lambda: _words(key, texts, setting))
    return nearby_texts(words, within) if words else None


def _words(key: str, texts: Sequence[str], setting: _Setting) -> tuple[str, ...]:
    """What some entries stand for, in lower case; mistakes in them are noted."""
    found: set[str] = set()
    for at, text in enumerate(texts):
        try:
            words = {one.strip() for one in spellings(parse(text), setting.lexicon)} - {""}
        except TemplateError as error:
            setting.problems.append(Problem((key, at), str(error), error.offset))
            continue
        if not words:
            message = "no words to look for; expected a word, or {one-of(LIST)} of a list there is"
            setting.problems.append(Problem((key, at), message))
        found |= words
    return tuple(sorted(found))
