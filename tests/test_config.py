"""Configuration: which file holds, what it may say, what it must not reach, and how its mistakes are told."""

import json
import re
import subprocess
import sys
import tomllib
from typing import get_args

import pytest
from conftest import PLAIN, newslint
from hypothesis import given
from hypothesis import strategies as st

from newslint import __version__
from newslint import tomlnodes as toml
from newslint.cli import main
from newslint.config.form import Format, Settings, demand, meets
from newslint.config.globs import matcher
from newslint.config.start import START
from newslint.formats import FORMATS
from newslint.selection import Choice, runs
from newslint.yamlform import build, where
from newslint.yamlnodes import Mapping, Sequence

TEXT = "A headline of the day\n\nThe gizmo broke the the rule of the house on Monday, and they said no more of it.\n"
GIZMO, DOUBLED = "words/gizmo", "words/doubled-word"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A repository with two articles and a rule folder; the current folder, with no configuration of one's own."""
    repository = tmp_path / "repo"
    for folder in (".git", "drafts", "opinion", "rules/words"):
        (repository / folder).mkdir(parents=True)
    for name in ("drafts/a.txt", "opinion/b.txt"):
        (repository / name).write_text(TEXT)
    (repository / "rules/words/gizmo.yaml").write_text(PLAIN)
    (repository / "rules/words/gadget.yaml").write_text(PLAIN.replace("gizmo", "gadget") + "house: no-gadgets\n")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(repository)
    return repository


@pytest.fixture
def check(capsys):
    """Runs ``newslint check``; gives the status, what was found as (path, rule, severity), and the mistakes."""

    def run(*arguments, command="check"):
        status = main([command, *arguments, "--format", "json"])
        report = json.loads(capsys.readouterr().out)
        found = {(one["path"], one["rule"], one["severity"]) for one in report["findings"]}
        return status, found, told(report)

    return run


def told(report):
    return [
        ":".join(str(one[key]) for key in ("path", "line", "column") if one[key] is not None) + f": {one['message']}"
        for one in report["errors"]
    ]


def rules_of(found, path):
    return {rule for where, rule, _ in found if where == path}


def test_the_nearest_file_wins(desk, check):
    (desk / "newslint.toml").write_text('rules = ["rules"]\nselect = ["words"]\n')
    (desk / "opinion/newslint.toml").write_text('select = ["words/doubled-word"]\n')
    status, found, mistakes = check(".")
    assert (status, mistakes) == (1, [])
    assert rules_of(found, "drafts/a.txt") == {GIZMO, DOUBLED}
    assert rules_of(found, "opinion/b.txt") == {DOUBLED}
    # of two files in one folder, ours
    (desk / "opinion/pyproject.toml").write_text('[tool.newslint]\nselect = ["figures"]\n')
    assert rules_of(check("opinion")[1], "opinion/b.txt") == {DOUBLED}
    (desk / "opinion/newslint.toml").unlink()
    assert rules_of(check("opinion")[1], "opinion/b.txt") == set()


def test_a_pyproject_of_other_tools_is_passed_over(desk, check):
    (desk / "newslint.toml").write_text('select = ["words/doubled-word"]\n')
    (desk / "drafts/pyproject.toml").write_text('[project]\ndependencies = ["newslint"]\n[tool.other]\nx = 1\n')
    assert rules_of(check("drafts")[1], "drafts/a.txt") == {DOUBLED}


def test_nothing_outside_the_repository_is_read(desk, check):
    (desk.parent / "newslint.toml").write_text('select = ["figures"]\nnonsense = 1\n')
    status, found, mistakes = check("drafts/a.txt")
    assert (status, mistakes) == (1, [])
    assert DOUBLED in rules_of(found, "drafts/a.txt")
    # without a repository the search goes on to the top
    (desk / ".git").rmdir()
    status, found, mistakes = check("drafts/a.txt")
    assert (status, found) == (2, set())
    assert [one.split(": ")[1].split(";")[0] for one in mistakes] == ["unknown key `nonsense`"]


