"""The GitHub action and the examples in docs/ci.md: against the published schemas, and the action's script as it runs."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

CHECKOUT = Path(__file__).resolve().parent.parent
ACTION = yaml.safe_load((CHECKOUT / "action.yml").read_text("utf-8"))
BLOCKS = re.findall(r"```yaml\n# (\S+)\n(.*?)```", (CHECKOUT / "docs/ci.md").read_text("utf-8"), re.DOTALL)
SLIP = "Officials defend the plan\n\nOfficials at the the White House defended the plan on Monday, and said no more.\n"

fits = pytest.mark.skipif(
    importlib.util.find_spec("check_jsonschema") is None, reason="check-jsonschema is not installed"
)


def check(schema, path):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@fits
def test_the_action_fits_githubs_schema():
    check("vendor.github-actions", CHECKOUT / "action.yml")


def test_the_action_has_what_github_requires():
    assert ACTION["name"]
    assert ACTION["description"]
    assert ACTION["runs"]["using"] == "composite"
    for step in ACTION["runs"]["steps"]:
        assert "uses" in step or {"run", "shell"} <= step.keys()
        assert "${{" not in step.get("run", ""), "an input in the text of a script can be a command"
    used = set(re.findall(r"\binputs\.([\w-]+)", (CHECKOUT / "action.yml").read_text("utf-8")))
    assert used == ACTION["inputs"].keys()


def test_the_docs_name_every_input_of_the_action():
    docs = (CHECKOUT / "docs/ci.md").read_text("utf-8")
    table = docs.split("| input of the action | |")[1].split("\n\n")[0]
    assert set(re.findall(r"^\| `([\w-]+)`", table, re.MULTILINE)) == ACTION["inputs"].keys()


@fits
@pytest.mark.parametrize(("name", "text"), BLOCKS, ids=[name for name, _ in BLOCKS])
def test_the_examples_fit_their_schemas(name, text, tmp_path):
    path = tmp_path / "example.yml"
    path.write_text(text, "utf-8")
    if name.startswith(".github/"):
        check("vendor.github-workflows", path)
    elif name == ".gitlab-ci.yml":
        check("vendor.gitlab-ci", path)
    else:
        hooks = {hook["id"] for hook in yaml.safe_load((CHECKOUT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
        assert {hook["id"] for hook in yaml.safe_load(text)["repos"][0]["hooks"]} == hooks


def test_the_docs_hold_an_example_of_each_kind():
    assert [name for name, _ in BLOCKS] == [
        ".github/workflows/drafts.yml",
        ".github/workflows/drafts-scan.yml",
        ".gitlab-ci.yml",
        ".pre-commit-config.yaml",
    ]


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("given", "status", "said"),
    [
        ({"PATHS": "."}, 1, "::error file=one.txt,line=3,"),
        ({"PATHS": "one.txt clean.txt", "ARGS": "--fail-on=never\n"}, 0, "::error file=one.txt,line=3,"),
        ({"PATHS": "clean.txt", "ARGS": "two words.txt\n--fail-on\nerror"}, 1, "::error file=two words.txt,line=3,"),
        ({"PATHS": "one.txt", "SARIF": "out file.sarif"}, 1, "::error file=one.txt,line=3,"),
        ({"PATHS": "$(touch broken); `touch broken` * ; touch broken"}, 2, "no such file or folder"),
        ({"PATHS": "one.txt", "ARGS": "--ignore=words/doubled-word"}, 0, "newslint: 1 article, 0 errors"),
    ],
)
def test_the_actions_script_runs_newslint(given, status, said, tmp_path):
    program = tmp_path / "temp/newslint/bin/newslint"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newslint "$@"\n', "utf-8")
    program.chmod(0o755)
    desk = tmp_path / "desk"
    desk.mkdir()
    for name, text in (("one.txt", SLIP), ("two words.txt", SLIP), ("clean.txt", SLIP.replace("the the", "the"))):
        (desk / name).write_text(text, "utf-8")
    (tmp_path / "outputs").touch()
    runner = {"RUNNER_TEMP": str(tmp_path / "temp"), "GITHUB_OUTPUT": str(tmp_path / "outputs")}
    environment = {**os.environ, **runner, "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}
    environment |= {"PYTHONPATH": str(CHECKOUT), "ARGS": "", "SARIF": "", **given}
    script = tmp_path / "script.sh"
    script.write_text(next(step for step in ACTION["runs"]["steps"] if step.get("id") == "check")["run"], "utf-8")
    # As GitHub runs “shell: bash”.
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
        cwd=desk,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == status, done.stdout + done.stderr
    assert said in done.stdout + done.stderr
    assert (tmp_path / "outputs").read_text("utf-8") == f"status={status}\n"
    assert (tmp_path / "summary.md").read_text("utf-8").startswith("# newslint: ")
    assert (desk / "out file.sarif").exists() is ("SARIF" in given)
    assert not (desk / "broken").exists()
