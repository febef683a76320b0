"""YAML in, forms or mistakes with their places out."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.yamlform import Scalar, build, key_of, read, schema, where

QUOTE = "put quotes around the line"


class SlotError(ValueError):
    """A reason with the place of its cause in the text."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


def pattern(text: str) -> str:
    if "{x" in text:
        raise SlotError("no such slot", text.index("{x"))
    return text


def words(text: str) -> int:
    number, _, unit = text.partition(" ")
    if unit != "words" or not number.isdigit():
        raise ValueError("expected a number of words, or paragraph")
    return int(number)


@dataclass(frozen=True, kw_only=True)
class Fix:
    replace: str
    safe: bool = False


@dataclass(frozen=True, kw_only=True)
class Example:
    text: str
    published: date | None = None


@dataclass(frozen=True, kw_only=True)
class Story:
    story: tuple[str | Example, ...]


@dataclass(frozen=True, kw_only=True)
class Examples:
    bad: tuple[str | Example | Story, ...]
    good: tuple[str | Example | Story, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Rule:
    message: str = field(metadata={"help": "what the reader is told"})
    severity: Literal["error", "warning", "suggestion"] = "warning"
    match: tuple[Annotated[str, pattern], ...] = ()
    near: tuple[str, ...] = ()
    in_: tuple[Literal["headline", "body"], ...] = ()
    not_before: date | None = None
    span: Literal["paragraph"] | Annotated[int, words] = 0
    fix: str | Fix | None = None
    limit: int = 3
    share: float = 0.5
    default: bool = True
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    examples: Examples | None = None

    def __post_init__(self) -> None:
        if self.limit > 10 and self.default:
            raise ValueError("a limit above 10 needs `default: off`")


def rule(source: str) -> Rule:
    node, mistakes = read(source, "r")
    assert node
    form, wrong = build(node, Rule, "r")
    assert [*mistakes, *wrong] == []
    assert form
    return form


def told(source: str) -> list[str]:
    """All the mistakes of a file, without its name."""
    node, mistakes = read(source, "r")
    if node:
        mistakes += build(node, Rule, "r")[1]
    return [str(mistake).removeprefix("r:") for mistake in sorted(mistakes)]


@pytest.mark.parametrize(
    ("source", "name", "value"),
    [
        # every scalar is what it looks like
        ("message: no", "message", "no"),
        ("message: 12:30", "message", "12:30"),
        ("message: 2021-12-30", "message", "2021-12-30"),
        ("message: 1e5", "message", "1e5"),
        ("message: null", "message", "null"),
        ("message: ~", "message", "~"),
        ('message: ""', "message", ""),
        ("message: He saw [[it]] and {that} # a comment", "message", "He saw [[it]] and {that}"),
        ("message: >-\n  one\n  two", "message", "one two"),
        ("\ufeffmessage: x", "message", "x"),
        ("message: x\nnear: [on, off, 007]", "near", ("on", "off", "007")),
        ("message: x\nnear: flood", "near", ("flood",)),
        ("message: x\nnear: []", "near", ()),
        ("message: x\nin: headline", "in_", ("headline",)),
        ("message: x\nin: [headline, body]", "in_", ("headline", "body")),
        ("message: x\nnot-before: 2021-12-30", "not_before", date(2021, 12, 30)),
        ("message: x\nspan: paragraph", "span", "paragraph"),
        ("message: x\nspan: 12 words", "span", 12),
        ("message: x\nfix: troops", "fix", "troops"),
        ("message: x\nfix: {replace: troops, safe: Yes}", "fix", Fix(replace="troops", safe=True)),
        ("message: x\nlimit: -7", "limit", -7),
        ("message: x\nshare: 1e-1", "share", 0.1),
        ("message: x\nshare: 2", "share", 2.0),
        ("message: x\ndefault: off", "default", False),
        ("message: x\nforms: {a: b, c: [d, e]}", "forms", {"a": ("b",), "c": ("d", "e")}),
        (
            "message: x\nexamples:\n  bad:\n  - a\n  - text: two\n    published: 2021-12-30\n  - story: [a, {text: b}]",
            "examples",
            Examples(
                bad=(
                    "a",
                    Example(text="two", published=date(2021, 12, 30)),
                    Story(story=("a", Example(text="b"))),
                )
            ),
        ),
    ],
)
def test_a_form_is_filled(source: str, name: str, value: object) -> None:
    assert getattr(rule(source), name) == value


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("mesage: x", ["1:1: unknown key `mesage`; did you mean `message`?"]),
        ("severity: error", ["1:1: `message` is missing; expected text"]),
        ("message:\nlimit: 1", ["1:9: `message` is empty; expected text"]),
        (
            "message: x\nseverity: eror",
            ["2:11: `severity`: expected error, warning or suggestion; did you mean `error`?"],
        ),
        ("message: x\nin: [headline, boddy]", ["2:16: `in`: expected headline or body; did you mean `body`?"]),
        ("message: x\nlimit: 1,000", ["2:8: `limit`: expected a whole number"]),
        ("message: x\nlimit: 1e5", ["2:8: `limit`: expected a whole number"]),
        ("message: x\nshare: nan", ["2:8: `share`: expected a number"]),
        ("message: x\ndefault: maybe", ["2:10: `default`: expected true or false"]),
        ("message: x\nnot-before: 2021-02-30", ["2:13: `not-before`: expected a date like 2021-12-30"]),
        ("message: x\nspan: 12", ["2:7: `span`: expected a number of words, or paragraph"]),
        ("message: x\nfix: {safe: no}", ["2:6: `replace` is missing in `fix`; expected text"]),
        ("message: x\nfix: [a]", [f"2:6: `fix`: expected text or a mapping with `replace`, found a list; {QUOTE}"]),
        ("message: x\nforms: [a]", ["2:8: `forms`: expected a mapping, found a list"]),
        ("message: x\nforms: a", ["2:8: `forms`: expected a mapping, found text"]),
        ("message: x\nlimit: 12", ["1:1: a limit above 10 needs `default: off`"]),
        ("message: x\nexamples: {bad: x, good: }", ["2:26: `good` is empty; expected a list"]),
        ("just text", ["1:1: expected a mapping with `message`, found text"]),
        ("- message: x", ["1:1: expected a mapping with `message`, found a list"]),
        # the converter's offset moves the place, through quotes, escapes and folds
        ("message: x\nmatch: a {x}", ["2:10: `match`: no such slot"]),
        ('message: x\nmatch: ["a \\"b\\" {x}"]', ["2:18: `match`: no such slot"]),
        ("message: x\nmatch:\n  - 'it''s {x}'", ["3:12: `match`: no such slot"]),
        ("message: x\nmatch: >-\n  a\n   b\n  c {x}", ["5:5: `match`: no such slot"]),
        ("message: x\nmatch: a\n  {x}", ["3:3: `match`: no such slot"]),
        # none hides another, and they come in their order
        (
            "limit: a\nwhat-on-earth: x\nsevrity: error\nnear: {a: b}\nexamples:\n  bad: [{txt: x}, {text: y, z: 1}]",
            [
                "1:1: `message` is missing; expected text",
                "1:8: `limit`: expected a whole number",
                "2:1: unknown key `what-on-earth`; expected `message`, `severity`, `match`, `in`, `not-before`, `span`,"
                " `fix`, `share`, `default` or `forms`",
                "3:1: unknown key `sevrity`; did you mean `severity`?",
                f"4:7: `near`: expected a list, found a mapping; {QUOTE}",
                "6:10: unknown key `txt`; did you mean `text`?",
                "6:29: unknown key `z`; expected `published`",
            ],
        ),
    ],
)
def test_mistakes_have_their_places(source: str, expected: list[str]) -> None:
    assert told(source) == expected


