"""``newslint measure``: its arguments. What it does is imported when it is asked for."""

import argparse

from newslint.commands import configuring


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("measure", help="what rules would have said about an archive, and how often")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="articles, or folders of them")
    configuring.add_selection(parser)
    parser.add_argument(
        "--against", metavar="OLD", help="an earlier version: a rule file, a folder of rules or a git revision"
    )
    parser.add_argument("--first", type=_number, default=3, metavar="N", help="alarms shown of a rule; without it, 3")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="what to print; without it, text")
    parser.add_argument("--save", metavar="FILE", help="keep the figures, for newslint explain and the rules' pages")
    configuring.add_arguments(parser)
    parser.set_defaults(run=_run, story=False)


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > 6:
        raise argparse.ArgumentTypeError(f"“{text}”: expected a number such as 3")
    return int(text)


def _run(options: argparse.Namespace) -> int:
    from newslint.commands import archives

    return archives.run(options)