def test_extend_lies_beneath(desk, check):
    (desk / "base.toml").write_text('rules = ["rules"]\nignore = ["words/gizmo"]\nseverity = {words = "error"}\n')
    (desk / "newslint.toml").write_text('extend = "base.toml"\nseverity = {"words/doubled-word" = "suggestion"}\n')
    status, found, mistakes = check("drafts")
    assert (status, mistakes) == (0, [])
    assert {one for one in found if one[1].startswith("words")} == {("drafts/a.txt", DOUBLED, "suggestion")}
    (desk / "newslint.toml").write_text('extend = "base.toml"\nextend-select = ["words/gizmo"]\n')
    assert {("drafts/a.txt", GIZMO, "error"), ("drafts/a.txt", DOUBLED, "error")} <= check("drafts")[1]


def test_some_articles_are_held_to_something_else(desk, check):
    (desk / "opinion/c.md").write_text(f"---\nsection: Sport\n---\n{TEXT}")
    (desk / "newslint.toml").write_text(
        'select = ["words"]\nrules = ["rules"]\n'
        '[[per-file]]\nfiles = ["opinion/*.txt"]\nignore = ["words/gizmo"]\n'
        '[[per-file]]\nwhere = {section = ["sport", "weather"]}\nseverity = {words = "suggestion"}\n'
        '[[per-file]]\nfiles = ["drafts"]\nwhere = {section = "sport"}\nselect = ["figures"]\n'
    )
    status, found, mistakes = check(".")
    assert (status, mistakes) == (1, [])
    assert found == {
        ("drafts/a.txt", GIZMO, "warning"),
        ("drafts/a.txt", DOUBLED, "error"),
        ("opinion/b.txt", DOUBLED, "error"),
        ("opinion/c.md", GIZMO, "suggestion"),
        ("opinion/c.md", DOUBLED, "suggestion"),
    }


def test_house_styles(desk, check):
    (desk / "drafts/a.txt").write_text(TEXT.replace("gizmo", "gadget"))
    (desk / "newslint.toml").write_text('rules = ["rules"]\nselect = ["words"]\n')
    assert rules_of(check("drafts")[1], "drafts/a.txt") == {DOUBLED}
    (desk / "newslint.toml").write_text('rules = ["rules"]\nselect = ["words"]\nhouse = ["no-gadgets"]\n')
    assert rules_of(check("drafts")[1], "drafts/a.txt") == {DOUBLED, "words/gadget"}


def test_the_command_line_beats_the_file_and_that_ones_own(desk, check, tmp_path, capsys):
    own = tmp_path / "home/newslint"
    own.mkdir(parents=True)
    (own / "newslint.toml").write_text('rules = ["pack"]\nselect = ["words"]\nfail-on = "never"\n')
    (own / "pack/words").mkdir(parents=True)
    (own / "pack/words/house.yaml").write_text(PLAIN.replace("gizmo", "house"))
    assert check("drafts")[:2] == (
        0,
        {("drafts/a.txt", "words/house", "warning"), ("drafts/a.txt", DOUBLED, "error")},
    )
    (desk / "newslint.toml").write_text('ignore = ["words/house"]\nfail-on = "error"\nformat = "concise"\n')
    assert check("drafts")[:2] == (1, {("drafts/a.txt", DOUBLED, "error")})
    assert check("drafts", "--fail-on", "never")[0] == 0
    # a family does not bring back what was ignored by its id; its id does
    assert check("drafts", "--select", "words")[1] == {("drafts/a.txt", DOUBLED, "error")}
    assert rules_of(check("drafts", "--select", "words/house")[1], "drafts/a.txt") == {"words/house"}
    assert main(["check", "drafts"]) == 1
    assert capsys.readouterr().out.startswith("drafts/a.txt:3:")
    status, found, _ = check("drafts", "--no-config")
    assert (status, "words/house" in rules_of(found, "drafts/a.txt")) == (1, False)
    (tmp_path / "other.toml").write_text('select = ["words/house"]\n')
    assert check("drafts", "--config", str(tmp_path / "other.toml"))[1] == {("drafts/a.txt", "words/house", "warning")}


