"""``newslint baseline``: writes down the findings of today, drops those that are gone, and lists them."""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from newslint import baseline
from newslint.commands import configuring, sifting
from newslint.commands.saying import FAILED, by_place, fail, say, tell
from newslint.config.desk import Desk
from newslint.document import Document
from newslint.finding import Finding, Mistake
from newslint.linting import SelectionError, lint
from newslint.readers import files
from newslint.recognition import key
from newslint.rewriting import put
from newslint.sieve import Sieve


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "baseline", help="live with the findings of today, and be held to account for new ones"
    )
    parser.add_argument("action", choices=["create", "prune", "show"])
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders")
    parser.add_argument("--baseline", metavar="FILE", help=f"the file, without it the nearest {baseline.USUAL} upwards")
    configuring.add_selection(parser)
    parser.add_argument("--story", action="store_true", help="the articles are one story")
    configuring.add_arguments(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    try:
        said, mistakes = _answer(options, configuring.desk(options))
    except (SelectionError, baseline.BaselineError) as error:
        return fail(str(error))
    say(sorted(mistakes, key=by_place))
    if isinstance(said, str):
        return fail(said)
    tell(line.rstrip("\n") for line in said)
    return FAILED if mistakes else 0


def _answer(options: argparse.Namespace, desk: Desk) -> tuple[Iterator[str] | str, list[Mistake]]:
    """The lines to print, or why it could not be done; and the mistakes on the way.

    Raises SelectionError and BaselineError.
    """
    path = options.baseline or baseline.nearest()
    if options.action == "show":
        return _shown(baseline.read(path)), []
    if options.action == "prune" and not Path(path).is_file():
        return f"{path}: no such baseline; newslint baseline create writes it", []
    before = baseline.read(path) if Path(path).is_file() else Counter[baseline.Known]()
    home = configuring.home(desk, options.paths)
    options.paths = options.paths or configuring.paths(home)
    listed = files.find(options.paths)
    paths = tuple(configuring.kept(desk, listed.paths, options.paths))
    desk.prepare([home, *map(desk.config, paths)])
    mistakes = [*desk.mistakes, *listed.mistakes]
    folder = str(Path(path).parent)
    now, looked = _now(options, desk, paths, mistakes, folder)
    before = baseline.followed(before, now, folder)
    # what no rule was asked about may still be there
    unasked = Counter({one: count for one, count in before.items() if one.rule in looked.get(one.path, (one.rule,))})
    if options.action == "create":
        after = now + unasked
    else:
        there = {one: n for one, n in unasked.items() if one.path in looked or (Path(folder) / one.path).exists()}
        after = baseline.pruned(before - unasked, now) + Counter(there)
    if mistakes and options.action == "prune":
        # what could not be read may still be there
        return "not pruned: not all articles and rules could be read", mistakes
    if wrong := put(path, baseline.written(after).encode()):
        return f"{path}: {wrong}", mistakes
    return iter([f"{path}: {after.total()} findings, {before.total()} before.\n"]), mistakes


def _now(
    options: argparse.Namespace, desk: Desk, paths: tuple[str, ...], mistakes: list[Mistake], folder: str
) -> tuple[baseline.Baseline, dict[str, frozenset[str]]]:
    """What is found today and not suppressed; for each article that was read, the rules that were not asked."""
    story, beside = configuring.stories(options, desk)
    now: baseline.Baseline = Counter()
    looked: dict[str, frozenset[str]] = {}
    judged = sifting.judged(desk, story)
    sieve = Sieve(judged)

    def keep(document: Document, found: list[Finding]) -> list[Finding]:
        kept = sieve.keep(document, found)
        name = baseline.name_of(document.path, folder)
        now.update(baseline.collect(name, (key(document, one) for one in kept)))
        asked = {rule.id for rule in desk.linter(document).rules} | set(judged(document).report)
        rules = desk.book(desk.config(document.path)).rules
        looked[name] = frozenset({*(rule.id for rule in rules), *sifting.NAMES} - asked)
        return kept

    def read() -> Iterator[Document]:
        for path in paths:
            reading = files.read_all(path, desk.book(desk.config(path)).lexicon)
            mistakes.extend(reading.mistakes)
            yield from reading.documents

    report = lint(read(), desk.linter, keep=keep, story=story, beside=beside)
    mistakes += [*report.errors, *sieve.mistakes]
    silent = frozenset(one.rule for one in report.not_run)
    return now, {name: rules | silent for name, rules in looked.items()}


def _shown(known: baseline.Baseline) -> Iterator[str]:
    by_rule = Counter(one.rule for one in known.elements())
    for one in sorted(known.elements()):
        yield f"{one.path}  {one.rule}  “{one.text}”\n"
    for rule, count in sorted(by_rule.items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"{count:6}  {rule}\n"
    yield f"{known.total():6}  in all\n"
