"""``newslint check``: reads the articles, has them held against the rules of their configurations, and reports."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.baseline import BaselineError
from newslint.commands import configuring, fixing, grammar, printing, sifting, statistics
from newslint.commands.saying import FAILED, FOUND, by_place, fail, say
from newslint.config.desk import Desk
from newslint.document import Document
from newslint.finding import SEVERITIES, Mistake, Report
from newslint.formats.escape import escape
from newslint.linting import SelectionError, lint
from newslint.readers import files
from newslint.readers.parts import Reading
from newslint.since import SinceError


def add_arguments(check: argparse.ArgumentParser, day: Callable[[str], object]) -> None:
    check.add_argument("paths", nargs="*", metavar="PATH", help="files, folders, or - for standard input")
    printing.add_arguments(check)
    configuring.add_selection(check)
    check.add_argument(
        "--fail-on", choices=[*SEVERITIES, "never"], help="which findings make the status 1; without it, warnings"
    )
    check.add_argument("--story", action="store_true", help="the articles are one story: compare them with each other")
    check.add_argument(
        "--published", type=day, metavar="YYYY-MM-DD", help="the day of those articles that do not say theirs"
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
        desk.prepare([home, *(desk.config(_shown(path, options)) for path in paths)])
        kept = printing.Kept(options)
        story, beside = configuring.stories(options, desk, lambda one: kept.add(one, named=False))
        sieve = sifting.sieve(options, desk, (path for path in paths if path != files.STDIN), story)
    except SelectionError as error:
        say(sorted(desk.mistakes, key=by_place))
        return fail(str(error))
    except (BaselineError, SinceError) as error:
        return fail(str(error))
    mistakes = [*desk.mistakes, *listed.mistakes]
    fixer = fixing.fixer(options, desk, sieve)
    documents = _documents((_read(path, options, desk, fixer) for path in _progress(paths)), mistakes, kept)
    words = statistics.Words()
    documents = words.counted(documents) if options.statistics else documents
    if fixer and options.diff:
        return _show_fixes(fixer, documents, mistakes)
    report = lint(documents, desk.linter, keep=sieve.keep, story=story, beside=beside)
    desk.remember()
    mistakes += [*sieve.mistakes, *(fixer.mistakes if fixer else ())]
    mistakes += _unable(report, options)
    errors = tuple(sorted({*mistakes, *report.errors}, key=by_place))
    report = report._replace(errors=errors, fixed=fixer.fixed if fixer else 0, known=sieve.count)
    failing = SEVERITIES[: SEVERITIES.index(options.fail_on) + 1] if options.fail_on in SEVERITIES else ()
    unwritten = printing.put(report, options, kept, desk.rules(), failing)
    if options.statistics:
        _show_statistics(statistics.table(report.findings, (rule.id for rule in desk.rules()), words.count), options)
    say([*(report.errors if options.format == "concise" else ()), *unwritten])
    if report.errors or unwritten:
        return FAILED
    return FOUND if any(finding.severity in failing for finding in report.findings) else 0


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
    named = _shown(files.STDIN, options)
    return [*(path for path in paths if path != named), files.STDIN]


def _shown(path: str, options: argparse.Namespace) -> str:
    named: str = options.stdin_filename
    return path if path != files.STDIN else named.replace(os.sep, "/")


def _read(path: str, options: argparse.Namespace, desk: Desk, fixer: fixing.Fixer | None) -> Reading:
    data = files.load(path) if path != files.STDIN else sys.stdin.buffer.read()
    if isinstance(data, Mistake):
        return Reading((), (data,))
    shown = _shown(path, options)
    if fixer:
        return configuring.dated(fixer.fix(shown, data), options)
    return configuring.dated(files.parse_all(shown, data, desk.book(desk.config(shown)).lexicon), options)


def _documents(read: Iterable[Reading], mistakes: list[Mistake], kept: printing.Kept) -> Iterator[Document]:
    """Hands the articles on and keeps what is shown of them; what could not be read goes to ``mistakes``."""
    for reading in read:
        mistakes += reading.mistakes
        for one in reading.documents:
            kept.add(one)
            yield one


def _progress(paths: list[str]) -> Iterator[str]:
    """Hands the paths on, and on a terminal says how far the run has come."""
    shown = len(paths) > 20 and sys.stderr.isatty()
    for number, path in enumerate(paths, 1):
        if shown and number % 10 == 1:
            sys.stderr.write(f"\r{number} of {len(paths)} articles")
        yield path
    if shown:
        sys.stderr.write("\r\x1b[K")


def _show_fixes(fixer: fixing.Fixer, documents: Iterable[Document], mistakes: list[Mistake]) -> int:
    for _ in documents:
        pass
    mistakes += fixer.mistakes
    for diff in fixer.diffs:
        shown = (f"{escape(line)}\n" for line in diff.split("\n")[:-1])
        sys.stdout.write("".join(shown) if sys.stdout.isatty() else diff)
    say(sorted(mistakes, key=by_place))
    if fixer.diffs:
        sys.stderr.write(f"{fixer.fixed} to fix in {len(fixer.diffs)} of the articles.\n")
    return FAILED if mistakes else FOUND if fixer.diffs else 0