def test_paths_and_what_is_left_out(desk, check, capsys):
    (desk / "opinion/b.notes.txt").write_text(TEXT)
    (desk / "newslint.toml").write_text(
        'paths = ["opinion", "drafts"]\nexclude = ["drafts/**", "*.notes.txt"]\nselect = ["words/doubled-word"]\n'
    )
    assert {one[0] for one in check()[1]} == {"opinion/b.txt"}
    assert {one[0] for one in check("drafts/a.txt")[1]} == {"drafts/a.txt"}
    assert check("drafts/a.txt", "--force-exclude")[1] == set()
    assert main(["check", "--fail-on", "never"]) == 0
    assert "1 article, 1 finding" in capsys.readouterr().out


BAD = [
    ('colour = "red"\nselct = ["words"]\n', ["newslint.toml:1:1: unknown key `colour`; expected `extend`, `required-version`, `select`, `extend-select`, `ignore`, `house`, `severity`, `rules`, `facts`, `paths`, `exclude`, `fail-on`, `format`, `story` or `per-file`", "newslint.toml:2:1: unknown key `selct`; did you mean `select`?"]),
    ('select = ["words",\n  "words/doubled-wrod"]\n', ["newslint.toml:2:3: `select`: no rule, family or house style “words/doubled-wrod”; did you mean words/doubled-word?"]),
    ('ignore = ["wrods"]\n', ["newslint.toml:1:11: `ignore`: no rule, family or house style “wrods”; did you mean words?"]),
    ('house = ["no-gadget"]\nrules = ["rules"]\n', ["newslint.toml:1:10: `house`: no house style “no-gadget”; did you mean no-gadgets?"]),
    ('[severity]\n"words/doubled-wrod" = "error"\n', ["newslint.toml:2:1: `severity`: no rule, family or house style “words/doubled-wrod”; did you mean words/doubled-word?"]),
    ('severity.words = "eror"\n', ["newslint.toml:1:18: `words`: expected error, warning or suggestion; did you mean `error`?"]),
    ('fail-on = "eror"\nformat = "xml"\n', ["newslint.toml:1:11: `fail-on`: expected error, warning, suggestion or never; did you mean `error`?", "newslint.toml:2:10: `format`: expected text, concise, json, jsonl, github, gitlab, sarif, rdjson, checkstyle, junit, markdown or html"]),
    ('story = {by = "front-matter"}\n', ['newslint.toml:1:9: `story`: `key` is missing; expected the name of a key, as in {by = "front-matter", key = "story"}']),
    ('[[per-file]]\nignore = ["words"]\n[[per-file]]\nfiles = ["drafts"]\nignores = ["words"]\n', ["newslint.toml:1:1: expected `files` or `where`, to say which articles are meant", "newslint.toml:5:1: unknown key `ignores`; did you mean `ignore`?"]),
    ('rules = ["nowhere", "../pack"]\nfacts = "/etc/facts.yaml"\n', ["newslint.toml:1:10: `rules`: no such file or folder: “nowhere”", "newslint.toml:1:21: `rules`: “../pack” leads outside the repository", "newslint.toml:2:9: `facts`: “/etc/facts.yaml” leads outside the repository"]),
    ('paths = ["../.."]\n', ["newslint.toml:1:10: `paths`: “../..” leads outside the repository"]),
    ('required-version = ">=99"\n', ["newslint.toml:1:20: this configuration asks for newslint >=99; this is VERSION"]),
    ('required-version = "soon"\n', ["newslint.toml:1:20: `required-version`: expected a version such as >=0.1, or several such as >=0.1, <2"]),
    ('extend = "newslint.toml"\n', ["newslint.toml:1:10: `extend`: a circle: NN/newslint.toml → NN/newslint.toml"]),
    ('extend = "drafts/a.txt"\n', ["newslint.toml:1:10: `extend`: expected the name of a .toml file"]),
    ("ignore = [words]\n", ["newslint.toml:1:11: not TOML: Invalid value"]),
    ("x = " + "[" * 5000, ["newslint.toml: not read: lists or tables stand too deep in each other"]),
    ('house = ["kiev"]\nrules = ["rules"]\n', ["newslint.toml:1:10: `house`: no house style “kiev”; did you mean kyiv?"]),
    ('[severity]\nnames = "warn"\n"words/doubled-wrod" = "error"\n', ["newslint.toml:2:9: `names`: expected error, warning or suggestion; did you mean `warning`?", "newslint.toml:3:1: `severity`: no rule, family or house style “words/doubled-wrod”; did you mean words/doubled-word?"]),
    ('[[per-file]]\nfiles = ["drafts"]\nignore = ["wrods"]\nseverity = {names = "eror"}\n', ["newslint.toml:3:11: `ignore`: no rule, family or house style “wrods”; did you mean words?", "newslint.toml:4:21: `names`: expected error, warning or suggestion; did you mean `error`?"]),
    ('[tool.newslint]\nignore = ["words"]\n', ["newslint.toml:1:2: `[tool.newslint]` is for pyproject.toml; here the settings stand without it"]),
    ('rules = ["drafts/a.txt"]\nfacts = ["drafts"]\n', ["newslint.toml:1:10: `rules`: “drafts/a.txt” is no folder", "newslint.toml:2:10: `facts`: “drafts” is a folder; expected a fact sheet"]),
    ('select = {words = true}\n', ["newslint.toml:1:10: `select`: expected a list, found a mapping; put quotes around the line"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def bad_run(tmp_path_factory):
    """One run over as many folders as there are bad configurations; what the report says of each."""
    top = tmp_path_factory.mktemp("bad")
    for number, (text, _) in enumerate(BAD):
        folder = top / f"{number:02}"
        for name in (".git", "drafts", "rules/words"):
            (folder / name).mkdir(parents=True)
        (folder / "drafts/a.txt").write_text(TEXT)
        (folder / "rules/words/gadget.yaml").write_text(PLAIN.replace("gizmo", "gadget") + "house: no-gadgets\n")
        (folder / "newslint.toml").write_text(text)
    run = newslint("check", ".", "--select", DOUBLED, "--format", "json", cwd=top, env={"XDG_CONFIG_HOME": str(top)})
    return run.returncode, json.loads(run.stdout)


@pytest.mark.parametrize("number", range(len(BAD)), ids=[text[:30] for text, _ in BAD])
def test_mistakes_have_places_and_cost_nothing_else(bad_run, number):
    status, report = bad_run
    assert status == 2
    mistakes = [line.removeprefix(f"{number:02}/") for line in told(report) if line.startswith(f"{number:02}/")]
    assert mistakes == [one.replace("VERSION", __version__).replace("NN", f"{number:02}") for one in BAD[number][1]]
    assert DOUBLED in {one["rule"] for one in report["findings"] if one["path"] == f"{number:02}/drafts/a.txt"}


def test_one_bad_key_costs_no_other(desk, check):
    (desk / "newslint.toml").write_text(
        'fail-on = "x"\nignore = ["words/doubled-word", "no-such"]\nselect = ["nowhere"]\n'
    )
    status, found, mistakes = check("drafts")
    assert (status, len(mistakes)) == (2, 3)
    assert DOUBLED not in rules_of(found, "drafts/a.txt")


def test_one_bad_severity_costs_no_other(desk, check):
    (desk / "newslint.toml").write_text(
        '[severity]\nfigures = "x"\nwords = "suggestion"\n'
        '[[per-file]]\nfiles = ["opinion"]\nseverity = {figures = "y", words = "warning"}\n'
    )
    status, found, mistakes = check(".")
    assert (status, len(mistakes)) == (2, 2)
    assert {severity for path, rule, severity in found if path == "drafts/a.txt" and rule == DOUBLED} == {"suggestion"}
    assert {severity for path, rule, severity in found if path == "opinion/b.txt" and rule == DOUBLED} == {"warning"}


def test_a_pyproject_without_a_table_is_told_where_it_was_named(desk, check):
    (desk / "opinion/pyproject.toml").write_text('[project]\nname = "other"\n')
    (desk / "newslint.toml").write_text('extend = "opinion/pyproject.toml"\n')
    silent = "opinion/pyproject.toml: no table [tool.newslint]"
    assert check("drafts")[2] == [f"newslint.toml:1:10: `extend`: {silent}"]
    assert check("drafts", "--config", "opinion/pyproject.toml")[2] == [silent]
    assert check("opinion")[2] == [f"newslint.toml:1:10: `extend`: {silent}"]


def test_a_circle_of_three(desk, check):
    (desk / "newslint.toml").write_text('extend = "b.toml"\nselect = ["words"]\n')
    (desk / "b.toml").write_text('extend = "c.toml"\n')
    (desk / "c.toml").write_text('\nextend = "b.toml"\n')
    status, found, mistakes = check("drafts")
    assert (status, mistakes) == (2, ["c.toml:2:10: `extend`: a circle: b.toml → c.toml → b.toml"])
    assert rules_of(found, "drafts/a.txt") == {DOUBLED}


def test_links_that_lead_outside_are_refused(desk, check, tmp_path):
    outside = tmp_path / "outside"
    (outside / "words").mkdir(parents=True)
    (outside / "words/gizmo.yaml").write_text(PLAIN)
    (outside / "secret.txt").write_text("hush ((\n")
    (outside / "base.toml").write_text("secret = hush\n")
    (desk / "linked").symlink_to(outside)
    (desk / "rules/lists").mkdir()
    (desk / "rules/lists/secret.txt").symlink_to(outside / "secret.txt")
    (desk / "base.toml").symlink_to(outside / "base.toml")
    (desk / "newslint.toml").write_text('rules = ["linked", "rules"]\nextend = "base.toml"\npaths = ["linked"]\n')
    status, found, mistakes = check("drafts")
    assert status == 2
    assert mistakes == [
        "newslint.toml:1:10: `rules`: “linked” leads outside the repository",
        "newslint.toml:1:20: `rules`: “rules” holds a link that leads outside the repository: lists/secret.txt",
        "newslint.toml:2:10: `extend`: “base.toml” leads outside the repository",
        "newslint.toml:3:10: `paths`: “linked” leads outside the repository",
    ]
    assert GIZMO not in rules_of(found, "drafts/a.txt")
    (desk / "newslint.toml").unlink()
    (desk / "newslint.toml").symlink_to(outside / "base.toml")
    status, found, mistakes = check("drafts")
    assert (status, mistakes) == (2, ["newslint.toml: not read: this link leads outside the repository"])
    assert DOUBLED in rules_of(found, "drafts/a.txt")


def test_ones_own_file_may_name_any_folder(desk, check, tmp_path):
    own = tmp_path / "home/newslint"
    own.mkdir(parents=True)
    (own / "newslint.toml").write_text(f'rules = ["{desk}/rules"]\nselect = ["words"]\n')
    assert rules_of(check("drafts")[1], "drafts/a.txt") == {GIZMO, DOUBLED}


def test_config_shows_what_is_in_force(desk, capsys):
    (desk / "newslint.toml").write_text(
        'ignore = ["style", "no-such"]\nfail-on = "error"\nrules = ["rules", "../x"]\n'
        '[[per-file]]\nfiles = ["opinion"]\nseverity = {words = "error"}\n'
    )
    assert main(["config", "opinion/b.txt", "--select", "words"]) == 2
    shown = capsys.readouterr()
    rows = {tuple(re.split(r"  +", line.strip())) for line in shown.out.splitlines()}
    assert {
        ("files", "newslint.toml"),
        ("select", "words", "command line"),
        ("ignore", "style", "newslint.toml:1"),
        ("no-such", "newslint.toml:1, which does not exist"),
        ("severity", "words = error", "newslint.toml:6, per-file"),
        ("rules", "rules", "newslint.toml:3"),
        ("../x", "newslint.toml:3, refused"),
        ("fail-on", "error", "newslint.toml:2"),
        ("format", "text", "default"),
    } <= rows
    assert shown.err.splitlines() == [
        "newslint.toml:1:20: `ignore`: no rule, family or house style “no-such”",
        "newslint.toml:3:19: `rules`: “../x” leads outside the repository",
    ]


def test_rules_and_explain_go_by_it(desk, capsys):
    (desk / "newslint.toml").write_text('rules = ["rules"]\nselect = ["words/gizmo"]\nseverity = {words = "error"}\n')
    assert main(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["words: 1", "  error       words/gizmo"]
    assert lines[2].startswith("1 rule runs here, ")
    assert lines[2].endswith(" (--all lists them).")
    assert main(["explain", "words/gizmo"]) == 0
    assert capsys.readouterr().out.startswith("words/gizmo  (error, on by default, runs here)\n")
    assert main(["explain", DOUBLED]) == 0
    assert "does not run here" in capsys.readouterr().out


def test_init_never_overwrites(desk, capsys, check):
    assert main(["init"]) == 0
    assert (desk / "newslint.toml").read_text() == START
    (desk / "newslint.toml").write_text("mine = 1\n")
    assert main(["init"]) == 2
    assert (desk / "newslint.toml").read_text() == "mine = 1\n"
    assert "newslint.toml is there already; --force writes it anew" in capsys.readouterr().err
    assert main(["init", "--force"]) == 0
    assert (desk / "newslint.toml").read_text() == START
    capsys.readouterr()
    assert check("drafts", "--select", DOUBLED)[::2] == (1, [])
    (desk / "newslint.toml").unlink()
    (desk / "newslint.toml").symlink_to(desk / "drafts/a.txt")
    assert main(["init", "--force"]) == 2
    assert (desk / "drafts/a.txt").read_text() == TEXT


def test_all_that_init_suggests_is_right(desk, check):
    """Each line that is commented out, taken in."""
    lines = [re.sub(r"^# (?=\[|[\w-]+ = |\"headlines)", "", line) for line in START.splitlines()]
    text = "\n".join(lines) + "\n"
    assert set(tomllib.loads(text)) >= {"paths", "extend", "severity", "per-file", "story"}
    (desk / "desk/rules").mkdir(parents=True)
    (desk / "desk/base.toml").write_text("")
    (desk / "desk/staff.yaml").write_text('source: us\ncovers: 2000-01-01 .. 2030-01-01\noffices: ""\n')
    (desk / "newslint.toml").write_text(text)
    assert check("drafts", "--select", DOUBLED)[2] == []


def test_in_a_process_of_its_own(desk):
    (desk / "pyproject.toml").write_text('[tool.newslint]\nselect = ["words/doubled-word"]\nformat = "concise"\n')
    run = newslint("check", cwd=desk / "drafts")
    assert (run.returncode, run.stderr) == (1, b"")
    assert run.stdout.decode() == "a.txt:3:17: error words/doubled-word “the the”: the word stands twice.\n"


def test_without_configuration_none_is_looked_for_long(desk):
    code = "import sys; from newslint.cli import main; main(['check', 'drafts']); print('newslint.tomlnodes' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=desk, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "False"


def test_the_formats_of_a_configuration_are_those_there_are():
    assert get_args(Format) == tuple(FORMATS)


@pytest.mark.parametrize(
    ("choices", "on"),
    [
        ([], True),
        ([Choice(select=("words",))], True),
        ([Choice(select=("names",))], False),
        ([Choice(select=("words",), ignore=("words/x",))], False),
        ([Choice(select=("words/x",), ignore=("words",))], False),
        ([Choice(ignore=("words",)), Choice(select=("words",))], True),
        ([Choice(ignore=("words/x",)), Choice(select=("words",))], False),
        ([Choice(ignore=("words/x",)), Choice(select=("all",))], False),
        ([Choice(ignore=("words/x",)), Choice(select=("words/x",))], True),
        ([Choice(ignore=("words/x",)), Choice(extend=("words/x",))], True),
        ([Choice(select=("names",)), Choice(extend=("words",))], True),
        ([Choice(extend=("words/x",)), Choice(select=("names",))], False),
        ([Choice(select=())], False),
    ],
)
def test_the_later_choice_beats_the_earlier(choices, on):
    assert runs("words/x", None, choices, usual=True) is on


@pytest.mark.parametrize(
    ("glob", "yes", "no"),
    [
        ("opinion/**", ["opinion/a.txt", "opinion/b/c.txt"], ["opinions/a.txt", "x/opinion/a.txt"]),
        ("opinion", ["opinion/a.txt", "x/opinion/a.txt", "opinion"], ["opinions"]),
        ("opinion/", ["opinion/a.txt", "x/opinion/a.txt"], ["opinion.txt"]),
        ("*.md", ["a.md", "x/y/a.md"], ["a.mdx", "a.md.txt"]),
        ("/a.md", ["a.md"], ["x/a.md"]),
        ("./a.md", ["a.md"], ["x/a.md"]),
        ("a/*.md", ["a/b.md"], ["a/b/c.md"]),
        ("a/**/c.md", ["a/c.md", "a/b/b/c.md"], ["a/bc.md"]),
        ("a?.md", ["ab.md"], ["a.md", "a/.md"]),
        ("a[b].md", ["a[b].md"], ["ab.md"]),
        ("é (1)+.md", ["é (1)+.md"], ["é (11).md"]),
    ],
)
def test_globs(glob, yes, no):
    fits = matcher([glob])
    assert [path for path in yes if not fits(path)] == []
    assert [path for path in no if fits(path)] == []


def test_a_glob_takes_no_longer_than_its_length():
    assert not matcher(["*a" * 300 + "b"])("a" * 5000)


@pytest.mark.parametrize(
    ("version", "asked", "good"),
    [
        ("0.1.0", ">=0.1", True),
        ("0.1.0", "==0.1", True),
        ("0.10.0", ">=0.9, <1", True),
        ("1.0", ">=0.9, <1", False),
        ("0.1.0", "!=0.1.0", False),
        ("0.1.1", "> 0.1", True),
        ("0.1.0+local", "<=0.1", True),
    ],
)
def test_versions(version, asked, good):
    assert meets(version, demand(asked)) is good


PLACED = """\
# a [table] = "in a comment"
"a b" = 'x' # and so on
[one.'two']
c = [ "]", ["#", '''
,''', \"\"\"q\\\"\"\"\"\"], {d = 1979-05-27, "e.f" = [true]} ]
g.h = 1.5
[[many.x]]
i = 1
[[many.x]]
i = 2
[many.x.y]
j = "\\u00e9"
"""


@pytest.mark.parametrize(
    ("way", "place"),
    [
        (("a b",), (2, 9)),
        (("one", "two", "c"), (4, 5)),
        (("one", "two", "c", 0), (4, 7)),
        (("one", "two", "c", 1, 0), (4, 13)),
        (("one", "two", "c", 1, 1), (4, 18)),
        (("one", "two", "c", 1, 2), (5, 7)),
        (("one", "two", "c", 2, "d"), (5, 25)),
        (("one", "two", "c", 2, "e.f", 0), (5, 46)),
        (("one", "two", "g", "h"), (6, 7)),
        (("many", "x", 0, "i"), (8, 5)),
        (("many", "x", 1, "i"), (10, 5)),
        (("many", "x", 1, "y", "j"), (12, 5)),
    ],
)
def test_places_in_toml(way, place):
    node, mistakes = toml.read(PLACED, "x.toml", ())
    assert mistakes == []
    assert where(node, *way) == place
    node, mistakes = toml.read(PLACED.replace("\n", "\r\n"), "x.toml", ())
    assert where(node, *way) == place


def test_a_long_list_is_read_in_linear_time():
    node, mistakes = toml.read("ignore = [" + '"a", \n' * 20_000 + "]\n", "x.toml", ())
    assert mistakes == []
    assert where(node, "ignore", 19_999) == (20_000, 1)


KEYS = st.text("abc-_", min_size=1, max_size=4)
VALUES = st.recursive(
    st.one_of(st.booleans(), st.integers(-99, 99), st.text(st.sampled_from("ab \"'\\#[]{},=\n\té😀"), max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=8,
)


def written(value):
    """A value as TOML, in one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)


def leaves(node):
    if isinstance(node, Mapping):
        return [leaf for _, value in node.pairs for leaf in leaves(value)]
    if isinstance(node, Sequence):
        return [leaf for item in node.items for leaf in leaves(item)]
    return [node]


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_at_each_place_stands_the_value(table):
    text = "".join(f"{key} = {written(value)}\n" for key, value in table.items())
    node, mistakes = toml.read(text, "x.toml", ())
    assert mistakes == []
    lines = text.split("\n")
    for leaf in leaves(node):
        rest = lines[leaf.line - 1][leaf.column - 1 :]
        assert rest.startswith(json.dumps(leaf.value, ensure_ascii=False) if leaf.style == "quoted" else leaf.value)


@given(st.text(max_size=60))
def test_any_text_is_read_to_an_end(text):
    node, mistakes = toml.read(text, "x.toml", ())
    assert node is not None or mistakes
    if node is not None:
        build(node, Settings, "x.toml")