FOUND = f"expected text, a mapping with `text` or a mapping with `story`, found a mapping; {QUOTE}"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[[Mr. Petrov]] left", f"4:5: “[” begins a list here, but more text follows its end; {QUOTE}"),
        ("{a} and {b}", f"4:5: “{{” begins a mapping here, but more text follows its end; {QUOTE}"),
        ("[[1: 12 dead]", f"4:5: “[” begins a list here that “]” does not end; if it belongs to the text, {QUOTE}"),
        (
            "{text: He said: no}",
            f"4:5: “{{” begins a mapping here that “}}” does not end; if it belongs to the text, {QUOTE}",
        ),
        (
            '"No," he said',
            f"4:5: text follows the quotation mark that ends this; {QUOTE}, single ones if it has double ones inside",
        ),
        (
            "'It's over'",
            f"4:5: text follows the quotation mark that ends this; {QUOTE}, double ones if it has apostrophes inside",
        ),
        ("'Twas late", f"4:5: this quotation mark is never closed; close it, or, if it belongs to the text, {QUOTE}"),
        ("@mayor spoke", f"4:5: a text cannot begin with “@”; {QUOTE}"),
        ("`code`", f"4:5: a text cannot begin with “`”; {QUOTE}"),
        ("%d", f"4:5: a text cannot begin with “%”; {QUOTE}"),
        ("*", f"4:5: a text cannot begin with “*”; {QUOTE}"),
        ("*Breaking", f"4:5: aliases are not used here; if “*” belongs to the text, {QUOTE}"),
        ("&c. and so on", f"4:5: a text cannot begin with “&”; {QUOTE}"),
        ("&c and so on", f"4:5: anchors are not used here; if “&” belongs to the text, {QUOTE}"),
        ("!Vote for it", f"4:5: tags are not used here; if “!” belongs to the text, {QUOTE}"),
        (", he said", f"4:5: a text cannot begin with “,”; {QUOTE}"),
        ("> 100 dead", f"4:5: the text that “>” announces begins on the next line, indented; else {QUOTE}"),
        ("The prize: a house: a car", f"4:23: “: ” makes what stands before it a key; {QUOTE}"),
        ("He said: no", f"4:5: `bad`: {FOUND}"),
        ("Petrov: no", f"4:5: `bad`: {FOUND}"),
        ("The flood left [[2: 12 dead]].", f"4:5: `bad`: {FOUND}"),
        ("{n:number}", f"4:5: `bad`: {FOUND}"),
        ("[[Petrov]]", f"4:5: `bad`: {FOUND.replace('found a mapping', 'found a list')}"),
        (
            "They were #1 again",
            f"4:5: “#” makes the rest of the line a comment; {QUOTE}, or a blank after “#” if it is one",
        ),
        ("#2", f"4:4: “#” makes the rest of the line a comment; {QUOTE}, or a blank after “#” if it is one"),
        ("# 2", "4:4: `bad` is empty; expected text, a mapping with `text` or a mapping with `story`"),
    ],
)
def test_a_sentence_without_quotes(line: str, expected: str) -> None:
    assert told(f"message: x\nexamples:\n  bad:\n  - {line}\n") == [expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", "1:1: the file is empty"),
        ("# only a comment\n", "1:1: the file is empty"),
        ("---\n", "1:1: the file is empty"),
        ("message: x\n---\nmessage: y", "2:1: a second document begins here; expected one in a file"),
        ("message: \x01", "1:10: the character U+0001 cannot stand in a YAML file"),
        ("message: x\ny\ud800", "2:2: the character U+D800 cannot stand in a YAML file"),
        ("message:\n\t- x", "2:1: a tab is used for indentation; use blanks"),
        ("message: >-\n\tx", "2:1: a tab is used for indentation; use blanks"),
        (
            'message: "a\nnear: b',
            f"1:10: this quotation mark is never closed; close it, or, if it belongs to the text, {QUOTE}",
        ),
        (
            'message: "a\nfix: "b"',
            f"1:10: text follows the quotation mark that ends this; {QUOTE}, single ones if it has double ones inside",
        ),
        (
            "near: [a, b\nfix: c",
            f"1:7: “[” begins a list here that “]” does not end; if it belongs to the text, {QUOTE}",
        ),
        ('message: "\\d"', "1:11: a backslash inside double quotes must be written twice, or use single quotes"),
        (
            "kind:x\nmessage: y",
            "2:8: a key cannot stand here; check the indentation, and the line above for a missing “: ” or quote",
        ),
        (
            "message: x\n  fix: y",
            "2:6: a key cannot stand here; check the indentation, and the line above for a missing “: ” or quote",
        ),
        (
            "message: x\nand so on\nfix: y",
            "2:1: expected “key: value”; a line that continues the text above must be indented more",
        ),
        ("message: - x", f"1:10: a list must begin on a line of its own; if “- ” belongs to the text, {QUOTE}"),
        ("- a\nb: c", f"2:1: expected “- ” in line with the items above; check the indentation, or {QUOTE}"),
        (
            "message: |\n   a\n  b",
            f"3:3: this does not follow from the line above; check the indentation, or {QUOTE}",
        ),
        ("%d\nmessage: x", f"1:1: a line cannot begin with “%”; {QUOTE}"),
        ("[" * 21 + "]" * 21, "1:21: nested more than 20 deep; expected a flatter file"),
        ("near: [" + "a, " * 200_000 + "]", "1:599996: the file is too long; expected at most 200000 keys and values"),
    ],
)
def test_what_cannot_be_read(source: str, expected: str) -> None:
    node, mistakes = read(source, "r")
    assert node is None
    assert [str(mistake) for mistake in mistakes] == ["r:" + expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("message: x\nnear: a\nmessage: y\n", ["3:1: `message` is given twice; first on line 1"]),
        ("message: x\nfix: {replace: a, replace: b}", ["2:19: `replace` is given twice; first on line 2"]),
        ("message: x\n[a]: b\n{c}: d", [f"{line}:1: a list or a mapping cannot be a key; {QUOTE}" for line in (2, 3)]),
        (
            "message: &a x\nnear: *a",
            [
                f"1:10: anchors are not used here; if “&” belongs to the text, {QUOTE}",
                f"2:7: aliases are not used here; if “*” belongs to the text, {QUOTE}",
            ],
        ),
        ("message: !!str 5", [f"1:10: tags are not used here; if “!” belongs to the text, {QUOTE}"]),
        # near misses: comments, and lines as an editor counts them
        ("message: x #1", []),
        ("message: the vote # a note", []),
        ('message: "a\u2028b"\nlimit: x', ["2:8: `limit`: expected a whole number"]),
        ("message: x\r\nlimit: x", ["2:8: `limit`: expected a whole number"]),
        ("message: x\rlimit: x", ["2:8: `limit`: expected a whole number"]),
        ("message: 😀\nforms: {😀: [[x]]}", [f"2:13: `😀`: expected text, found a list; {QUOTE}"]),
    ],
)
def test_what_is_read_over(source: str, expected: list[str]) -> None:
    assert told(source) == expected


