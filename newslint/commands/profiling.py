"""``newslint profile``: where the time of a check goes, rule by rule."""

import argparse
import sys
from collections.abc import Iterator

from newslint import __version__, profiling
from newslint.commands import configuring
from newslint.commands.saying import FAILED, by_place, fail, say, tell
from newslint.engine import Engine
from newslint.finding import Mistake
from newslint.formats.escape import json_encoder
from newslint.formats.json_ import mistake_object
from newslint.linting import Linter, SelectionError
from newslint.readers import files

_READING = "reading files"


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    profile = commands.add_parser(
        "profile", help="where the time of a check goes: each rule's share, and what all rules share"
    )
    profile.add_argument("paths", nargs="*", metavar="PATH", help="files and folders")
    profile.add_argument("--format", choices=["text", "json"], default="text")
    profile.add_argument("--slowest", type=_count, default=20, metavar="N", help="list so many rules; without it, 20")
    configuring.add_selection(profile)
    configuring.add_arguments(profile)
    profile.set_defaults(run=run)


def _count(given: str) -> int:
    if given.isascii() and given.isdigit():
        return int(given)
    raise argparse.ArgumentTypeError(f"“{given}”: expected a number of rules")


def run(options: argparse.Namespace) -> int:
    desk = configuring.desk(options)
    options.paths = options.paths or configuring.paths(configuring.home(desk))
    listed = files.find(options.paths)
    paths = list(configuring.kept(desk, listed.paths, options.paths))
    try:
        desk.prepare([configuring.home(desk, options.paths), *map(desk.config, paths)])
    except SelectionError as error:
        say(sorted(desk.mistakes, key=by_place))
        return fail(str(error))
    clock, mistakes = profiling.Clock(), [*desk.mistakes, *listed.mistakes]
    engines: dict[Linter, Engine] = {}
    articles = 0
    for path in paths:
        lexicon = desk.book(desk.config(path)).lexicon
        reading = clock.spend(clock.shared, _READING, lambda: files.read_all(path, lexicon))  # noqa: B023 - called here
        mistakes += reading.mistakes
        for document in reading.documents:
            linter = desk.linter(document)
            if linter not in engines:
                engines[linter] = Engine([profiling.watched(rule, clock) for rule in linter.rules])
            mistakes += profiling.check(engines[linter], document, clock)
            articles += not document.aside
    mistakes = sorted(set(mistakes), key=by_place)
    if options.format == "json":
        sys.stdout.writelines(_json(clock, articles, mistakes))
    else:
        tell(_text(clock, articles, options.slowest))
        say(mistakes)
    return FAILED if mistakes or not paths else 0


def _text(clock: profiling.Clock, articles: int, most: int) -> Iterator[str]:
    whole = sum(clock.rules.values()) + sum(clock.shared.values())
    yield f"{articles} articles, {whole:.3f} s, of which rules by themselves {sum(clock.rules.values()):.3f} s"
    yield f"{'ms':>10}  {'ms/article':>10}  {'share':>6}  what rules share"
    for name, spent in _most(clock.shared):
        yield f"{_time(spent, articles, whole)}  {name}"
    yield f"{'ms':>10}  {'ms/article':>10}  {'share':>6}  {'asked':>7}  {'candidates':>11}  rule"
    for name, spent in _most(clock.rules)[:most]:
        yield f"{_time(spent, articles, whole)}  {clock.asked[name]:7,}  {clock.candidates[name]:11,}  {name}"
    for name, where in sorted(clock.stopped.items()):
        yield f"stopped for too much work, {len(where)} times: {name}, first in {where[0]}"


def _most(spent: dict[str, float]) -> list[tuple[str, float]]:
    """What took most time first."""
    return sorted(spent.items(), key=lambda one: (-one[1], one[0]))


def _time(spent: float, articles: int, whole: float) -> str:
    share = spent / whole if whole else 0
    return f"{spent * 1000:10.2f}  {spent * 1000 / max(articles, 1):10.3f}  {share:6.1%}"


def _json(clock: profiling.Clock, articles: int, mistakes: list[Mistake]) -> Iterator[str]:
    """One object, ``newslint-profile/1``; all rules that were asked, the slowest first; times are seconds."""
    encode = json_encoder()
    rules = [
        {
            "rule": name,
            "seconds": round(spent, 6),
            "asked": clock.asked[name],
            "candidates": clock.candidates[name],
            "most_candidates": clock.most[name],
            "stopped": clock.stopped.get(name, []),
        }
        for name, spent in _most(clock.rules)
    ]
    shared = [{"what": name, "seconds": round(spent, 6)} for name, spent in _most(clock.shared)]
    head = {"schema": "newslint-profile/1", "version": __version__, "articles": articles}
    yield encode({**head, "shared": shared, "rules": rules, "errors": [*map(mistake_object, mistakes)]}) + "\n"
