"""``newslint measure``: reads an archive, has the rules look at it, and prints or keeps what they say."""

import argparse
import datetime
import os
import sys
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from newslint import earlier, measured
from newslint.commands import configuring, rates, sifting, statistics
from newslint.commands.saying import FAILED, by_place, fail, say, tell
from newslint.config.desk import Desk
from newslint.document import Document
from newslint.finding import Mistake
from newslint.lexicon import Lexicon
from newslint.linting import Linter, SelectionError, choose, lint
from newslint.measuring import Tally, compare
from newslint.readers import files
from newslint.records import NamedTuple
from newslint.rewriting import put
from newslint.rule import Rule
from newslint.rulebook import Rulebook, shipped
from newslint.since import SinceError

_WIDTH = 100


class _Work(NamedTuple):
    """What is measured: the articles, and what was wrong on the way."""

    options: argparse.Namespace
    desk: Desk
    paths: list[str]
    mistakes: list[Mistake]

    def wrong(self) -> list[Mistake]:
        return sorted({*self.mistakes, *self.desk.mistakes}, key=by_place)

    def articles(self, lexicon: Callable[[str], Lexicon]) -> Iterator[Document]:
        for path in self.paths:
            read = files.read(path, lexicon(path))
            if isinstance(read, Mistake):
                self.mistakes.append(read)
            else:
                yield read


def run(options: argparse.Namespace) -> int:
    if options.save and options.against:
        return fail("--save keeps the figures of one version; it does not go with --against")
    desk = configuring.desk(options)
    options.paths = options.paths or configuring.paths(configuring.home(desk))
    listed = files.find(options.paths)
    paths = list(configuring.kept(desk, listed.paths, options.paths))
    work = _Work(options, desk, paths, list(listed.mistakes))
    try:
        unsaved = _compared(work) if options.against is not None else _measured(work)
    except (SelectionError, earlier.EarlierError, SinceError) as error:
        say(sorted(desk.mistakes, key=by_place))
        return fail(str(error))
    mistakes = work.wrong()
    say(mistakes)
    if unsaved or not paths:
        return fail(unsaved or f"no articles in {', '.join(options.paths)}")
    return FAILED if mistakes else 0


def _measured(work: _Work) -> str:
    """Prints how often each rule in force speaks up; why the figures were not kept, if they were to be."""
    options, desk = work.options, work.desk
    home = configuring.home(desk, options.paths)
    desk.prepare([home, *map(desk.config, work.paths)])
    tally, words = Tally(options.first), statistics.Words()
    story, beside = configuring.stories(options, desk)
    articles = work.articles(lambda path: desk.book(desk.config(path)).lexicon)
    report = lint(words.counted(articles), desk.linter, keep=tally.keep, story=story, beside=beside)
    work.mistakes.extend(report.errors)
    rules = {rule.id: rule for rule in desk.rules()}
    severities = {name: rule.brief.severity for name, rule in sorted(rules.items())}
    archive = rates.Archive(report.articles, words.count)
    if options.format == "json":
        sys.stdout.write(rates.as_json(tally, severities, archive, report.not_run, work.wrong()))
    elif report.articles:
        tell(rates.text(tally, severities, archive, report.not_run, _width()))
    silent = {one.rule for one in report.not_run}
    kept = [rule for name, rule in rules.items() if name not in silent]
    if not (options.save and report.articles):
        return ""
    return _save(Path(options.save), tally, kept, archive, {rule.id for rule in desk.book(home).rules})


def _save(path: Path, tally: Tally, rules: Iterable[Rule], archive: rates.Archive, names: Collection[str]) -> str:
    """Keeps the figures; the reason if it fails.

    Those of other rules stay where they were measured on as much, and there still is a rule of one of the ``names``.
    """
    now = {
        one.id: measured.Figures(tally.alarms[one.id], tally.articles[one.id], measured.fingerprint(Path(one.path)))
        for one in rules
    }
    if path.exists():
        try:
            old = measured.read(path)
        except measured.MeasuredError as error:
            return f"not saved: {error}"
        others = {name: one for name, one in old.rules.items() if name not in now and name in names}
        if others and (old.articles, old.words) != archive:
            return f"not saved: {path.as_posix()} has figures of other rules, measured on other articles"
        now |= others
    today = datetime.datetime.now(tz=datetime.UTC).astimezone().date()
    reason = put(str(path), measured.written(measured.Measured(today, *archive, now)).encode())
    return f"{path.as_posix()}: {reason}" if reason else ""


def _compared(work: _Work) -> str:
    """Prints what each rule that is not the same in an earlier version said then, and says now."""
    options, desk = work.options, work.desk
    config = configuring.home(desk, options.paths)
    now = desk.book(config)
    packs, facts = desk.sources(config)
    with tempfile.TemporaryDirectory(prefix="newslint-") as folder:
        before = earlier.version(options.against, now, [shipped(), *packs], facts, Path(folder))
        work.mistakes.extend(before.mistakes)
        changed = earlier.differing(before, now)
        names = {rule.id for book in (before, now) for rule in book.rules}
        old, new = (
            {rule.id: rule for rule in _chosen(options, book, names) if rule.id in changed} for book in (before, now)
        )
        then, _ = _tally(work, before, old.values())
        today, archive = _tally(work, now, new.values())
    versions = [
        rates.Versions(
            name,
            old[name].brief.severity if name in old else None,
            new[name].brief.severity if name in new else None,
            compare(then.of(name), today.of(name)),
        )
        for name in sorted(old.keys() | new.keys())
    ]
    if options.format == "json":
        sys.stdout.write(rates.versions_json(versions, archive, options.first, options.against, work.wrong()))
    elif archive.articles:
        tell(rates.versions_text(versions, archive, options.first, _width()))
    return ""


def _chosen(options: argparse.Namespace, book: Rulebook, names: Collection[str]) -> list[Rule]:
    """The rules to compare: without a selection all, be they off; it is their versions that are looked at."""
    select, ignore = (list(sifting.names(getattr(options, name))) for name in ("select", "ignore"))
    return choose(book, select or ["all"], ignore, {*names, *sifting.NAMES})


def _tally(work: _Work, book: Rulebook, rules: Iterable[Rule]) -> tuple[Tally, rates.Archive]:
    """What the rules of one version say."""
    tally, words, linter = Tally(None), statistics.Words(), Linter(list(rules), book.lexicon)
    story, _ = configuring.stories(work.options, work.desk)
    articles = words.counted(work.articles(lambda _: book.lexicon))
    report = lint(articles, lambda _: linter, keep=tally.keep, story=story)
    work.mistakes.extend(report.errors)
    return tally, rates.Archive(report.articles, words.count)


def _width() -> int:
    """Columns of the terminal."""
    return os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else _WIDTH
