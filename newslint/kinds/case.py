"""Capitals: of headlines, of paragraphs, and of the first word after a full stop."""

from collections.abc import Iterator
from typing import Literal

from newslint.document import Document
from newslint.finding import Fix, Match
from newslint.forms import field, form
from newslint.matching.words import Hits
from newslint.patterns import regex
from newslint.rule import ALWAYS, Compiled, Form, Setting
from newslint.span import Span

_WORD = regex(r"[^\W\d_][\w\u0300-\u036f'’-]*(?:\.[^\W\d_]+)*")
# A word, its full stop, and a small letter that opens the next word.
_STOP = regex(r"(?<![\w.@/'-])([^\W\d_]{2,30}|\d[\d,.]{0,12}\d?%?)[)\]]{0,2}\.[\"')\]]{0,2} +(?=[\"'(]{0,2}[^\W\d_])")
# What every such place holds, looked for first: a stop, and after it a letter that is no plain capital.
_SMALL_AFTER = regex(r"\.[\"')\]]{0,2} +[\"'(]{0,2}[^\W\d_A-Z]")
# a word that is spoken of: “no” is a powerful word
_SPOKEN_OF = regex(r"[\"'] (?:is|was|are|were|means?|meant|has|had|sounds?|came|comes)\b")
_ABBREVIATIONS = frozenset(
    """inc co corp ltd llc plc etc vs v al cf approx dept est govt min max jr sr mr mrs ms dr st no nos vol pp ed eds
    bbl bbls dir gen sen rep reps sens gov lt col sgt capt cpl rev hon prof pres supt maj cmdr adm det fig art sec ft in
    lb lbs oz mph hr hrs sq jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
    ave blvd rd mt ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev
    okla ore pa penn tenn tex va vt wash wis wyo bros assn natl intl ex op cit ibid ca viz resp esp bn tr trans incl
    excl avg tel ext gmbh spa pty bhd""".split()
)
# A host or a file begins in lower case: "Amazon. com".
_ADDRESS = regex(r"[=/@]|[.:]\S")
_HOSTS = frozenset("com org net co uk gov edu io info tv html pdf php www http https".split())
_ATTRIBUTION = regex(r" +(?:[\w.'-]{1,30} +){0,3}?(?:said|says|told|added|asked|wrote|according)\b|,")
_SMALL = frozenset(
    """a an and as at but by for from if in into nor of off on or over per so than that the to up upon v via vs with yet
    is de la el von van der bin al du le les des""".split()
)


@form
class Case(Form):
    """``scope``: what is looked at; ``style``: how it should be; ``allow``: words that are written as they are."""

    scope: Literal["headline", "sentence", "paragraph"] = field(metadata={"help": "what is looked at"})
    style: Literal["title", "sentence", "upper-start", "not-all-caps"] = field(metadata={"help": "how it should be"})
    allow: tuple[str, ...] = field(default=(), metadata={"help": "words that are written as they are, such as iPhone"})
    least: int = field(default=3, metadata={"help": "for not-all-caps: how many words running are too many"})


def compile_rule(form: Case, _: Setting) -> Compiled:
    """The word, or the line, that is written otherwise is reported."""
    allow = frozenset(word.lower() for word in form.allow)

    def find(document: Document, _: Hits) -> Iterator[Match]:
        if form.style == "upper-start" and form.scope == "sentence":
            return _small_starts(document, allow)
        spans = _spans(document, form.scope)
        match form.style:
            case "upper-start":
                return (one for span in spans for one in _small_start(document, span, allow))
            case "not-all-caps":
                return (one for span in spans for one in _shouted(document, span, allow, form.least))
            case "title":
                return (one for span in spans for one in _small_words(document, span, allow))
            case "sentence":
                return (one for span in spans for one in _title_case(document, span))

    return Compiled(ALWAYS, find, frozenset({"match", "fix"}))


def _spans(document: Document, scope: str) -> list[Span]:
    if scope == "sentence":
        return list(document.sentences)
    headline = scope == "headline"
    return [Span(one.start, one.end) for one in document.blocks if (one.region == "headline") is headline]


def _raised(document: Document, span: Span) -> Match:
    text = document.text[span.start : span.end]
    fixed = text[:1].upper() + text[1:]
    return Match(span, {"match": text, "fix": fixed}, fix=Fix(fixed, safe=False))


def _small_starts(document: Document, allow: frozenset[str]) -> Iterator[Match]:
    """Words in lower case after a word and its full stop, inside a paragraph."""
    plain = document.folded.plain
    for found in _STOP.finditer(plain) if _SMALL_AFTER.search(plain) else ():
        word = _WORD.match(plain, found.end() + _marks(plain, found.end()))
        if word is None or not _is_small(word[0], allow) or word[0].lower() in _HOSTS:
            continue
        if _ADDRESS.match(plain, word.end()):
            continue
        before = found[1].lower()
        if _SPOKEN_OF.match(plain, word.end()):
            continue
        if before in _ABBREVIATIONS or before[0].isdigit() or (found[1][0].isupper() and len(before) < 4):
            continue
        if plain[found.start() : found.end()].rstrip()[-1] in "\"'" and _goes_on(plain, word.end()):
            continue
        yield _raised(document, Span(*word.span()))


def _marks(plain: str, at: int) -> int:
    end = at
    while plain[end] in "\"'(":
        end += 1
    return end - at


def _goes_on(plain: str, at: int) -> bool:
    """Whether a sentence goes on after a quotation: “… closed.” he said."""
    return _ATTRIBUTION.match(plain, at) is not None


def _is_small(word: str, allow: frozenset[str]) -> bool:
    """Whether a word is in lower case and not a name such as iPhone, or listed."""
    return word[0].islower() and word.lower() not in allow and not any(char.isupper() for char in word)


def _small_start(document: Document, span: Span, allow: frozenset[str]) -> Iterator[Match]:
    text = document.folded.plain[span.start : span.end]
    word = _WORD.match(document.folded.plain, span.end - len(text.lstrip(" \"'(")))
    if word and word.start() < span.end and _is_small(word[0], allow):
        yield _raised(document, Span(*word.span()))


def _shouted(document: Document, span: Span, allow: frozenset[str], least: int) -> Iterator[Match]:
    """Runs of words in capitals, at least one of them too long for an acronym."""
    run: list[tuple[int, int]] = []
    words = [*_WORD.finditer(document.folded.plain, *span), None]
    for found in words:
        word = found[0] if found else ""
        if found and word.isupper() and word.lower() not in allow:
            run.append(found.span())
            continue
        if found and run and len(word) == 1:
            continue
        long = sum(end - start > 3 for start, end in run)
        if len(run) >= least and long >= max(least - 1, 1):
            whole = Span(run[0][0], run[-1][1])
            yield Match(whole, {"match": document.text[whole.start : whole.end], "fix": ""})
        run = []


def _small_words(document: Document, span: Span, allow: frozenset[str]) -> Iterator[Match]:
    for found in _WORD.finditer(document.folded.plain, *span):
        if _is_small(found[0], allow) and found[0].lower() not in _SMALL:
            yield _raised(document, Span(*found.span()))


def _title_case(document: Document, span: Span) -> Iterator[Match]:
    """A line of which nearly every word has a capital."""
    words = [word for word in _WORD.findall(document.folded.plain, *span) if word.lower() not in _SMALL]
    if len(words) > 3 and all(word[0].isupper() for word in words):
        text = document.text[span.start : span.end].strip()
        start = document.text.index(text, span.start)
        yield Match(Span(start, start + len(text)), {"match": text, "fix": ""})
