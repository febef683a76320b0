"""Spellings of two countries in one article: one word spelt in both ways, or one word against all the others."""

from collections.abc import Callable, Iterator

from newslint.document import Document
from newslint.finding import Fix, Match, Note
from newslint.kinds import wordlist
from newslint.matching.words import words_of
from newslint.patterns import regex
from newslint.span import Span

# In lower case and alone: no name, address or handle.
_ALONE = regex(r"(?<![\w@#&/.'-])[a-z]+(?![\w@/&-]|\.\w)")
_ISE = regex(
    r"^([a-z]{3,}[^aeiou\W]|[a-z]{2,}(?:al|ol|in|on|er|or))i[sz](e|es|ed|ing|er|ers|ation|ations|ational|ationally)$"
)
_ENDING = regex(r"(?:e?s|e?d|ing|e)$")
# So many words of one country, and so many times as many as of the other, make the others stand out.
_LEAST, _TIMES = 3, 4

Places = dict[str, list[Span]]


def mixed(document: Document, pairs: dict[str, str]) -> Iterator[Match]:
    """Each spelling that stands against another of the same word, else against the variety of the article.

    ``pairs`` are further words with two spellings, for which no country is to be told: each to the other.
    """
    american, british = wordlist.variants("british"), wordlist.variants("american")
    known = words_of(document).known
    turned: dict[str, list[str]] = {}
    for one, word in pairs.items():
        turned.setdefault(word, []).append(one)
    sides: dict[str, tuple[list[str], list[str]]] = {}
    for word in sorted(known):
        for side, key in _keys(word, american, british, pairs, turned):
            sides.setdefault(key, ([], []))[side].append(word)

    def other(word: str) -> str:
        known = british.get(word) or american.get(word) or pairs.get(word)
        return known or (turned[word][-1] if word in turned else _zed(word))

    clashes = [found for words in sides.values() if all(words) for found in _against(document, other, *words)]
    yield from clashes or _outsiders(document, known & american.keys(), known & british.keys())


def _keys(
    word: str,
    american: dict[str, str],
    british: dict[str, str],
    pairs: dict[str, str],
    turned: dict[str, list[str]],
) -> Iterator[tuple[int, str]]:
    """The words of which this is a spelling, without their endings: 0 as in America, 1 as in Britain."""
    if word in american:
        yield 0, _ENDING.sub("", word)
    elif word in british:
        yield 1, _ENDING.sub("", british[word])
    elif word in pairs:
        yield 0, f"{word} {pairs[word]}"
    elif ("is" in word or "iz" in word) and (found := _ISE.match(word)):
        yield (0 if word[found.end(1) + 1] == "z" else 1), f"{found[1]}iz"
    for one in turned.get(word, ()):
        yield 1, f"{one} {word}"


def _against(document: Document, other: Callable[[str], str], *words: list[str]) -> list[Match]:
    """The rarer side of a word with two spellings, else the later."""
    found = [sorted(span for word in side for span in _places(document, word)) for side in words]
    if not all(found):
        return []
    rare, main = sorted(found, key=lambda spans: (len(spans), -spans[0].start))
    texts = [document.folded.lower[span.start : span.end] for span in rare]
    return [_match(document, span, main[0], other(text)) for span, text in zip(rare, texts, strict=True)]


def _zed(word: str) -> str:
    """A word with -ise- as it is with -ize-, and the other way round."""
    found = _ISE.match(word)
    return f"{found[1]}i{'sz'[word[found.end(1) + 1] == 's']}{found[2]}" if found else word


def _outsiders(document: Document, american: frozenset[str], british: frozenset[str]) -> Iterator[Match]:
    """The one word of the other country in an article that keeps to the spelling of one."""
    if not american or not british:
        return
    sides = [{word: found for word in words if (found := _places(document, word))} for words in (american, british)]
    few, many = sorted(sides, key=len)
    if len(few) == 1 and len(many) >= max(_LEAST, _TIMES * len(few)):
        word, found = next(iter(few.items()))
        first = min((spans[0] for spans in many.values()), key=lambda span: span.start)
        right = wordlist.variants("american" if few is sides[1] else "british")[word]
        yield from (_match(document, span, first, right) for span in found)


def _places(document: Document, word: str) -> list[Span]:
    """Where a word stands in the article's own voice, not as a name."""
    plain = document.folded.plain
    spans = [Span(at, at + len(word)) for at in words_of(document).places(word)]
    return [
        span
        for span in spans
        if (found := _ALONE.match(plain, span.start)) and found.end() == span.end and not document.quoted(span)
    ]


def _match(document: Document, here: Span, there: Span, right: str) -> Match:
    texts = [document.text[span.start : span.end] for span in (here, there)]
    note = Note(document.name, there, f"“{texts[1]}” here")
    return Match(here, {"match": texts[0], "word": right, "others": texts[1]}, (note,), Fix(right, safe=False))
