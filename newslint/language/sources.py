"""Whose word a sentence takes: the words that name those who say so, to tell two people's figures apart."""

from newslint.patterns import regex
from newslint.span import Span
from newslint.text import Folded

_NAME = r"[^\W\d_][\w'.-]*"
_SAYS = "said|says|say|told|reported|reports|estimated|estimates|counted|claimed|claims|announced|put"
_SPEAKER = regex(rf"((?:{_NAME} ){{1,4}})(?:has |have |had |later |also )?(?:{_SAYS})\b")
_SPEAKER_AFTER = regex(rf"[,”\"] (?:{_SAYS}) ((?:{_NAME} ?){{1,4}})")
_ACCORDING = regex(rf"\baccording to ((?:{_NAME} ?){{1,5}})")
# No names of a source: pronouns, small words, times, and what stands between a source and its verb.
_NO_SOURCE = frozenset(
    "a an the and or of in on at to for by from with as that it he she they we you i who which this these those his "
    "her their its our one some all many more most people officials official authorities spokesman spokeswoman "
    "spokesperson monday tuesday wednesday thursday friday saturday sunday is was were are be been has have had also "
    "later not were but report reports statement news earlier dead injured killed wounded arrested missing".split()
)


def sources(text: Folded, sentence: Span) -> frozenset[str]:
    """The words, in lower case, that name the sources of a sentence; none where it is the paper's own word."""
    lower = text.lower
    found = [
        *_SPEAKER.finditer(lower, sentence.start, sentence.end),
        *_SPEAKER_AFTER.finditer(lower, sentence.start, sentence.end),
        *_ACCORDING.finditer(lower, sentence.start, sentence.end),
    ]
    words = (word.strip(".'").removesuffix("'s") for one in found for word in one[1].split())
    return frozenset(word.removesuffix("s") for word in words if word and word not in _NO_SOURCE)
