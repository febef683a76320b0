"""What a configuration may say: the forms that ``newslint.toml`` and ``[tool.newslint]`` are read into."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from newslint.forms import field, form
from newslint.patterns import regex

Severity = Literal["error", "warning", "suggestion"]
FailOn = Literal["error", "warning", "suggestion", "never"]
Format = Literal[
    "text",
    "concise",
    "json",
    "jsonl",
    "github",
    "gitlab",
    "sarif",
    "rdjson",
    "checkstyle",
    "junit",
    "markdown",
    "html",
]
_DEMAND = regex(r"(>=|<=|==|!=|>|<)\s*(\d{1,9}(?:\.\d{1,9}){0,5})")


def demand(text: str) -> str:
    """A version that is asked for: ``>=0.1``, or several such with commas between."""
    if all(_DEMAND.fullmatch(part.strip()) for part in text.split(",")):
        return text
    raise ValueError("expected a version such as >=0.1, or several such as >=0.1, <2")


def meets(version: str, text: str) -> bool:
    """Whether a version is what ``demand`` asks for."""
    own = _numbers(version)
    return all(_holds(own, found[1], _numbers(found[2])) for found in _DEMAND.finditer(text))


def _numbers(version: str) -> tuple[int, ...]:
    numbers = [int(part) for part in re.findall(r"\d+", version.partition("+")[0])[:6]]
    return tuple(numbers + [0] * (6 - len(numbers)))


def _holds(own: tuple[int, ...], sign: str, asked: tuple[int, ...]) -> bool:
    return {
        ">=": own >= asked,
        "<=": own <= asked,
        "==": own == asked,
        "!=": own != asked,
        ">": own > asked,
        "<": own < asked,
    }[sign]


@form
class Story:
    """Which articles are one story: those of one folder, or those with one value under a key of their front matter."""

    by: Literal["folder", "front-matter"] = field(metadata={"help": "folder, or front-matter"})
    key: str | None = field(default=None, metadata={"help": "with front-matter: the key whose value names the story"})

    def __post_init__(self) -> None:
        if self.by == "front-matter" and not self.key:
            raise ValueError('`key` is missing; expected the name of a key, as in {by = "front-matter", key = "story"}')


@form
class PerFile:
    """Settings for some articles: by their paths, by what their front matter says, or by both."""

    files: tuple[str, ...] = field(default=(), metadata={"help": "paths or globs such as opinion/**"})
    where: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict, metadata={"help": "values of the front matter, such as section = sport"}
    )
    select: tuple[str, ...] | None = field(default=None, metadata={"help": "only these rules, families or houses"})
    extend_select: tuple[str, ...] = field(default=(), metadata={"help": "these rules, too"})
    ignore: tuple[str, ...] = field(default=(), metadata={"help": "all but these"})
    house: tuple[str, ...] = field(default=(), metadata={"help": "house styles to switch on"})
    severity: Mapping[str, Severity] = field(
        default_factory=dict, metadata={"help": "the severity of a rule or of a family"}
    )

    def __post_init__(self) -> None:
        if not self.files and not self.where:
            raise ValueError("expected `files` or `where`, to say which articles are meant")


@form
class Settings:
    """A configuration file. Paths are relative to its folder."""

    extend: str | None = field(default=None, metadata={"help": "another configuration file, which lies beneath"})
    required_version: Annotated[str, demand] | None = field(
        default=None, metadata={"help": "the versions of newslint that will do, such as >=0.1"}
    )
    select: tuple[str, ...] | None = field(
        default=None, metadata={"help": "only these rules, families or house styles"}
    )
    extend_select: tuple[str, ...] = field(
        default=(), metadata={"help": "these rules, too: those that are off, for example"}
    )
    ignore: tuple[str, ...] = field(default=(), metadata={"help": "all but these rules, families or house styles"})
    house: tuple[str, ...] = field(default=(), metadata={"help": "house styles to switch on"})
    severity: Mapping[str, Severity] = field(
        default_factory=dict, metadata={"help": "the severity of a rule, a family or a house style"}
    )
    rules: tuple[str, ...] = field(default=(), metadata={"help": "folders with rules of your own"})
    facts: tuple[str, ...] = field(default=(), metadata={"help": "fact sheets of your own"})
    paths: tuple[str, ...] = field(default=(), metadata={"help": "what is checked where no path is given"})
    exclude: tuple[str, ...] = field(default=(), metadata={"help": "articles to leave out, such as archive/**"})
    fail_on: FailOn | None = field(default=None, metadata={"help": "which findings make the status 1"})
    format: Format | None = field(default=None, metadata={"help": "what to print"})
    story: Story | None = field(default=None, metadata={"help": "which articles are compared with each other"})
    per_file: tuple[PerFile, ...] = field(default=(), metadata={"help": "settings for some of the articles"})
