"""``newslint check``: reads the articles, has them held against the rules of their configurations, and reports."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

from newslint.baseline import BaselineError
from newslint.commands import configuring, fixing, grammar, printing, rounds, sifting, statistics
from newslint.commands.saying import FAILED, FOUND, by_place, fail, say
from newslint.finding import SEVERITIES, Finding, Mistake, Report, Telling
from newslint.formats.escape import escape
from newslint.linting import Beside, Run, SelectionError
from newslint.readers import files
from newslint.since import SinceError

# A run over no more files than this is over before it is worth saying how far it has come.
_SHORT = 20


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    check = commands.add_parser("check", help="check articles")
    check.add_argument("paths", nargs="*", metavar="PATH", help="files, folders, or - for standard input")
    printing.add_arguments(check)
    configuring.add_selection(check)
    check.add_argument(
        "--fail-on", choices=[*SEVERITIES, "never"], help="which findings make the status 1; without it, warnings"
    )
    check.add_argument("--story", action="store_true", help="the articles are one story: compare them with each other")
    check.add_argument(
        "--published",
        type=configuring.day,
        metavar="YYYY-MM-DD",
        help="the day of those articles that do not say theirs",
    )
    check.add_argument("--stdin-filename", metavar="NAME", default="stdin.txt", help="what to call standard input")
    check.add_argument("--show-all", action="store_true", help="do not fold a rule's repeats in one article")
    check.add_argument(
        "--force-exclude", action="store_true", help="leave out what the configuration excludes, even where named"
    )
    check.add_argument("--no-cache", action="store_true", help="remember nothing, and use nothing that is remembered")
    check.add_argument("--statistics", action="store_true", help="how often each rule found something")
    fixing.add_arguments(check)
    sifting.add_arguments(check)
    grammar.add_arguments(check)
    rounds.add_arguments(check)
    configuring.add_arguments(check)
    check.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    if wrong := fixing.unfit(options):
        return fail(wrong)
    if options.grammar_server:
        from newslint.languagetool import session

        try:
            session.use(options.grammar_server)
        except ValueError as error:
            return fail(str(error))
    desk = configuring.desk(options)
    home = configuring.home(desk, options.paths)
    options.paths = options.paths or configuring.paths(home)
    options.format = options.format or home.last("format")[0] or "text"
    options.fail_on = options.fail_on or home.last("fail_on")[0] or "warning"
    listed = files.find([path for path in options.paths if path != files.STDIN])
    named = () if options.force_exclude else options.paths
    paths = list(configuring.kept(desk, _with_stdin(options, listed.paths), named, options.stdin_filename))
    try:
        desk.prepare([home, *(desk.config(rounds.shown(path, options)) for path in paths)])
        kept = printing.Kept(options)
        story, beside = configuring.stories(options, desk, lambda one: kept.add(one, named=False))
        sieve = sifting.sieve(options, desk, (path for path in paths if path != files.STDIN), story)
    except SelectionError as error:
        say(sorted(desk.mistakes, key=by_place))
        return fail(str(error))
    except (BaselineError, SinceError) as error:
        return fail(str(error))
    this = rounds.Round(options, desk, sieve, story, kept)
    this.mistakes += [*desk.mistakes, *listed.mistakes]
    if this.fixer and options.diff:
        return _show_fixes(this, this.fixer, paths)
    return _report(this, sorted(paths, key=lambda path: rounds.shown(path, options)), beside)


def _report(this: rounds.Round, paths: Sequence[str], beside: Beside | None) -> int:
    """Checks the files and prints what there is to say, while the run goes on where that can be; the status."""
    options, desk = this.options, this.desk
    run = Run(desk.linter, this.sieve.keep, beside)
    streams = printing.streams(options)
    progress = len(paths) > _SHORT and sys.stderr.isatty() and not (streams and sys.stdout.isatty())
    unwritten: list[Mistake] = []
    with closing(this.outcomes(paths, options.jobs, progress=progress)) as outcomes:
        telling = Telling(_findings(run.findings(outcomes), this.kept, forget=streams), lambda: _rest(this, run))
        if streams:
            printing.stream(telling, options, this.kept)
        else:
            found = tuple(telling.findings)
            report = _rest(this, run)._replace(findings=found)
            unwritten = printing.put(report, options, this.kept, desk.rules(), _failing(options))
        # A format may leave out what comes after the findings, and has then not asked for it.
        errors = telling.errors
    desk.remember()
    if options.statistics:
        rules = (rule.id for rule in desk.rules())
        _show_statistics(statistics.table(telling.counts.rules, rules, this.words.count), options)
    say([*(errors if options.format == "concise" else ()), *unwritten])
    if errors or unwritten:
        return FAILED
    return FOUND if any(telling.counts.severities[one] for one in _failing(options)) else 0


def _failing(options: argparse.Namespace) -> Sequence[str]:
    """The severities that make the status 1."""
    return SEVERITIES[: SEVERITIES.index(options.fail_on) + 1] if options.fail_on in SEVERITIES else ()


def _findings(found: Iterable[Sequence[Finding]], kept: printing.Kept, *, forget: bool) -> Iterator[Finding]:
    """Hands the findings on; what has been said of a file is printed, and its text is let go."""
    for some in found:
        yield from some
        if forget:
            sys.stdout.flush()
            kept.forget()


def _rest(this: rounds.Round, run: Run) -> Report:
    """What is to be said besides the findings once all files have been checked."""
    report, fixer = run.report(), this.fixer
    mistakes = [
        *this.mistakes,
        *this.sieve.mistakes,
        *(fixer.mistakes if fixer else ()),
        *_unable(report, this.options),
    ]
    errors = tuple(sorted({*mistakes, *report.errors}, key=by_place))
    return report._replace(errors=errors, fixed=fixer.fixed if fixer else 0, known=this.sieve.count)


def _unable(report: Report, options: argparse.Namespace) -> Iterator[Mistake]:
    """Rules that could not run though the command line names them."""
    named = frozenset(sifting.names([*options.select, *options.extend_select]))
    for one in report.not_run:
        if one.rule in named:
            yield Mistake(one.rule, None, None, f"did not run: {one.reason}")


def _show_statistics(lines: Iterable[str], options: argparse.Namespace) -> None:
    """After the report where it is for people; what programs read stays by itself."""
    stream = sys.stdout if options.format == "text" else sys.stderr
    for line in lines:
        stream.write(escape(line) + "\n")


def _with_stdin(options: argparse.Namespace, paths: Sequence[str]) -> Sequence[str]:
    """What an editor hands over stands for the file of that name."""
    if files.STDIN not in options.paths:
        return paths
    named = rounds.shown(files.STDIN, options)
    return [*(path for path in paths if path != named), files.STDIN]


def _show_fixes(this: rounds.Round, fixer: fixing.Fixer, paths: Iterable[str]) -> int:
    mistakes = [*this.mistakes, *(mistake for path in paths for mistake in this.read(path).mistakes), *fixer.mistakes]
    for diff in fixer.diffs:
        shown = (f"{escape(line)}\n" for line in diff.split("\n")[:-1])
        sys.stdout.write("".join(shown) if sys.stdout.isatty() else diff)
    say(sorted(mistakes, key=by_place))
    if fixer.diffs:
        sys.stderr.write(f"{fixer.fixed} to fix in {len(fixer.diffs)} of the articles.\n")
    return FAILED if mistakes else FOUND if fixer.diffs else 0
