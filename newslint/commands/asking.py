"""``newslint why-not``: what keeps a rule from being reported on a line of an article."""

import argparse
from collections.abc import Iterator, Sequence

from newslint.baseline import BaselineError
from newslint.commands import configuring, sifting
from newslint.commands.saying import fail, tell
from newslint.config.desk import Desk
from newslint.document import Block, Document, line_starts
from newslint.engine import Engine
from newslint.finding import Finding
from newslint.linting import SelectionError
from newslint.readers import files
from newslint.rule import Rule
from newslint.selection import nearest
from newslint.since import SinceError
from newslint.span import Span
from newslint.whynot import reasons


class NoAnswerError(ValueError):
    """The question cannot be put: no such file, line or rule."""


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("why-not", help="what kept a rule from firing on a line")
    parser.add_argument("place", metavar="FILE:LINE")
    parser.add_argument("rule")
    sifting.add_arguments(parser)
    configuring.add_arguments(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    try:
        said = _asked(options, configuring.desk(options))
    except (SelectionError, BaselineError, SinceError, NoAnswerError) as error:
        return fail(str(error))
    tell(said)
    return 0


def _asked(options: argparse.Namespace, desk: Desk) -> list[str]:
    """The answer, a reason a line; raises NoAnswerError, BaselineError and SinceError."""
    path, _, number = options.place.rpartition(":")
    if not path or not number.isdecimal():
        raise NoAnswerError(f"“{options.place}” is no place; expected FILE:LINE")
    book = desk.book(desk.config(path))
    rule = next((one for one in book.rules if one.id == options.rule), None)
    if rule is None:
        raise NoAnswerError(f"no rule “{options.rule}”{nearest(options.rule, [one.id for one in book.rules])}")
    reading = files.read_all(path, book.lexicon)
    if not reading.documents:
        raise NoAnswerError(str(next(iter(reading.mistakes), f"{path} holds no article")))
    starts = line_starts(reading.documents[0].source)
    if not 1 <= int(number) <= len(starts):
        raise NoAnswerError(f"{path} has {len(starts)} lines")
    ends = [*starts[1:], len(reading.documents[0].source)]
    source = Span(starts[int(number) - 1], ends[int(number) - 1])
    document = _asked_of(rule, reading.documents, source)
    line = Span(document.in_text(source.start), document.in_text(source.end))
    return list(_answer(options, desk, rule, document, source, line))


def _asked_of(rule: Rule, documents: Sequence[Document], line: Span) -> Document:
    """Of the articles in a file the one on a line; of several, that in which the rule finds something there."""
    here = [one for one in documents if any(_meet(block, line) for block in one.source_blocks)]
    for document in here if len(here) > 1 else ():
        if any(_meet(one.span, line) for one in Engine([rule]).check(document)[0]):
            return document
    return (here or documents)[0]


def _meet(one: Span | Block, line: Span) -> bool:
    return one.start < line.end and one.end > line.start


def _answer(  # noqa: PLR0913, PLR0917 - the line as it stands in the file and in the text
    options: argparse.Namespace, desk: Desk, rule: Rule, document: Document, source: Span, line: Span
) -> Iterator[str]:
    linter = desk.linter(document)
    if rule.id not in {one.id for one in linter.engine.rules}:
        why = f"it belongs to the house style {rule.form.house}" if rule.form.house else "it is off by default"
        why = why if rule.form.house or not rule.form.default else "it is not selected, or ignored (newslint config)"
        yield f"{rule.id} does not run on this article: {why}"
    if not document.text[line.start : line.end].strip() and document.source[source.start : source.end].strip():
        yield "what stands on this line is no text of the article: a comment, front matter or markup"
        return
    engine = Engine([rule])
    found, mistakes = engine.check(document)
    yield from (one.message for one in mistakes)
    if engine.not_run:
        yield f"{rule.id} did not run: {engine.not_run[rule.id]}"
        return
    here = [one for one in found if one.span.start < source.end and one.span.end > source.start]
    if not here:
        folded = f"it reports a habit once, on line {found[0].place.line}" if found and rule.form.habit else ""
        yield from [folded] if folded else reasons(rule, document, line)
        return
    if rule.compiled.second and (over := _over(linter.engine.check(document)[0], here)):
        yield f"LanguageTool finds it; another rule reports the place: {over}"
        return
    yield from _after(options, desk, document, linter.engine, here)


def _after(
    options: argparse.Namespace, desk: Desk, document: Document, engine: Engine, here: list[Finding]
) -> Iterator[str]:
    """What became of findings that the rule makes on the line."""
    every = engine.check(document)[0]
    alone = [one for one in here if one not in every and not rule_over(one, every)]
    sifted = sifting.sieve(options, desk, [document.path], lambda _: None).sift(document, [*every, *alone])
    for one in here:
        shown = f"it finds “{' '.join(one.text.split())[:60]}”"
        if one not in every and one not in alone:
            yield f"{shown}; a more severe rule of its family reports the same words: {rule_over(one, every)}"
        elif one in sifted.hushed:
            yield f"{shown}; it is suppressed"
        elif one in sifted.known:
            yield f"{shown}; it is in the baseline"
        elif one in sifted.old:
            yield f"{shown}; it is no newer than the revision"
        elif one in sifted.kept:
            yield f"{shown}; it {'would be' if one in alone else 'is'} reported"


def _over(every: list[Finding], here: list[Finding]) -> str:
    """The rule that reports the place of findings which are left out for it."""
    left_out = [one for one in here if one not in every]
    spoken = ((one, other) for one in left_out for other in every)
    return next((b.rule for a, b in spoken if a.span.start < b.span.end and b.span.start < a.span.end), "")


def rule_over(finding: Finding, every: list[Finding]) -> str:
    """The rule of the same family that reports the same span."""
    family = finding.rule.split("/")[0]
    return next((one.rule for one in every if one.span == finding.span and one.rule.startswith(f"{family}/")), "")
