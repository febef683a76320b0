"""Documents and rules in, findings out. Reads no file and prints nothing."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from newslint.catalogue import Catalogue, looking
from newslint.document import LONG, Document
from newslint.finding import SEVERITIES, Checked, Finding, Fix, Match, Mistake, Note, PlacedNote, order
from newslint.rule import CannotRunError, Rule, fill
from newslint.span import Span
from newslint.work import TooMuchWorkError

# A finding of more characters is about a sentence or more, not about the words in it.
_PLACE = 60


class Engine:
    """Rules ready to run over any number of articles: which of their words stand where is found in one scan.

    ``known``: the catalogue of the rulebook that they are of, if it is at hand.
    """

    def __init__(self, rules: Sequence[Rule], known: Catalogue | None = None) -> None:
        self.rules = tuple(rules)
        # rules that could not run on some article, and why
        self.not_run: dict[str, str] = {}
        # whether a rule that asks one has run
        self.asked_a_server = False
        self._looking = looking(self.rules, known)
        self._at = {rule.id: at for at, rule in enumerate(self.rules)}

    def _worth(self, document: Document) -> dict[int, list[int]]:
        """The rules that may find something in an article, and which of the patterns of each."""
        worth: dict[int, list[int]] = {}
        for regions, index, whose in self._looking:
            for asked in index.met(document, regions):
                name, number = whose[asked]
                worth.setdefault(self._at[name], []).append(number)
        return worth

    def check(self, document: Document) -> Checked:
        """All findings in one article, sorted; a rule that fails costs that rule, and is listed."""
        findings: list[Finding] = []
        second: list[Finding] = []
        mistakes: list[Mistake] = []
        by_name = {document.name: document}
        for at, hits in sorted(self._worth(document).items()):
            rule = self.rules[at]
            document.work.begin()
            try:
                made = rule.made
                compiled, allowed = made.compiled, made.allowed
                found = [one for one in compiled.find(document, hits) if allowed(document, one.span)]
                self.asked_a_server = self.asked_a_server or rule.asks_a_server
                if found:
                    found.sort(key=lambda match: match.span)
                    opinion = second if compiled.second else findings
                    opinion += _findings(rule, document, found, by_name)
                if len(document.text) > LONG:
                    rule.forget()
                    document.forget()
            except TooMuchWorkError:
                message = f"{rule.id} stopped: it tried more candidates in this article than its bound allows"
                mistakes.append(Mistake(document.path, None, None, message))
            except CannotRunError as error:
                self.not_run.setdefault(rule.id, str(error))
            except Exception as error:  # noqa: BLE001 - one rule that breaks must not cost the run
                message = f"{rule.id} failed here: {type(error).__name__}: {error}"
                mistakes.append(Mistake(document.path, None, None, message))
        findings += _unsaid(second, findings)
        return sorted(_severest(findings), key=order), mistakes

    def compare(self, documents: Sequence[Document]) -> Checked:
        """The findings between the articles of one story, sorted."""
        found, mistakes = self.between(documents)
        return sorted((finding for _, finding in found), key=order), mistakes

    def between(self, documents: Sequence[Document]) -> tuple[list[tuple[int, Finding]], list[Mistake]]:
        """The findings between the articles of one story, each with the number of its article."""
        by_name = {document.name: document for document in documents}
        findings: list[tuple[int, Finding]] = []
        mistakes: list[Mistake] = []
        for rule in self.rules:
            if not rule.compares or rule.compiled.compare is None:
                continue
            try:
                for at, match in rule.compiled.compare(documents):
                    if rule.allowed(documents[at], match.span):
                        findings += ((at, one) for one in _findings(rule, documents[at], [match], by_name))
            except Exception as error:  # noqa: BLE001 - one rule that breaks must not cost the run
                message = f"{rule.id} failed between articles: {type(error).__name__}: {error}"
                mistakes.append(Mistake(documents[0].path, None, None, message))
        return findings, mistakes


def _unsaid(second: Iterable[Finding], findings: Iterable[Finding]) -> list[Finding]:
    """Those second opinions on whose place nothing has been said; of a long place: by no rule of the same family."""
    said = {(_family(one), one.span) for one in findings}
    taken = sorted(one.span for one in findings if one.span.end - one.span.start <= _PLACE)
    starts = [span.start for span in taken]
    reached = [0, *accumulate((span.end for span in taken), max)]
    return [
        one
        for one in second
        if reached[bisect_left(starts, one.span.end)] <= one.span.start and (_family(one), one.span) not in said
    ]


def _family(finding: Finding) -> str:
    return finding.rule.split("/")[0]


def _severest(findings: list[Finding]) -> Iterator[Finding]:
    """Of the findings of one family on one span those that are most severe: a doubt adds nothing to an error.

    Of those that set the span against the same other places the first: one contradiction is one finding.
    """
    best: dict[tuple[str, Span], int] = {}
    for finding in findings:
        key = _family(finding), finding.span
        best[key] = min(best.get(key, 9), SEVERITIES.index(finding.severity))
    shown: set[tuple[str, Span, tuple[Span | None, ...]]] = set()
    for one in findings:
        family = _family(one)
        places = family, one.span, tuple(note.span for note in one.notes)
        if SEVERITIES.index(one.severity) == best[family, one.span] and not (one.notes and places in shown):
            shown.add(places)
            yield one


def _findings(
    rule: Rule, document: Document, matches: Iterable[Match], by_name: dict[str, Document]
) -> Iterator[Finding]:
    found = list(matches)
    habit = rule.form.habit and len(found) > rule.form.habit
    for match in found[:1] if habit else found:
        message = fill(rule.form.message, {name: _clip(value) for name, value in match.values.items()})
        if habit:
            message += f" {len(found)} times in this article."
        span = document.in_source(match.span)
        yield Finding(
            path=document.path,
            place=document.source_place(span),
            rule=rule.id,
            severity=rule.brief.severity,
            message=" ".join(message.split()) + (" It stands in a comment." if document.aside else ""),
            text=document.text[match.span.start : match.span.end],
            span=span,
            fix=None if habit else _fix(document, match),
            notes=tuple(_note(by_name[note.name], note) for note in match.notes),
        )


def _fix(document: Document, match: Match) -> Fix | None:
    """No fix where it would change nothing, nor where markup stands in the source or would come to stand there."""
    if not document.fixable:
        return None
    text = document.text[match.span.start : match.span.end]
    if match.fix is None or match.fix.text == text:
        return None
    span = document.in_source(match.span)
    plain = document.origin is None or document.source[span.start : span.end] == text
    return match.fix if plain and document.may_hold(span.start, match.fix.text) else None


def _note(document: Document, note: Note) -> PlacedNote:
    text = document.text[note.span.start : note.span.end]
    span = document.in_source(note.span)
    return PlacedNote(document.path, document.source_place(span), text, note.message, span)


def _clip(text: str, most: int = 80) -> str:
    """Long text in a message shows its beginning."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
