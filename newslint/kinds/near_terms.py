"""Names of anything with one word after them, a letter apart: the Sinfield Trust, the Sinfeld Trust."""

from collections.abc import Iterator

from newslint.document import Document
from newslint.kinds.letters import cuts, one_letter
from newslint.language.names import capitalised_runs
from newslint.matching.frequency import UNKNOWN, level
from newslint.patterns import regex
from newslint.span import Span

_LEAST = 5
# What stands behind a name and tells of what it is the name; no verb and no small word.
_AFTER = regex(
    r" ([A-Z][a-z]{2,}|hospital|school|club|plant|bridge|estate|company|church|hotel|prison|village|group|party)\b"
)


def in_one_term(document: Document) -> Iterator[tuple[Span, Span]]:
    """Names of anything with one word after them, a letter apart: the Sinfield Trust, the Sinfeld Trust."""
    terms: dict[tuple[str, str], list[Span]] = {}
    plain = document.folded.plain
    for start, _, run in capitalised_runs(document.folded):
        at = start
        for word in run.split(" "):
            behind = _AFTER.match(plain, at + len(word))
            if behind and len(word) > _LEAST and word.isalpha() and word[1:].islower():
                terms.setdefault((behind[1].lower(), word), []).append(Span(at, at + len(word)))
            at += len(word) + 1
    known: dict[str, dict[str, set[str]]] = {}
    for after, word in terms:
        for cut in cuts(word.lower()):
            known.setdefault(after, {}).setdefault(cut, set()).add(word)
    people = [Span(one.start, one.end) for one in document.people] if len(terms) > 1 else []
    for (after, word), spans in terms.items():
        near = {name for cut in cuts(word.lower()) for name in known[after].get(cut, ()) if name > word}
        for name in sorted(name for name in near if one_letter(word.lower(), name.lower())):
            rare, main = sorted((spans, terms[after, name]), key=lambda one: (len(one), -one[0].start))
            rarer = plain[rare[0].start : rare[0].end].lower()
            named = any(one.start <= span.start < one.end for one in people for span in rare)
            # of a place that the lists know the other is the slip, as the kind ``familiar`` says
            placed = rarer in document.lexicon.folded("cities", "countries", "regions")
            if level(rarer) == UNKNOWN and not named and not placed:
                yield from ((span, main[0]) for span in rare)
