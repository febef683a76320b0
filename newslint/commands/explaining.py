"""``newslint explain``: why a rule exists, its examples, how to silence it."""

import argparse
import sys
from pathlib import Path

from newslint import measured
from newslint.commands import configuring
from newslint.commands.saying import fail, say
from newslint.explain import explain
from newslint.linting import SelectionError, choose
from newslint.rulebook import shipped


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("explain", help="why a rule exists, its examples, how to silence it")
    parser.add_argument("rule")
    configuring.add_arguments(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    desk = configuring.desk(options)
    config = configuring.home(desk)
    book = desk.book(config)
    rule = next((rule for rule in book.rules if rule.id == options.rule), None)
    if rule is None:
        say(mistake for mistake in desk.mistakes if options.rule in mistake.path)
        try:
            choose(book, [options.rule], [])
        except SelectionError as error:
            return fail(str(error))
        return fail(f"“{options.rule}” is not one rule; newslint rules lists them")
    here = next((one for one in desk.in_force(config) if one.id == rule.id), None)
    rate = measured.beside(rule.id, Path(rule.path), shipped())
    sys.stdout.write(explain(here or rule, configured=bool(config.layers), here=here is not None, rate=rate))
    return 0
