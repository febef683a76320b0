"""Quotations held against the transcript of what was said, where a story has one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from newslint.document import Document
from newslint.finding import Match, Note
from newslint.patterns import regex
from newslint.span import Span

if TYPE_CHECKING:
    from difflib import SequenceMatcher

_WORD = regex(r"\d[\d,.]*\d|[^\W_]+(?:['’][^\W_]+)*")
# What a paper leaves out or puts in on purpose: what stands in square brackets, and what dots stand for.
_CUT = regex(r"\[[^\]\n]{0,80}\]|…|\.\.\.|\. \. \.")
_TITLE = regex(r"[#*_ \t]{0,10}(?:transcript|TRANSCRIPT|Transcript)\b")
_SHINGLE = 3
"""Words in a row that a quotation and a passage must share for the two to be held against each other."""
_LEAST = 5
"""Words of a part of a quotation that is looked at."""
_MOST_PLACES = 50
# Longer quotations are looked at in pieces, up to so many words.
_PIECE = 100
_LONGEST = 1000
_ALIKE = 0.6
# Words that differ in more places are of another answer to a like question.
_MOST_SLIPS = 4
# What speakers stumble over, and writers smooth.
_SMOOTHED = frozenset(
    "uh um er ah well so like just and but the a an of to in that you know i mean kind sort really very".split()
)
_CONTRACTIONS = {
    "can't": "can not",
    "cannot": "can not",
    "won't": "will not",
    "n't": " not",
    "'s": " is",
    "'re": " are",
    "'ve": " have",
    "'ll": " will",
    "'m": " am",
    "'d": " would",
    "gonna": "going to",
}

Words = list[tuple[str, int, int]]
_Shingles = dict[tuple[str, ...], list[int]]


def departures(documents: Sequence[Document], least: int) -> Iterator[tuple[int, Match]]:
    """Each part of a quotation that a transcript has in other words: article, and the part with the passage."""
    said = [(at, one) for at, one in enumerate(documents) if is_transcript(one)]
    read = [(one, words, _shingles(words)) for _, one in said if (words := _words(one.text, 0, len(one.text)))]
    taken = {at for at, _ in said}
    for at, document in enumerate(documents):
        if at in taken or not read:
            continue
        for quotation in document.quotations:
            words = _words(document.text, quotation.inner_start, quotation.inner_end)
            if quotation.closed and not quotation.level and len(words) >= least:
                for part in _parts(document.text, words[:_LONGEST]):
                    yield from ((at, match) for match in _departs(document, part, read))


def is_transcript(document: Document) -> bool:
    """Whether an article of a story is what was said: “transcript” stands in its file's name, or opens its text."""
    return "transcript" in PurePath(document.path).name.lower() or bool(_TITLE.match(document.text))


def _words(text: str, start: int, end: int) -> Words:
    return [(_plain(found[0]), *found.span()) for found in _WORD.finditer(text, start, end)]


def _plain(word: str) -> str:
    return word.lower().replace("’", "'").replace(",", "")


def _shingles(words: Words) -> _Shingles:
    found: _Shingles = {}
    for at in range(len(words) - _SHINGLE + 1):
        found.setdefault(tuple(word for word, _, _ in words[at : at + _SHINGLE]), []).append(at)
    return found


def _parts(text: str, words: Words) -> Iterator[Words]:
    """A quotation without its cuts, piece by piece."""
    cuts = [found.span() for found in _CUT.finditer(text, words[0][1], words[-1][2])]
    part: Words = []
    for word in words:
        inside = any(start <= word[1] < end for start, end in cuts)
        after = part and any(part[-1][2] <= start < word[1] for start, _ in cuts)
        if (inside or after or len(part) == _PIECE) and part:
            if len(part) >= _LEAST:
                yield part
            part = []
        if not inside:
            part.append(word)
    if len(part) >= _LEAST:
        yield part


def _departs(document: Document, part: Words, read: Sequence[tuple[Document, Words, _Shingles]]) -> Iterator[Match]:
    quoted = [word for word, _, _ in part]
    best: tuple[float, Document, Words] | None = None
    for transcript, words, shingles in read:
        votes = Counter(
            there - at
            for at in range(len(quoted) - _SHINGLE + 1)
            for there in shingles.get(tuple(quoted[at : at + _SHINGLE]), [])[:_MOST_PLACES]
        )
        for offset, _ in votes.most_common(2):
            passage = words[max(0, offset - 2) : max(0, offset) + len(part) + 4]
            score = _shared(quoted, passage)
            if best is None or score > best[0]:
                best = score, transcript, passage
    if best is None or best[0] < _ALIKE:
        return
    _, transcript, passage = best
    differing = list(_differing(quoted, passage))
    for first, last, from_, to in differing if len(differing) <= _MOST_SLIPS else ():
        here = Span(part[first][1], part[last - 1][2])
        there = Span(passage[from_][1], passage[to - 1][2])
        values = {"match": document.text[slice(*here)], "other": transcript.text[slice(*there)]}
        note = Note(transcript.name, there, "the transcript")
        yield Match(here, values | {"speaker": "", "other-speaker": ""}, (note,))


def _matcher(quoted: list[str], passage: Words) -> "SequenceMatcher[str]":
    from difflib import SequenceMatcher  # few articles come with a transcript

    return SequenceMatcher(None, quoted, [word for word, _, _ in passage], autojunk=False)


def _shared(quoted: list[str], passage: Words) -> float:
    """The share of the quoted words that the passage has, in order."""
    return sum(block.size for block in _matcher(quoted, passage).get_matching_blocks()) / len(quoted)


def _differing(quoted: list[str], passage: Words) -> Iterator[tuple[int, int, int, int]]:
    """The places where the words differ in more than what a writer smooths; words beside it if one is empty."""
    codes = _matcher(quoted, passage).get_opcodes()
    inner = [code for code in codes if code[1] > 0 and code[2] < len(quoted)] + [
        code for code in codes if code[0] != "equal" and code[2] > code[1] and (code[1] == 0 or code[2] == len(quoted))
    ]
    for tag, first, last, from_, to in inner:
        # the passage goes on where the quotation begins or ends
        start = max(from_, to - (last - first)) if first == 0 else from_
        end = min(to, from_ + (last - first)) if last == len(quoted) else to
        said = [word for word, _, _ in passage[start:end]]
        if tag != "equal" and _told(quoted[first:last]) != _told(said):
            more = int(first == last or start == end)
            yield (
                max(0, first - more),
                min(last + more, len(quoted)),
                max(0, start - more),
                min(end + more, len(passage)),
            )


def _told(words: list[str]) -> list[str]:
    """What words say, without what a writer smooths and without contractions."""
    told = " ".join(words)
    for short, long in _CONTRACTIONS.items():
        told = told.replace(short, long)
    return [word for word in told.split() if word not in _SMOOTHED]
