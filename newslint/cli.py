"""The command line: arguments in, calls, exit code out. The only place that prints or asks the environment."""

import argparse
import datetime
import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from typing import Any, TypeAlias

from newslint import __version__, cachefolder, patterns

Commands: TypeAlias = "argparse._SubParsersAction[Any]"  # noqa: SLF001 - it has no public name


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the status is 0 for nothing to report, 1 for findings, 2 for work that could not be done."""
    given = sys.argv[1:] if arguments is None else arguments
    # A run makes a hundred thousand objects that last; to look through them for garbage took a fifth of its time.
    gc.set_threshold(200_000, 20, 100)
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    options = _options(_parser(next((one for one in given if not one.startswith("-")), "")), given)
    cache = None if getattr(options, "no_cache", False) else cachefolder.folder(os.environ)
    if cache:
        patterns.recall(cache)
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:
        # whoever read us has seen enough
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - for the interpreter's last flush
        return 0
    except KeyboardInterrupt:
        return 130
    if cache and cachefolder.ready(cache):
        patterns.remember(cache)
    return status


def _options(parser: argparse.ArgumentParser, arguments: Sequence[str] | None) -> argparse.Namespace:
    """The arguments as read; paths may stand on both sides of an option, which argparse takes for one too many."""
    options, rest = parser.parse_known_args(arguments)
    ends = rest.index("--") if "--" in rest else len(rest)
    strange = [one for one in rest[:ends] if one.startswith("-") and one != "-"]
    if strange or (rest and not isinstance(getattr(options, "paths", None), list)):
        parser.error(f"unrecognized arguments: {' '.join(strange or rest)}")
    if rest:
        options.paths += rest[:ends] + rest[ends + 1 :]
    return options


class _Help(argparse.HelpFormatter):
    """As usual, but the terminal is not asked for its width each time an argument is added."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns())


