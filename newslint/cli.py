"""The command line: arguments in, calls, exit code out. The only place that prints or asks the environment."""

import argparse
import datetime
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from newslint import __version__
from newslint.baseline import BaselineError
from newslint.commands import (
    asking,
    baselines,
    caching,
    checking,
    configuring,
    grammar,
    listing,
    making,
    measuring,
    schemas,
    stats,
    suppressing,
)
from newslint.commands.saying import FAILED, FOUND, by_place, fail, say
from newslint.finding import Mistake
from newslint.formats.escape import escape
from newslint.languagetool import session
from newslint.linting import SelectionError, choose
from newslint.readers import files
from newslint.rulebook import load, shipped
from newslint.since import SinceError


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the status is 0 for nothing to report, 1 for findings, 2 for work that could not be done."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    options = _options(_parser(), arguments)
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:
        # whoever read us has seen enough
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - for the interpreter's last flush
        return 0
    except KeyboardInterrupt:
        return 130
    return status


def _options(parser: argparse.ArgumentParser, arguments: Sequence[str] | None) -> argparse.Namespace:
    """The arguments as read; paths may stand on both sides of an option, which argparse takes for one too many."""
    options, rest = parser.parse_known_args(arguments)
    ends = rest.index("--") if "--" in rest else len(rest)
    strange = [one for one in rest[:ends] if one.startswith("-") and one != files.STDIN]
    if strange or (rest and not isinstance(getattr(options, "paths", None), list)):
        parser.error(f"unrecognized arguments: {' '.join(strange or rest)}")
    if rest:
        options.paths += rest[:ends] + rest[ends + 1 :]
    return options


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="newslint", description="Reads news drafts and reports what would embarrass a paper in print."
    )
    parser.add_argument("--version", action="version", version=f"newslint {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="check articles")
    checking.add_arguments(check, _day)
    check.set_defaults(run=checking.run)
    test = commands.add_parser("test", help="prove rules by their examples")
    test.add_argument(
        "paths", nargs="*", metavar="PATH", help="rule files or folders; without, the rules that come with newslint"
    )
    test.set_defaults(run=_test)
    explain = commands.add_parser("explain", help="why a rule exists, its examples, how to silence it")
    explain.add_argument("rule")
    explain.set_defaults(run=_explain)
    rules = listing.add_command(commands)
    schemas.add_command(commands).set_defaults(run=_schema)
    facts = commands.add_parser("facts", help="what an article states about people and their offices")
    facts.add_argument("article")
    facts.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="the article's date, if it has none itself")
    facts.set_defaults(run=_facts)
    measure = measuring.add_command(commands)
    stats.add_command(commands)
    caching.add_command(commands)
    grammar.add_command(commands)
    baseline = baselines.add_command(commands)
    baseline.set_defaults(run=_baseline)
    hush = suppressing.add_command(commands)
    hush.add_argument("--until", type=_day, metavar="YYYY-MM-DD", help="the last day on which it holds")
    hush.set_defaults(run=_suppress)
    ask = asking.add_command(commands)
    ask.set_defaults(run=_why_not)
    making.add_command(commands).set_defaults(run=_new_rule)
    config, init = configuring.add_commands(commands)
    config.set_defaults(run=configuring.show)
    init.set_defaults(run=configuring.init)
    for command in (check, measure, explain, rules, facts, baseline, hush, ask, config):
        configuring.add_arguments(command)
    return parser


def _baseline(options: argparse.Namespace) -> int:
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
    try:
        said = suppressing.run(options, configuring.desk(options))
    except (SelectionError, suppressing.NothingToSuppressError) as error:
        return fail(str(error))
    sys.stdout.writelines(f"{escape(line)}\n" for line in said.split("\n"))
    return 0


def _why_not(options: argparse.Namespace) -> int:
    try:
        said = asking.run(options, configuring.desk(options))
    except (SelectionError, BaselineError, SinceError, asking.NoAnswerError) as error:
        return fail(str(error))
    for line in said:
        sys.stdout.write(escape(line) + "\n")
    return 0


def _new_rule(options: argparse.Namespace) -> int:
    try:
        said = making.run(options)
    except making.NoRuleError as error:
        return fail(str(error))
    for line in said:
        sys.stdout.write(escape(line) + "\n")
    return 0


def _test(options: argparse.Namespace) -> int:
    from newslint.selftest import prove

    if missing := [path for path in options.paths if not Path(path).exists()]:
        return fail(f"no such file or folder: {missing[0]}")
    packs = sorted({_pack(Path(path)) for path in options.paths})
    only = [Path(path) for path in options.paths] if packs else None
    book = load([shipped(), *packs], only) if packs else load([shipped()])
    say(book.mistakes)
    if not book.rules and not book.mistakes:
        return fail(f"no rules in {', '.join(options.paths) or shipped().as_posix()}")
    # Java is started for rules that were named, by file or family, not for all of a pack
    session.use(None, start=any(_pack(Path(path)) != Path(path) for path in options.paths))
    not_run: dict[str, str] = {}
    wrong = list(prove(book, not_run))
    say(wrong)
    failed = len({mistake.path for mistake in wrong}) + len(not_run)
    rules = "rule" if len(book.rules) == 1 else "rules"
    sys.stdout.write(f"{len(book.rules)} {rules} read, {len(book.rules) - failed} proved.\n")
    for rule, reason in sorted(not_run.items()):
        sys.stdout.write(f"Not proved: {rule}: {escape(reason)}\n")
    return FAILED if book.mistakes else FOUND if wrong else 0


def _pack(path: Path) -> Path:
    """The pack that a rule file, a family folder or a pack's own folder belongs to, as it was named."""
    up = 2 if path.is_file() else 1 if any(path.glob("*.y*ml")) else 0
    whole = Path(os.path.normpath(path.absolute()))
    folder = whole.parents[up - 1] if up else whole
    return folder if path.is_absolute() else Path(os.path.relpath(folder))


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date; expected one like 2021-12-30") from None


def _facts(options: argparse.Namespace) -> int:
    from newslint.stated import conflicts, render

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


def _schema(options: argparse.Namespace) -> int:
    sys.stdout.write(schemas.printed(options.file))
    return 0


def _explain(options: argparse.Namespace) -> int:
    from newslint import measured
    from newslint.explain import explain

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