def test_the_first_of_two_counts() -> None:
    node, _ = read("message: x\nmessage: y", "r")
    assert node
    assert build(node, Rule, "r")[0] == Rule(message="x")


def test_where() -> None:
    node, _ = read('message: x\nnear: [a, "b\\"c"]\nexamples:\n  bad: one\n', "r")
    assert node
    assert where(node) == (1, 1)
    assert where(node, "near") == (2, 7)
    assert where(node, "near", 1) == (2, 11)
    assert where(node, "near", 1, offset=2) == (2, 15)
    assert where(node, "examples", "bad") == where(node, "examples", "bad", 0) == (4, 8)
    assert where(node, "examples", "good") == (4, 3)
    assert where(node, "near", 7) == (2, 7)


WORDS = st.lists(
    st.text("abc{}[]:'\"\\é😀", min_size=1, max_size=5).map(lambda word: "x" + word), min_size=1, max_size=6
)


@pytest.mark.parametrize("style", ["'", '"', "|", ">"])
@given(words=WORDS, data=st.data())
def test_every_character_is_found_again(style: str, words: list[str], data: st.DataObject) -> None:
    """Whatever the quotes, escapes and folds: the place of a character of the value is its place in the file."""
    breaks = [data.draw(st.sampled_from(["\n  ", " "])) for _ in words[1:]]
    body = "".join(word + gap for word, gap in zip(words, [*breaks, ""], strict=True))
    if style == "'":
        body = body.replace("'", "''")
    if style == '"':
        body = body.replace("\\", "\\\\").replace('"', '\\"')
    source = f"a: {style}{body}{style}\n" if style in "'\"" else f"a: {style}\n  {body}\n"
    node, _ = read(source, "r")
    assert node
    lines = source.split("\n")
    value = node.pairs[0][1].value  # type: ignore[union-attr]
    assert value.split() == words
    for offset, char in enumerate(value):
        line, column = where(node, "a", offset=offset)
        if not char.isspace():
            assert (
                lines[line - 1][column - 1 :]
                .removeprefix("\\" if char in '"\\' and style == '"' else "")
                .startswith(char)
            )


