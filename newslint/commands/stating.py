"""``newslint facts``: what an article states about people and their offices."""

import argparse
import os
import sys

from newslint.commands import configuring
from newslint.commands.saying import FAILED, FOUND, by_place, fail, say
from newslint.finding import Mistake
from newslint.readers import files
from newslint.stated import conflicts, render


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("facts", help="what an article states about people and their offices")
    parser.add_argument("article")
    parser.add_argument(
        "--date", type=configuring.day, metavar="YYYY-MM-DD", help="the article's date, if it has none itself"
    )
    configuring.add_arguments(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    # no rule is asked, so none is read
    desk = configuring.desk(options)
    book = desk.sheets(desk.config(options.article))
    mistakes = [*desk.mistakes, *book.mistakes]
    say(sorted(mistakes, key=by_place))
    article = files.read(options.article, book.lexicon)
    if isinstance(article, Mistake):
        return fail(str(article))
    article.published = options.date or article.published
    if book.lexicon.facts is None:
        return fail("no fact sheets")
    known = book.lexicon.facts()
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    for line in render(article, known, colour=colour):
        sys.stdout.write(line)
    return FAILED if mistakes else FOUND if conflicts(article, known) else 0
