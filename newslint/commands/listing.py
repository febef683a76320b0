"""``newslint rules``: the rules by family, with their severity and whether they run here."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from newslint.commands import configuring, sifting
from newslint.commands.saying import FAILED, by_place, fail, say
from newslint.formats.escape import escape
from newslint.linting import choose
from newslint.records import NamedTuple
from newslint.rule import Rule
from newslint.selection import known, nearest


class _Listed(NamedTuple):
    """A rule, at the severity that it has here, and why it does not run here; empty where it does."""

    rule: Rule
    off: str


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("rules", help="list the rules in force")
    command.add_argument(
        "names", nargs="*", metavar="NAME", help="only these: rules, families, house styles, error, warning, suggestion"
    )
    command.add_argument("--all", action="store_true", help="those that are off, too")
    command.add_argument("--format", choices=["text", "json"], default="text", help="what to print; without it, text")
    configuring.add_arguments(command)
    command.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    desk = configuring.desk(options)
    config = configuring.home(desk)
    book = desk.book(config)
    here = {rule.id: rule for rule in desk.in_force(config)}
    usual = {rule.id for rule in choose(book, [], [])}
    names = set(sifting.names(options.names))
    levels = names & {"error", "warning", "suggestion"}
    say(sorted(desk.mistakes, key=by_place))
    if strange := sorted(names - levels - known(book.rules)):
        return fail(f"no rule, family or house style “{strange[0]}”{nearest(strange[0], known(book.rules))}")
    every = [_Listed(here.get(rule.id, rule), _off(rule, here, usual)) for rule in book.rules]
    wanted = [one for one in every if _asked(one.rule, names - levels, levels)]
    shown = [one for one in wanted if options.all or not one.off or one.rule.id in names]
    sys.stdout.writelines(_json(shown) if options.format == "json" else _text(shown, wanted))
    return FAILED if desk.mistakes else 0


def _off(rule: Rule, here: Mapping[str, Rule], usual: set[str]) -> str:
    if rule.id in here:
        return ""
    if rule.id in usual:
        return "not here"
    return f"house {rule.brief.house}" if rule.brief.house else "off"


def _asked(rule: Rule, names: set[str], levels: set[str]) -> bool:
    """Whether the names ask for a rule; one of a name and one of a severity must both fit."""
    mine = {rule.id, rule.id.partition("/")[0], rule.brief.house, "all"}
    return (not names or bool(names & mine)) and (not levels or rule.brief.severity in levels)


def _text(shown: Sequence[_Listed], wanted: Sequence[_Listed]) -> Iterator[str]:
    """The rules under their families; at the end how many run, and how many do not."""
    family = ""
    for rule, off in shown:
        if rule.id.partition("/")[0] != family:
            family = rule.id.partition("/")[0]
            here = sum(1 for one in wanted if one.rule.id.startswith(f"{family}/") and not one.off)
            yield f"{family}: {here}\n"
        yield f"  {rule.brief.severity:<10}  {escape(rule.id)}{f'  ({off})' if off else ''}\n"
    running = sum(1 for one in wanted if not one.off)
    rest = len(wanted) - running
    others = f", {rest} more {'is' if rest == 1 else 'are'} off or of a house style" if rest else ""
    hidden = " (--all lists them)" if len(shown) < len(wanted) else ""
    yield f"{running} {'rule runs' if running == 1 else 'rules run'} here{others}{hidden}.\n"


def _json(shown: Sequence[_Listed]) -> Iterator[str]:
    """One object, with what a program needs to show the rules to people."""
    from newslint import __version__
    from newslint.formats.escape import json_encoder

    rules = [_object(rule, off) for rule, off in shown]
    yield json_encoder(strict=True)({"schema": "newslint-rules/1", "version": __version__, "rules": rules}) + "\n"


def _object(rule: Rule, off: str) -> Mapping[str, Any]:
    form = rule.form
    return {
        "rule": rule.id,
        "family": rule.id.partition("/")[0],
        "kind": form.kind,
        "severity": rule.brief.severity,
        "default": form.default and form.house is None,
        "house": form.house,
        "runs_here": not off,
        "message": form.message,
        "why": " ".join(form.why.split()),
        "links": list(form.links),
        "file": rule.path,
    }