YAML = st.one_of(
    st.text(),
    st.text("ab:-?{}[]'\"#&*!|>%@`, \n\t\r\\"),
    st.lists(
        st.sampled_from(
            [
                *(f"{key_of(name)}: " for name in Rule.__dataclass_fields__),
                "\n",
                "  ",
                "- ",
                "x",
                "[",
                "]",
                "{",
                "}",
                '"',
                "bad:",
                "12",
            ]
        )
    ).map("".join),
)


@given(YAML)
def test_no_text_raises(source: str) -> None:
    """Either a form or mistakes, each of them at a place inside the text."""
    node, mistakes = read(source, "r")
    form = None
    if node:
        form, wrong = build(node, Rule, "r")
        assert (form is None) == bool(wrong)
        mistakes += wrong
    assert form or mistakes
    for mistake in mistakes:
        assert 1 <= (mistake.line or 0) <= source.count("\n") + source.count("\r") + 1
        assert 1 <= (mistake.column or 0) <= len(source) + 1


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff")))
def test_a_quoted_text_means_itself(text: str) -> None:
    quoted = text.replace("'", "''")
    node, mistakes = read(f"'{quoted}'", "r")
    assert isinstance(node, Scalar)
    assert (node.value, mistakes) == (text, [])


def test_monsters_end_as_mistakes() -> None:
    """In a process of their own: what kills the parser kills the process."""
    program = """
from newslint.yamlform import read
parts = ["[", "{", "a: ", "- ", "? ", "[a: ", "!", "&a ", "'", '"', "\\t", "[\\n", "|\\n", "*a "]
monsters = [part * 50_001 for part in parts]
assert all(mistakes for _, mistakes in (read(monster, "r") for monster in monsters))
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=100)


def test_schema() -> None:
    text = {"type": "string"}
    made = schema(Examples)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert (made["type"], made["required"], made["additionalProperties"]) == ("object", ["bad"], False)
    forms = {"anyOf": [text, {"$ref": "#/$defs/Example"}, {"$ref": "#/$defs/Story"}]}
    assert made["properties"]["bad"] == {"anyOf": [{"type": "array", "items": forms}, text]}
    assert made["$defs"]["Example"] == {
        "type": "object",
        "properties": {"text": text, "published": {"type": "string", "format": "date"}},
        "required": ["text"],
        "additionalProperties": False,
    }
    of_rule = schema(Rule)["properties"]
    assert of_rule["message"] == {"type": "string", "description": "what the reader is told"}
    assert of_rule["severity"] == {"enum": ["error", "warning", "suggestion"]}
    assert of_rule["span"] == {"anyOf": [{"enum": ["paragraph"]}, {"type": ["integer", "string"]}]}
    assert of_rule["not-before"] == {"type": "string", "format": "date"}
    assert of_rule["forms"] == {
        "type": "object",
        "additionalProperties": {"anyOf": [{"type": "array", "items": text}, text]},
    }
