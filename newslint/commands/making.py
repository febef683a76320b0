"""``newslint new-rule``: a rule file to fill in, that can be read as it is and is not proved until it is."""

import argparse
from collections.abc import Mapping
from dataclasses import Field, fields
from pathlib import Path

from newslint.commands.saying import fail, tell
from newslint.forms import make_ready
from newslint.kinds import KINDS
from newslint.rule import Form
from newslint.rulefile import NAME

# What a rule of each kind cannot be without, besides what every rule says.
_NEEDED: Mapping[str, str] = {
    "phrase": 'words: ["the words to avoid"]',
    "pattern": 'match: "{n:number} [[the words to report]]"',
    "repeat": "unit: word                       # word, phrase, sentence, paragraph or headline",
    "consistency": 'forms: ["one spelling", "the other spelling"]',
    "names": "check: near-miss                 # first-name, near-miss, variant or handle",
    "figures": "counted: [what is counted, such as troops]",
    "furniture": 'lines: ["the line as it stands on the page"]',
    "page": "labels: page-labels",
    "dates": "check: weekday                   # weekday, exists, time, order, tense …",
    "quotes": "check: unclosed                  # unclosed, unopened, nested …",
    "links": "hosts: [host.example]",
    "mixup": "pairs: mixed-up                   # a list of pairs whose words newslint knows the neighbours of",
    "headline": "check: figure                    # figure, name or claim",
    "require": 'match: ["the words that call for others"]\nneeds: ["what must stand there, too"]',
    "trial": "deeds: true",
    "count": 'match: ["the words to count"]\nmost: 3',
    "case": (
        "scope: headline                  # headline, sentence or paragraph\n"
        "style: title                     # title, sentence, upper-start or not-all-caps"
    ),
    "roles": "check: holder                    # holder, first-name, spelling, two-posts or two-holders",
    "readability": "measure: grade                   # grade, ease, sentence, word or longest\nmost: 14",
    "spelling": "",
    "grammar": "rules: [A_RULE_OF_LANGUAGETOOL]",
}
_COMMON = """\
# {id}: what every rule says, and how: docs/writing-rules.md
# Fill in each line that ends with "<- edit", and prove the rule: newslint test {path}

kind: {kind}
severity: warning                # error: wrong as printed; warning: look before printing; suggestion: judgement <- edit
message: "“{{match}}”: say what is wrong."  # <- edit
why: Say why an editor should care.  # <- edit
{needed}
{optional}
examples:
  bad:                           # texts that must be reported, with [[ ]] around exactly what is reported
    - "A sentence from a draft that holds [[what must be reported]]."  # <- edit
  good:                          # near misses that hold a word the rule looks for, and must not be reported
    - "A sentence that holds it rightly."  # <- edit
"""


class NoRuleError(ValueError):
    """The rule file cannot be written; the message says why."""


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("new-rule", help="write a rule file to fill in")
    parser.add_argument("rule", metavar="FAMILY/NAME")
    parser.add_argument("--kind", choices=sorted(KINDS), default="phrase", help="which kind of check; without, phrase")
    parser.add_argument("--folder", default="rules", metavar="FOLDER", help="the folder of rules; without, rules")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    try:
        said = write(options)
    except NoRuleError as error:
        return fail(str(error))
    tell(said)
    return 0


def write(options: argparse.Namespace) -> list[str]:
    """Writes the file; the places to edit. Raises NoRuleError."""
    parts = options.rule.split("/")
    if len(parts) < 2 or not all(NAME.fullmatch(part) for part in parts):
        raise NoRuleError(f"“{options.rule}” is no name of a rule; expected family/name in a-z, 0-9 and single -")
    path = Path(options.folder, *parts[:-1], f"{parts[-1]}.yaml")
    text = text_of(options.rule, options.kind, path.as_posix())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise NoRuleError(f"{path.as_posix()} is there already") from None
    except OSError as error:
        raise NoRuleError(f"{path.as_posix()}: cannot be written: {error.strerror or error}") from None
    marked = [number for number, line in enumerate(text.splitlines(), 1) if "<- edit" in line and number > 2]
    return [f"{path.as_posix()}:{number}: edit this line" for number in marked]


def text_of(rule: str, kind: str, path: str) -> str:
    """The file to fill in: what must be said, and, as comments, what may be."""
    make_ready()
    needs = _NEEDED.get(kind, "")
    needed = "\n".join(f"{line} {'' if '#' in line else ' # '}<- edit" for line in needs.splitlines())
    given = {line.split(":")[0] for line in needs.splitlines()}
    common = {one.name for one in fields(Form)}
    own = [one for one in fields(KINDS[kind].form) if one.name not in common | given]
    others = [one for one in fields(Form) if one.name not in {"kind", "severity", "message", "why", "examples"}]
    optional = "\n".join(_told(one) for one in (*own, *others))
    return _COMMON.format(id=rule, path=path, kind=kind, needed=needed, optional=optional).replace("\n\n\n", "\n\n")


def _told(one: "Field[object]") -> str:
    return f"# {one.name.rstrip('_').replace('_', '-')}:".ljust(20) + f" {one.metadata.get('help', '')}".rstrip()
