"""The schemas that newslint prints: sound, in agreement with what it loads, and of use to an editor."""

import json
import re
import tomllib

import jsonschema
import pytest
import yaml
from conftest import newslint

from newslint.kinds import KINDS
from newslint.rulebook import shipped

RULE = """\
kind: phrase
severity: warning
message: "“{match}” is not said here."
why: It was asked for.
words: [gizmo]
examples:
  bad: ["The [[gizmo]] broke."]
  good: ["The gizmos broke."]
"""


class Core(yaml.SafeLoader):
    """YAML as editors read it, by the core schema of 1.2: a date is a text, and so are yes, no, on and off."""


Core.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(?:true|false)$"), "tf")


def validator(name):
    done = newslint("schema", name)
    assert done.returncode == 0, done.stderr
    schema = json.loads(done.stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.fixture(scope="module")
def rule():
    return validator("rule")


@pytest.fixture(scope="module")
def config():
    return validator("config")


def rule_files():
    found = (path for path in sorted(shipped().glob("*/*.yaml")) if path.parent.name not in {"lists", "facts"})
    return [path.relative_to(shipped()).as_posix() for path in found]


def test_every_rule_that_comes_with_newslint_fits(rule):
    wrong = {}
    for name in rule_files():
        document = yaml.load((shipped() / name).read_text("utf-8"), Loader=Core)  # noqa: S506 - a safe loader
        if errors := [error.message for error in rule.iter_errors(document)]:
            wrong[name] = errors[0][:200]
    assert wrong == {}


@pytest.mark.parametrize(
    ("change", "fits"),
    [
        (("", ""), True),
        (("kind: phrase", "kind: phrases"), False),
        (("kind: phrase\n", ""), False),
        (("severity: warning", "severity: bad"), False),
        (("words:", "word:"), False),
        (("words:", "counted: [x]\nwords:"), False),
        (("why: It was asked for.\n", ""), False),
        (("words:", "within: 5 words\nin: [body]\nwords:"), True),
        (("words:", "in: [bodies]\nwords:"), False),
        (('["The gizmos broke."]', "[{text: It broke., published: 2021-12-30}]"), True),
        (('["The gizmos broke."]', "[{texts: It broke.}]"), False),
    ],
)
def test_the_schema_and_the_loader_agree(rule, pack, change, fits):
    text = RULE.replace(*change) if change[0] else RULE
    assert rule.is_valid(yaml.load(text, Loader=Core)) is fits  # noqa: S506 - a safe loader
    from newslint.rulebook import load

    assert (not load([pack({"words/gizmo": text})]).mistakes) is fits


def test_each_kind_offers_its_own_keys_with_their_help(rule):
    for name in KINDS:
        form = rule.schema["$defs"][f"kind-{name}"]
        assert {"kind", "severity", "message", "why", "examples"} <= set(form["required"])
        assert form["properties"]["why"]["description"] == "why an editor should care"


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("", True),
        ('select = ["words"]\nfail-on = "error"\nhouse = "kyiv"', True),
        ('[[per-file]]\nfiles = "opinion/**"\nignore = ["style"]\n[per-file.severity]\nwords = "suggestion"', True),
        ('fail-on = "errors"', False),
        ('selects = ["words"]', False),
        ('[[per-file]]\nfile = "opinion/**"', False),
        ('format = "docx"', False),
        ('required-version = ">=0.1, <2"', True),
        ('required-version = "soon"', False),
        ('[[per-file]]\nignore = ["style"]', False),
        ('story = {by = "front-matter", key = "story"}', True),
        ('story = {by = "front-matter"}', False),
        ('story = {by = "folder"}', True),
    ],
)
def test_a_configuration(config, text, fits):
    assert config.is_valid(tomllib.loads(text)) is fits


def test_the_configuration_knows_every_format(config):
    from newslint.formats import FORMATS

    kinds = config.schema["properties"]["format"]
    assert set(kinds.get("enum", ())) == set(FORMATS)


def test_there_is_no_schema_of_anything_else():
    assert newslint("schema", "article").returncode == 2
