"""What somebody is charged with, in the words of the article: told to have done just that, he is told to be guilty."""

from collections.abc import Iterable, Iterator

from newslint.kinds.accused_words import WHO
from newslint.kinds.harm_words import OTHER, PAST, PLACE
from newslint.kinds.likeness import stem
from newslint.matching.inflect import forms
from newslint.patterns import regex
from newslint.records import NamedTuple

_CHARGE = regex(
    r"\b(?:accus\w+ (?:(?:him|her|them|\w+) )?of|(?:charged|charges) (?:\w+ )?(?:with|over|for|of|in)|charge of"
    r"|counts? of"
    r"|suspected of|suspicion of|den(?:y|ies|ied|ying)|(?:indicted|arrested|tried|trial|sued|warrant) (?:for|over)"
    r"|to try [^.;,]{3,40} for|in connection with|questioned (?:about|over)) (?P<what>[^.;]{4,90})"
)
_WORD = regex(r"\b[a-z][a-z-]{3,}\b")
# Said of anybody at any time: that such a verb is in the charge as well shows nothing by itself.
_COMMON = frozenset("take make give get keep have use go run let put leave work live hold be do set pay".split())
_EMPTY = frozenset(
    """that with from over between last year years days week month people million billion court police charge charges
    count counts their they them were been this which having after before during while when where more than wrongdoing
    allegation allegations murder trial case former other others some into about""".split()
)
_DID = regex(
    rf"{PLACE}(?:{WHO}|(?P<who>[A-Z][\w’'-]+))(?:,? who|, [^,.;]{{3,60}},)?(?: [a-z]+ly)?"
    rf" (?P<deed>(?!(?:{OTHER})\b)(?:(?:had|has) )?(?P<verb>{PAST}))\b"
)
_NEAR = 90


class Charge(NamedTuple):
    """The past forms of the verbs of a charge, and the stems of its other words."""

    verbs: frozenset[str]
    common: frozenset[str]
    words: frozenset[str]


def charged_with(texts: Iterable[str]) -> Charge:
    """What the sentences of an article say that somebody is charged with."""
    verbs: set[str] = set()
    common: set[str] = set()
    words: set[str] = set()
    for text in texts:
        for found in _CHARGE.finditer(text):
            for word in _WORD.findall(found["what"]):
                if word.endswith("ing"):
                    for base in _bases(word.removesuffix("ing")):
                        (common if base in _COMMON else verbs).update(forms(base))
                elif word not in _EMPTY:
                    words.add(stem(word))
    return Charge(frozenset(verbs), frozenset(common), frozenset(words))


def _bases(left: str) -> set[str]:
    """What a verb may be without -ing: hid and hide, robb and rob."""
    return {left, left + "e", *([left[:-1]] if left[-1:] == left[-2:-1] else [])}


def done_as_charged(text: str, charge: Charge) -> Iterator[tuple[str | None, int, int]]:
    """Where a sentence tells what the charge says: who did it, where he is named, and the place of the verb."""
    for found in _DID.finditer(text):
        after = {stem(word) for word in _WORD.findall(text, found.end(), found.end() + _NEAR)}
        shared = len(after & charge.words)
        verb = found["verb"]
        if verb in charge.verbs or (verb in charge.common and shared) or shared > 1:
            yield found["who"], *found.span("deed")
