"""What LanguageTool, run on this machine, finds in an article’s paragraphs: those of its rules that were chosen."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from functools import cache

from newslint.document import Document
from newslint.finding import Fix, Match
from newslint.forms import field, form
from newslint.languagetool import session
from newslint.languagetool.client import Hit
from newslint.languagetool.folders import UnavailableError
from newslint.matching.words import Hits
from newslint.rule import ALWAYS, CannotRunError, Compiled, Form, Problem, Setting
from newslint.span import Span

# A paragraph of more characters is no prose; asking about it would use up the time of the others.
_LONGEST = 20_000


@form
class Grammar(Form):
    """``rules`` and ``categories``: the ids of LanguageTool's rules, or of groups of them, that this one stands for."""

    rules: tuple[str, ...] = field(default=(), metadata={"help": "ids of LanguageTool’s rules, such as HE_VERB_AGR"})
    categories: tuple[str, ...] = field(default=(), metadata={"help": "ids of its categories, such as CONFUSED_WORDS"})
    but: tuple[str, ...] = field(
        default=(), metadata={"help": "ids of rules in these categories that are left out; * stands for anything"}
    )
    allow: tuple[str, ...] = field(default=(), metadata={"help": "what may stand though LanguageTool reports it"})


def compile_rule(form: Grammar, setting: Setting) -> Compiled:
    """``{offer}`` says what LanguageTool would put there, if anything; ``{says}`` is what it says itself."""
    if not (form.rules or form.categories):
        setting.problems.append(Problem((), "expected `rules`, `categories` or both: what of LanguageTool this is"))
    wanted = frozenset(form.rules)
    allow = frozenset(one.lower() for one in form.allow)

    @cache
    def in_categories(category: str, rule: str) -> bool:
        return category in form.categories and not any(fnmatchcase(rule, one) for one in form.but)

    def find(document: Document, _hits: Hits) -> Iterator[Match]:
        for start, hit in _hits_of(document):
            span = Span(start + hit.start, start + hit.end)
            text = document.text[span.start : span.end]
            if (hit.rule in wanted or in_categories(hit.category, hit.rule)) and text.lower() not in allow:
                yield _match(span, text, hit)

    return Compiled(ALWAYS, find, frozenset({"match", "offer", "says"}), second=True)


def _match(span: Span, text: str, hit: Hit) -> Match:
    offer = f"; perhaps “{hit.instead[0].strip()}”?" if hit.instead and hit.instead[0].strip() else "."
    first = hit.says.partition(". ")[0]
    fix = Fix(hit.instead[0], safe=False) if len(hit.instead) == 1 else None
    return Match(span, {"match": text, "offer": offer, "says": first}, fix=fix)


def _hits_of(document: Document) -> Iterable[tuple[int, Hit]]:
    """All that LanguageTool finds, with the start of its paragraph; asked once for an article."""
    return document.memo("grammar", lambda: _ask(document))


def _ask(document: Document) -> list[tuple[int, Hit]]:
    # line breaks inside a paragraph are the file's, not the sentence's; quotation marks stay as they are
    spans = [span for span in document.paragraphs if 0 < span.end - span.start <= _LONGEST]
    texts = [document.text[start:end].translate({10: " ", 13: " "}) for start, end in spans]
    try:
        found = session.current().hits(texts)
    except UnavailableError as error:
        raise CannotRunError(str(error)) from error
    return [(span.start, hit) for span, hits in zip(spans, found, strict=True) for hit in hits]
