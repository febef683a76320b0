"""``newslint stats``: how hard an article is to read, region by region, as a table."""

import argparse
import sys
from collections.abc import Iterator

from newslint.commands.saying import fail
from newslint.document import Document
from newslint.finding import Mistake
from newslint.kinds.readability import count, figures
from newslint.lexicon import Lexicon
from newslint.readers import files
from newslint.span import Span

_HEAD = f"{'':<12}{'sentences':>10}{'words':>8}{'grade':>8}{'ease':>8}{'words a':>10}{'letters':>9}{'longest':>9}\n"
_MORE = f"{'':<12}{'':>10}{'':>8}{'':>8}{'':>8}{'sentence':>10}{'a word':>9}{'sentence':>9}\n"


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("stats", help="how hard an article is to read")
    parser.add_argument("article")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    article = files.read(options.article, Lexicon({}))
    if isinstance(article, Mistake):
        return fail(str(article))
    sys.stdout.writelines(table(article))
    return 0


def table(document: Document) -> Iterator[str]:
    """The lines of the table: one for each region that has words, and one for all."""
    by_region: dict[str, list[Span]] = {}
    for span in document.sentences:
        block = document.block(span.start)
        by_region.setdefault(block.region if block else "body", []).append(span)
    yield _HEAD
    yield _MORE
    for region, spans in by_region.items():
        yield from _row(document, region, spans)
    if len(by_region) > 1:
        yield from _row(document, "all", document.sentences)


def _row(document: Document, name: str, spans: tuple[Span, ...] | list[Span]) -> Iterator[str]:
    counted = count(document, spans)
    if counted:
        one = figures(counted)
        words = sum(sentence.words for sentence in counted)
        yield (
            f"{name:<12}{len(counted):>10}{words:>8}{one.grade:>8.1f}{one.ease:>8.1f}{one.sentence:>10.1f}"
            f"{one.word:>9.1f}{one.longest:>9.0f}\n"
        )
