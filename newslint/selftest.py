"""Proves rules by their examples: bad ones give exactly the marked spans, good ones give nothing, conditions matter."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from newslint.document import Document
from newslint.engine import Engine
from newslint.finding import Finding, Mistake
from newslint.forms import replace
from newslint.lexicon import Lexicon
from newslint.matching.words import standing
from newslint.patterns import regex
from newslint.readers.plain import paragraphs
from newslint.records import NamedTuple
from newslint.rule import Example, Rule
from newslint.rulebook import Rulebook
from newslint.rulefile import make_rule
from newslint.span import Span
from newslint.yamlform import read, where

_MARK = regex(r"\\(\[\[|\]\])|\[\[(?:(\d): )?|(\]\])")
_CONDITIONS: dict[str, Any] = {"where": "", "near": (), "unless": ()}
# What is wrong with a rule, and the keys in its file that lead to the place.
_Wrong = tuple[tuple[str | int, ...], str]


class Marked(NamedTuple):
    """An example's text without its marks, the spans to be reported, and those that notes point to."""

    text: str
    spans: tuple[Span, ...]
    seconds: tuple[Span, ...]


class MarkError(ValueError):
    """Marks that do not pair."""


def unmark(text: str) -> Marked:
    """Takes ``[[ ]]``, ``[[1: ]]`` and ``[[2: ]]`` out of an example; raises MarkError."""
    pieces: list[str] = []
    found: dict[str, list[Span]] = {"1": [], "2": []}
    length = done = 0
    opened: tuple[str, int] | None = None
    for mark in _MARK.finditer(text):
        pieces.append(text[done : mark.start()])
        length += mark.start() - done
        done = mark.end()
        if mark[1]:
            pieces.append(mark[1])
            length += 2
        elif mark[3]:
            if opened is None:
                raise MarkError("“]]” closes nothing")
            found[opened[0]].append(Span(opened[1], length))
            opened = None
        else:
            number = mark[2] or "1"
            if opened is not None or number not in found:
                raise MarkError("expected [[ ]], [[1: ]] or [[2: ]], not one inside another")
            opened = (number, length)
    if opened is not None:
        raise MarkError("“[[” is never closed")
    return Marked("".join(pieces) + text[done:], tuple(found["1"]), tuple(found["2"]))


class Case(NamedTuple):
    """One example made ready: its documents and, for each, what is marked."""

    documents: tuple[Document, ...]
    marks: tuple[Marked, ...]
    fix: str | None
    says: str | None


def make_case(example: str | Example, lexicon: Lexicon) -> Case:
    """The documents of an example; a story has several. Raises MarkError."""
    if isinstance(example, str):
        example = Example(text=example)
    if example.story:
        cases = [make_case(one, lexicon) for one in example.story]
        documents = [case.documents[0] for case in cases]
        for number, document in enumerate(documents, 1):
            document.path = f"article-{number}"
        return Case(tuple(documents), tuple(case.marks[0] for case in cases), None, example.says)
    text = f"{example.headline}\n\n{example.text}" if example.headline is not None else example.text
    marked = unmark(text)
    document = Document("example", marked.text, lexicon, blocks=paragraphs(marked.text), published=example.published)
    return Case((document,), (marked,), example.fix, example.says)


def prove(book: Rulebook, not_run: dict[str, str] | None = None) -> Iterator[Mistake]:
    """What is wrong with the rules by their own examples; ``not_run`` is given those that could not run, and why."""
    for rule in book.rules:
        wrong = list(_prove_rule(rule, book.lexicon, {} if not_run is None else not_run))
        # the file is read once more only for the lines of what is wrong
        node = read(Path(rule.path).read_text("utf-8-sig"), rule.path)[0] if wrong else None
        for keys, message in wrong:
            line, column = where(node, *keys) if node else (None, None)
            yield Mistake(rule.path, line, column, f"{rule.id}: {message}")


def _prove_rule(rule: Rule, lexicon: Lexicon, not_run: dict[str, str]) -> Iterator[_Wrong]:
    engine = Engine([rule])
    good: list[Case] = []
    for part, examples in (("bad", rule.form.examples.bad), ("good", rule.form.examples.good)):
        for number, example in enumerate(examples, 1):
            name, keys = f"{part} example {number}", ("examples", part, number - 1)
            try:
                case = make_case(example, lexicon)
            except MarkError as error:
                yield keys, f"{name}: {error}"
                continue
            if part == "good":
                good.append(case)
            for message in _prove_case(engine, case, lexicon, bad=part == "bad"):
                yield keys, f"{name}: {message}"
    if engine.not_run:
        not_run.update(engine.not_run)
        return
    yield from ((("examples", "good"), message) for message in _prove_anchors(rule, good))
    yield from _prove_conditions(rule, good, lexicon)