class _Parser(argparse.ArgumentParser):
    """The parser of one command."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - as argparse has them
        super().__init__(**given, formatter_class=_Help)


@cache
def _columns() -> int:
    with suppress(ValueError):
        return max(int(os.environ.get("COLUMNS", "")) - 2, 20)
    with suppress(OSError, ValueError, AttributeError):
        return max(os.get_terminal_size(sys.__stdout__.fileno()).columns - 2, 20)  # type: ignore[union-attr]
    return 78


def _parser(asked: str) -> argparse.ArgumentParser:
    """The arguments of the command that is asked for; of all where there is none of that name."""
    parser = _Parser(
        prog="newslint", description="Reads news drafts and reports what would embarrass a paper in print."
    )
    parser.add_argument("--version", action="version", version=f"newslint {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", prog="newslint")
    for name, add in _COMMANDS.items():
        if asked == name or asked not in _COMMANDS:
            add(commands)
    return parser


def _add_check(commands: Commands) -> None:
    from newslint.commands import checking, configuring

    check = commands.add_parser("check", help="check articles")
    checking.add_arguments(check, _day)
    configuring.add_arguments(check)
    check.set_defaults(run=checking.run)


def _add_test(commands: Commands) -> None:
    from newslint.commands import proving

    proving.add_command(commands)


def _add_explain(commands: Commands) -> None:
    from newslint.commands import configuring, explaining

    configuring.add_arguments(explaining.add_command(commands))


def _add_rules(commands: Commands) -> None:
    from newslint.commands import configuring, listing

    configuring.add_arguments(listing.add_command(commands))


def _add_schema(commands: Commands) -> None:
    from newslint.commands import schemas

    schemas.add_command(commands).set_defaults(run=_schema)


def _add_facts(commands: Commands) -> None:
    from newslint.commands import configuring, stating

    facts = stating.add_command(commands)
    facts.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="the article's date, if it has none itself")
    configuring.add_arguments(facts)


def _add_measure(commands: Commands) -> None:
    from newslint.commands import configuring, measuring

    configuring.add_arguments(measuring.add_command(commands))


def _add_profile(commands: Commands) -> None:
    from newslint.commands import configuring, profiling

    configuring.add_arguments(profiling.add_command(commands))


def _add_stats(commands: Commands) -> None:
    from newslint.commands import stats

    stats.add_command(commands)


def _add_cache(commands: Commands) -> None:
    from newslint.commands import caching

    caching.add_command(commands)


def _add_grammar(commands: Commands) -> None:
    from newslint.commands import grammar

    grammar.add_command(commands)


def _add_baseline(commands: Commands) -> None:
    from newslint.commands import baselines, configuring

    baseline = baselines.add_command(commands)
    configuring.add_arguments(baseline)
    baseline.set_defaults(run=_baseline)


def _add_suppress(commands: Commands) -> None:
    from newslint.commands import configuring, suppressing

    hush = suppressing.add_command(commands)
    hush.add_argument("--until", type=_day, metavar="YYYY-MM-DD", help="the last day on which it holds")
    configuring.add_arguments(hush)
    hush.set_defaults(run=_suppress)


def _add_why_not(commands: Commands) -> None:
    from newslint.commands import asking, configuring

    ask = asking.add_command(commands)
    configuring.add_arguments(ask)
    ask.set_defaults(run=_why_not)


def _add_new_rule(commands: Commands) -> None:
    from newslint.commands import making

    making.add_command(commands).set_defaults(run=_new_rule)


def _add_config(commands: Commands) -> None:
    from newslint.commands import configuring

    config = configuring.add_command(commands)
    configuring.add_arguments(config)
    config.set_defaults(run=configuring.show)


def _add_init(commands: Commands) -> None:
    from newslint.commands import configuring

    configuring.add_init(commands).set_defaults(run=configuring.init)


# In the order in which they are listed; what a run does not ask for, it does not import.
_COMMANDS: dict[str, Callable[[Commands], None]] = {
    "check": _add_check,
    "test": _add_test,
    "explain": _add_explain,
    "rules": _add_rules,
    "schema": _add_schema,
    "facts": _add_facts,
    "measure": _add_measure,
    "profile": _add_profile,
    "stats": _add_stats,
    "cache": _add_cache,
    "grammar": _add_grammar,
    "baseline": _add_baseline,
    "suppress": _add_suppress,
    "why-not": _add_why_not,
    "new-rule": _add_new_rule,
    "config": _add_config,
    "init": _add_init,
}


def _baseline(options: argparse.Namespace) -> int:
    from newslint.baseline import BaselineError
    from newslint.commands import baselines, configuring
    from newslint.commands.saying import FAILED, by_place, fail, say
    from newslint.formats.escape import escape
    from newslint.linting import SelectionError

    try:
        said, mistakes = baselines.run(options, configuring.desk(options))
    except (SelectionError, BaselineError) as error:
        return fail(str(error))
    say(sorted(mistakes, key=by_place))
    if isinstance(said, str):
        return fail(said)
    for line in said:
        sys.stdout.write(escape(line.rstrip("\n")) + "\n")
    return FAILED if mistakes else 0


def _suppress(options: argparse.Namespace) -> int:
    from newslint.commands import configuring, suppressing
    from newslint.commands.saying import fail
    from newslint.formats.escape import escape
    from newslint.linting import SelectionError

    try:
        said = suppressing.run(options, configuring.desk(options))
    except (SelectionError, suppressing.NothingToSuppressError) as error:
        return fail(str(error))
    sys.stdout.writelines(f"{escape(line)}\n" for line in said.split("\n"))
    return 0


def _why_not(options: argparse.Namespace) -> int:
    from newslint.baseline import BaselineError
    from newslint.commands import asking, configuring
    from newslint.commands.saying import fail
    from newslint.formats.escape import escape
    from newslint.linting import SelectionError
    from newslint.since import SinceError

    try:
        said = asking.run(options, configuring.desk(options))
    except (SelectionError, BaselineError, SinceError, asking.NoAnswerError) as error:
        return fail(str(error))
    for line in said:
        sys.stdout.write(escape(line) + "\n")
    return 0


def _new_rule(options: argparse.Namespace) -> int:
    from newslint.commands import making
    from newslint.commands.saying import fail
    from newslint.formats.escape import escape

    try:
        said = making.run(options)
    except making.NoRuleError as error:
        return fail(str(error))
    for line in said:
        sys.stdout.write(escape(line) + "\n")
    return 0


def _schema(options: argparse.Namespace) -> int:
    from newslint.commands import schemas

    sys.stdout.write(schemas.printed(options.file))
    return 0


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date; expected one like 2021-12-30") from None
