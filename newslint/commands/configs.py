"""``newslint config``: what is in force for an article, and where it was said."""

import argparse
import sys
from pathlib import Path

from newslint.commands import configuring
from newslint.commands.saying import FAILED, by_place, fail, say, tell
from newslint.config.find import absolute
from newslint.config.show import table
from newslint.finding import Mistake
from newslint.linting import SelectionError
from newslint.readers import files
from newslint.selection import in_force


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    config = commands.add_parser("config", help="what is in force for an article, and where it was said")
    config.add_argument("path", nargs="?", default=".", metavar="PATH", help="an article or a folder")
    configuring.add_selection(config)
    configuring.add_arguments(config)
    config.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    this = configuring.desk(options)
    config = configuring.at(this, options.path)
    try:
        this.prepare([config])
    except SelectionError as error:
        say(sorted(this.mistakes, key=by_place))
        return fail(str(error))
    book = this.book(config)
    article = options.path if Path(options.path).is_file() else None
    read = files.read(article, book.lexicon) if article else None
    meta = {} if read is None or isinstance(read, Mistake) else read.meta
    inside = article or str(Path(options.path, "-"))
    rules = in_force(book.rules, this.choices(inside, meta))
    tell(table(config, absolute(Path(article)) if article else None, meta, this.said, this.names(config)))
    sys.stdout.write(f"\n{len(rules)} of {len(book.rules)} rules run here; newslint rules lists them.\n")
    say(sorted(this.mistakes, key=by_place))
    return FAILED if this.mistakes else 0
