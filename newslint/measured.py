"""The figures of a measurement as they are kept beside the rules: read, written, and put into words."""

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from zlib import crc32

from newslint.measuring import per
from newslint.records import NamedTuple

SCHEMA = "newslint-measured/1"
# Where the rules that come with newslint have theirs.
NAME = "measured.json"


class MeasuredError(ValueError):
    """A file that holds no figures; the message names it."""


class Figures(NamedTuple):
    """Of one rule: how many alarms, in how many articles, and the fingerprint of the rule that was measured."""

    alarms: int
    articles: int
    of: str


class Measured(NamedTuple):
    """A measurement: the day, how many articles of how many words, and the figures by rule."""

    day: datetime.date
    articles: int
    words: int
    rules: Mapping[str, Figures]


def read(path: Path) -> Measured:
    """The figures in a file; raises MeasuredError."""
    try:
        given = json.loads(path.read_text("utf-8"))
        if given["schema"] != SCHEMA:
            raise MeasuredError(f"{path.as_posix()}: not {SCHEMA}")
        rules = {
            str(rule): Figures(int(one["alarms"]), int(one["articles"]), str(one["of"]))
            for rule, one in given["rules"].items()
        }
        return Measured(datetime.date.fromisoformat(given["date"]), int(given["articles"]), int(given["words"]), rules)
    except OSError as error:
        raise MeasuredError(f"{path.as_posix()}: cannot be read: {error.strerror}") from None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise MeasuredError(f"{path.as_posix()}: no figures as newslint measure --save writes them") from None


def written(measured: Measured) -> str:
    """The file: a rule a line, by name, so that versions merge."""
    head = {"schema": SCHEMA, "date": str(measured.day), "articles": measured.articles, "words": measured.words}
    lines = ",\n".join(
        f"{json.dumps(rule)}: {json.dumps(one._asdict())}" for rule, one in sorted(measured.rules.items())
    )
    return json.dumps(head)[:-1] + ',\n"rules": {\n' + lines + "\n}}\n"


def fingerprint(path: Path) -> str:
    """What tells whether a rule has changed since: eight digits of its file."""
    content = path.read_bytes().replace(b"\r\n", b"\n")
    return f"{crc32(content):08x}"


def beside(rule: str, path: Path, pack: Path) -> str:
    """What the figures beside a pack of rules say of one of them; nothing where there are none, or it is of another."""
    if not path.is_relative_to(pack):
        return ""
    try:
        return said(read(pack / NAME), rule, path)
    except MeasuredError:
        return ""


def said(measured: Measured, rule: str, path: Path) -> str:
    """What is known of a rule, for people; nothing where it was never measured."""
    one = measured.rules.get(rule)
    if one is None:
        return ""
    where = f"{measured.articles:,} articles of professional news ({measured.words:,} words)"
    day = f"{measured.day.day} {measured.day:%B %Y}"
    since = "" if one.of == fingerprint(path) else "; the rule has changed since"
    if not one.alarms:
        return f"No alarm in {where}, measured on {day}{since}."
    alarms = f"{one.alarms:,} alarm{'s' * (one.alarms != 1)} in {one.articles:,} of {where}"
    hundred = per(one.alarms, measured.articles, 100)
    return (
        f"{alarms}: {hundred:.2f} per 100 articles, {per(one.alarms, measured.words, 1000):.3f} per 1,000 words, "
        f"measured on {day}{since}. A real mistake counts, too."
    )
