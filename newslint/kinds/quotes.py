"""Quotations that do not close, or that say one thing in two ways: what can be seen only over the whole article."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from newslint.document import Document
from newslint.finding import Match, Note
from newslint.forms import field, form
from newslint.kinds import quoted_twice, speakerless, transcripts
from newslint.language.quotes import Quotation, StrayMark
from newslint.matching.words import Hits
from newslint.patterns import regex
from newslint.rule import ALWAYS, Compiled, Form, Setting
from newslint.span import Span

# Text in which a paragraph is one sentence: a quotation may run over so many.
_MOST_PARAGRAPHS = 8
_ATTRIBUTED = regex(
    r"[,?!] +(?:(?:he|she|they|mr|mrs|ms|the|a)\b\.? *)?(?:[\w.'-]{1,30} +){0,4}?"
    r"(?:said|says|told|tells|added|adds|asked|asks|wrote|writes|tweeted|explained|insisted|warned|replied|reads?)\b",
    re.IGNORECASE,
)
_REACH = 1000
"""Characters before a closing mark in which another mark explains it."""
_TWICE = regex(r"“ ?“|””|\"\"")
_SPEECH_BEFORE = regex(
    r"\b(?:said|says|saying|told|tells|add(?:s|ed)|ask(?:s|ed)|wrote|writes|stat(?:es|ed)|tweeted|warned|replied|explained"
    r"|noted|insisted|claimed|declared|announced)(?: \w+)?[,:] *\Z"
)
# Closed by a mark of the other size; that is a mistake of its own.
_MIXED_PAIR = regex(r"“[a-z][^“”‘’\"\n]{1,50}’(?=[\s,.;:)‘])")
_FIRST_WORD = regex(r"[\w'’-]{1,30}")
# What makes marks around one word more than distance: somebody said it, it is a name, or the word is the subject.
_ATTRIBUTION = regex(
    r"\b(?:sa(?:id|ys?|ying)|tell|told|call(?:s|ed|ing)?|describ\w+|known|dub(?:s|bed)|term(?:s|ed)?|words?|named?|refer\w*|label\w*|"
    r"according|add(?:s|ed)|wrote|writes?|tweet\w*|claim\w*|argu\w+|accus\w+|brand\w*|denounc\w*|declar\w+|means?|meaning|phrase|"
    r"slogan|chant\w*|read(?:s|ing)?|sign\w*|spell\w*|title\w*|entitled|song|album|film|movie|book|novel|show|series|episode|ask(?:s|ed)?|"
    r"repl(?:y|ied|ies)|answer\w*|respon\w+|quot\w+|insist\w*|warn\w*|not(?:ed|es|ing)|acknowledg\w*|statement|speech|interview|"
    r"comment\w*|remark\w*|announc\w*|defin\w+|mention\w*|deem\w*|characteri[sz]\w+|urg(?:e|ed|es|ing)|"
    r"blast\w*|express\w*|report\w*|suggest\w*|testif\w*|stat(?:ed|es|ing)|vow\w*|promis\w*|prais\w*|critici[sz]\w*|ha[sd]|have|is|are|was|were|been|be)\b|\bso-called\b"
)


@form
class Quotes(Form):
    """``check``: what is wrong with a quotation; ``words``: how long the same quotation must be to be known again."""

    check: Literal[
        "unclosed",
        "unopened",
        "nested",
        "nothing-after",
        "scare",
        "wordings",
        "speakers",
        "speakerless",
        "transcript",
    ] = field(metadata={"help": "what is wrong with the quotation"})
    words: int = field(default=8, metadata={"help": "how many words a quotation has at least that is looked at"})


def compile_rule(form: Quotes, _: Setting) -> Compiled:
    """The mark is reported, or the later of two wordings with a note on the first."""
    fills = frozenset({"match", "other", "speaker", "other-speaker"})
    speakers = form.check == "speakers"
    if speakers or form.check == "wordings":

        def twice(document: Document, _: Hits) -> Iterable[Match]:
            return (match for _, match in quoted_twice.doubles([document], form.words, speakers=speakers))

        def compare(documents: Sequence[Document]) -> Iterable[tuple[int, Match]]:
            found = quoted_twice.doubles(documents, form.words, speakers=speakers)
            return ((at, match) for at, match in found if match.notes[0].name != documents[at].name)

        return Compiled(ALWAYS, twice, fills, compare)
    if form.check == "transcript":
        return Compiled(ALWAYS, lambda *_: (), fills, lambda documents: transcripts.departures(documents, form.words))
    if form.check == "speakerless":

        def lone(document: Document, _: Hits) -> Iterable[Match]:
            found = speakerless.speakerless(document, form.words)
            return (_match(document, one.start, _opening(document, one)) for one in found)

        return Compiled(ALWAYS, lone, fills)
    check = CHECKS[form.check]

    def find(document: Document, _: Hits) -> Iterable[Match]:
        return check(document)

    return Compiled(ALWAYS, find, fills)


def _match(document: Document, start: int, end: int, note: tuple[int, int, str] | None = None) -> Match:
    notes = (Note(document.name, Span(note[0], note[1]), note[2]),) if note else ()
    text = document.text[start:end]
    return Match(Span(start, end), {"match": text, "other": "", "speaker": "", "other-speaker": ""}, notes)


def _opening(document: Document, one: Quotation) -> int:
    """The end of the opening mark and the first word after it, which is what is shown."""
    word = _FIRST_WORD.match(document.text, one.inner_start)
    return word.end() if word else one.inner_start


def _running_on(document: Document) -> tuple[set[int], set[int]]:
    """Quotations over several paragraphs that open once and close once: the starts of their two marks."""
    marks: list[Quotation | StrayMark] = [
        one for one in document.quote_balance.quotations if one.double and one.level == 0
    ]
    marks += [stray for stray in document.quote_balance.strays if stray.double]
    starts, ends = set(), set()
    for opening, closing in pairwise(sorted(marks)):
        if isinstance(opening, StrayMark) or isinstance(closing, Quotation) or opening.closed:
            continue
        between = document.text[opening.end : closing.start]
        if between.count("\n") > 2 * _MOST_PARAGRAPHS or _attributed(document, opening):
            continue
        starts.add(opening.start)
        ends.add(closing.start)
    return starts, ends


def _attributed(document: Document, one: Quotation) -> re.Match[str] | None:
    return _ATTRIBUTED.search(document.folded.plain, one.inner_start, one.end)


def _unclosed(document: Document) -> Iterator[Match]:
    """The opening mark of each quotation that never closes; the note points to where it seems to end."""
    running, _ = _running_on(document)
    text = document.text
    for one in document.quote_balance.quotations:
        if one.closed or one.continued or one.start in running:
            continue
        before, after = text[one.start - 1 : one.start], text[one.inner_start : one.inner_start + 1].strip()
        if (one.start and (before.isalnum() or before in "“‘\"'’”™€¢")) or not after or after[0] in ",;:!?).\"'“‘”’":
            continue
        if _MIXED_PAIR.match(text, one.start) or (not one.double and not _attributed(document, one)):
            continue
        end = _attributed(document, one)
        note = (end.start(), end.start() + 1, "it seems to end here") if end else None
        yield _match(document, one.start, _opening(document, one), note)


def _unopened(document: Document) -> Iterator[Match]:
    """Each closing mark that closes nothing, but those that face the wrong way or stand twice."""
    _, running = _running_on(document)
    text = document.text
    for stray in document.quote_balance.strays:
        around = text[max(0, stray.start - 1) : stray.start] + text[stray.end : stray.end + 1]
        if not stray.double or stray.start in running or any(mark in "“”\"‘’'" for mark in around):
            continue
        before = text[max(document.paragraph(stray.start).start, stray.start - _REACH) : stray.start]
        closed_before = text[stray.start] == "”" and before.rfind("”") > before.rfind("“")
        turned = _SPEECH_BEFORE.search(before[-30:]) and text[stray.end : stray.end + 3].lstrip(" [")[:1].isupper()
        if before.strip() and not closed_before and not turned and not _TWICE.search(before):
            yield _match(document, stray.start, stray.end)


def _nested(document: Document) -> Iterator[Match]:
    """Double marks within double marks."""
    around: list[Quotation] = []
    for one in document.quote_balance.quotations:
        while around and around[-1].end <= one.start:
            around.pop()
        outer = next((other for other in around if other.double), None)
        alike = outer and outer.closed and document.text[outer.start] == document.text[one.start]
        if outer and alike and one.double and one.closed:
            note = (outer.start, outer.inner_start, "within this one")
            yield _match(document, one.start, _opening(document, one), note)
        around.append(one)


def _nothing_after(document: Document) -> Iterator[Match]:
    """Each mark that opens a quotation where its paragraph ends: the words were lost."""
    for one in document.quote_balance.quotations:
        before = document.folded.plain[max(0, one.start - 2) : one.start]
        rest = document.text[one.inner_start : min(one.inner_start + 4, document.paragraph(one.start).end)]
        if not one.closed and before[-1:] == " " and before[:1] not in ".!?" and not rest.strip(" \r\n.…"):
            yield _match(document, one.start, one.inner_start)


def _scare(document: Document) -> Iterator[Match]:
    """A single word in marks where nobody is quoted and nothing is named."""
    lower = document.folded.lower
    for one in document.quote_balance.quotations:
        word = document.text[one.inner_start : one.inner_end].strip(",.")
        if not (one.closed and one.double and not one.level and word.isalpha() and word.islower() and len(word) > 3):
            continue
        sentence = document.sentence(one.start)
        if not _ATTRIBUTION.search(lower, sentence.start, sentence.end):
            yield _match(document, one.start, one.end)


CHECKS: dict[str, Callable[[Document], Iterator[Match]]] = {
    "unclosed": _unclosed,
    "unopened": _unopened,
    "nested": _nested,
    "nothing-after": _nothing_after,
    "scare": _scare,
}