def _findings(engine: Engine, case: Case) -> tuple[list[Finding], list[str]]:
    if len(case.documents) > 1:
        findings, mistakes = engine.compare(case.documents)
    else:
        findings, mistakes = engine.check(case.documents[0])
    return findings, [mistake.message for mistake in mistakes]


def _prove_case(engine: Engine, case: Case, lexicon: Lexicon, *, bad: bool) -> Iterator[str]:
    findings, failures = _findings(engine, case)
    yield from failures
    if engine.not_run:
        return
    expected = {
        (document.path, *span)
        for document, marks in zip(case.documents, case.marks, strict=True)
        for span in marks.spans
    }
    if bad and not expected:
        yield "marks nothing; put [[ ]] around what must be reported"
    found = {(finding.path, *finding.span): finding.text for finding in findings}
    for key in sorted(expected - found.keys()):
        document = next(one for one in case.documents if one.path == key[0])
        yield f"“{document.text[key[1] : key[2]]}” is not reported" + (f", but {_said(found)} is" if found else "")
    if found.keys() - expected and (not bad or found.keys() >= expected):
        yield f"{_said({key: found[key] for key in found.keys() - expected})} is reported and should not be"
    yield from _prove_details(engine, case, findings, lexicon)


def _said(found: dict[tuple[str, int, int], str]) -> str:
    return ", ".join(f"“{text}”" for _, text in sorted(found.items()))


def _prove_details(engine: Engine, case: Case, findings: Sequence[Finding], lexicon: Lexicon) -> Iterator[str]:
    seconds = {
        (document.path, document.place(span))
        for document, marks in zip(case.documents, case.marks, strict=True)
        for span in marks.seconds
    }
    noted = {(note.path, note.place) for finding in findings for note in finding.notes}
    if not seconds <= noted:
        yield "the place marked [[2: ]] is not the second place of a finding"
    if case.says is not None and case.says not in {finding.message for finding in findings}:
        yield f"says “{'”, “'.join(finding.message for finding in findings)}”, not “{case.says}”"
    if case.fix is not None:
        document = case.documents[0]
        fixed = apply(document.text, findings)
        # under a headline the fix may be given with it or without
        if fixed != case.fix and fixed.partition("\n\n")[2] != case.fix:
            yield f"the fix gives “{fixed}”, not “{case.fix}”"
        again = Document("example", fixed, lexicon, blocks=paragraphs(fixed), published=document.published)
        if any(finding.fix for finding in engine.check(again)[0]):
            yield "the fixed text is fixed again"


def apply(text: str, findings: Sequence[Finding]) -> str:
    """The text with the fixes of all findings, none of which overlaps another."""
    for finding in sorted(findings, key=lambda one: -one.span.start):
        if finding.fix:
            text = text[: finding.span.start] + finding.fix.text + text[finding.span.end :]
    return text


def _prove_anchors(rule: Rule, good: Sequence[Case]) -> Iterator[str]:
    """A good example that holds none of the rule's words could never have fired.

    Where a rule reports each of its words wherever they stand, a word that looks like one of them is a near miss.
    """
    if rule.anchors.always or not good:
        return
    engine = Engine([rule])
    lexicon = good[0].documents[0].lexicon
    texts = [document.folded.lower for case in good for document in case.documents]
    if any(standing(rule.anchors.words, text) for text in texts):
        return
    words = rule.anchors.words
    alone = [Document("alone", f"It was {word} there.", lexicon) for word in words]
    bare = all(engine.check(document)[0] for document in alone)
    if not bare or not any(_alike(word, text) for word in words for text in texts):
        some = ", ".join(sorted(rule.anchors.words)[:5])
        yield f"no good example is a near miss: none holds a word that the rule looks for ({some} …)"


def _alike(word: str, text: str) -> bool:
    """Whether a text holds four letters of a word in a row, or all of a shorter one."""
    return any(word[at : at + 4] in text for at in range(max(len(word) - 3, 1)))


def _prove_conditions(rule: Rule, good: Sequence[Case], lexicon: Lexicon) -> Iterator[_Wrong]:
    """Without a condition some good example must begin to fail, or the condition proves nothing."""
    for name, empty in _CONDITIONS.items():
        if not getattr(rule.form, name, None):
            continue
        loose, _ = make_rule(rule.id, rule.path, replace(rule.form, **{name: empty}), lexicon)
        engine = Engine([loose])
        if not any(_findings(engine, case)[0] for case in good):
            yield (name,), f"`{name}` proves nothing: no good example needs it"
