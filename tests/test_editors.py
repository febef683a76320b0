"""What docs/editors.md tells editors, tried on what newslint prints: by the patterns, by Vim, by Emacs."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import newslint

CHECKOUT = Path(__file__).resolve().parent.parent
DOCS = (CHECKOUT / "docs/editors.md").read_text("utf-8")
DRAFT = (
    "Officials defend the plan\n\n"
    "“Officials” — “é” — at the the White House defended the plan, and met in the white house, they said.\n"
)
NAMES = ["drafts/two words.txt", "drafts/plan.txt", "drafts/a:3:4 b.txt"]
RULE = """\
kind: phrase
severity: %s
message: "“{match}”: is it: so?"
why: It was asked for.
words: [%s]
examples:
  bad: ["The [[%s]] broke."]
  good: ["The others broke."]
"""


def block(language):
    return re.search(rf"```{language}\n(.*?)```", DOCS, re.DOTALL)[1]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A desk with drafts and three rules, one of each severity."""
    desk = tmp_path_factory.mktemp("desk")
    for severity, word in (("error", "at the the"), ("warning", "White House"), ("suggestion", "they")):
        path = desk / f"rules/own/{severity}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(RULE % (severity, word, word), "utf-8")
    for name in NAMES:
        path = desk / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(DRAFT, "utf-8")
    return desk


@pytest.fixture(scope="module")
def printed(desk):
    arguments = ("check", "--rules", "rules", "--select", "own", "--format")
    done = newslint(*arguments, "concise", "drafts", cwd=desk)
    assert done.returncode == 1, done.stderr
    findings = json.loads(newslint(*arguments, "json", "drafts", cwd=desk).stdout)["findings"]
    assert {finding["severity"] for finding in findings} == {"error", "warning", "suggestion"}
    return done.stdout.decode(), findings


def test_the_pattern_for_vs_code_takes_every_line_apart(printed):
    out, findings = printed
    matcher = json.loads(block("json"))["tasks"][0]["problemMatcher"]
    pattern = matcher["pattern"]
    found = [re.search(pattern["regexp"], line) for line in out.splitlines()]
    fields = ("file", "line", "column", "severity", "code", "message")
    assert [[one[pattern[field]] for field in fields] for one in found if not one[1].startswith("drafts/a")] == [
        [
            finding["path"],
            str(finding["line"]),
            str(finding["column"]),
            finding["severity"],
            finding["rule"],
            finding["message"],
        ]
        for finding in findings
        if not finding["path"].startswith("drafts/a")
    ]
    assert matcher["severity"] == "info"


def test_the_pattern_for_other_editors_is_the_one_for_vs_code():
    pattern = json.loads(block("json"))["tasks"][0]["problemMatcher"]["pattern"]["regexp"]
    assert f"    {pattern}\n" in DOCS


@pytest.mark.skipif(shutil.which("vim") is None, reason="there is no Vim (Debian: apt install vim)")
def test_vim_lists_the_findings_and_goes_to_them(desk, printed, tmp_path):
    out, findings = printed
    (tmp_path / "compiler").mkdir()
    (tmp_path / "compiler/newslint.vim").write_text(block("vim"), "utf-8")
    (tmp_path / "printed").write_text(out + "noise that is no finding\n", "utf-8")
    (tmp_path / "script.vim").write_text(
        f"set encoding=utf-8\nset runtimepath^={tmp_path}\ncompiler! newslint\ncgetfile {tmp_path}/printed\n"
        "let said = []\n"
        "for number in range(1, len(getqflist()))\n"
        "  execute 'cc! ' . number\n"
        "  let one = getqflist()[number - 1]\n"
        "  call add(said, json_encode([bufname(one.bufnr), line('.'), charcol('.'), one.type, one.text]))\n"
        "endfor\n"
        f"call writefile(said, '{tmp_path}/said')\nqall!\n",
        "utf-8",
    )
    command = ["vim", "-es", "-u", "NONE", "-i", "NONE", "-n", "-S", str(tmp_path / "script.vim")]
    subprocess.run(command, cwd=desk, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60)
    said = [json.loads(line) for line in (tmp_path / "said").read_text("utf-8").splitlines()]
    # A path that looks like a place cannot be told from one.
    plain = [finding for finding in findings if "a:3:4" not in finding["path"]]
    assert [one for one in said if "drafts/a" not in one[0]] == [
        [
            finding["path"],
            finding["line"],
            finding["column"],
            {"error": "E", "warning": "W", "suggestion": "I"}[finding["severity"]],
            f"{finding['rule']} {finding['message']}",
        ]
        for finding in plain
    ]


@pytest.mark.skipif(shutil.which("vim") is None, reason="there is no Vim (Debian: apt install vim)")
def test_vim_checks_a_buffer_as_it_stands(tmp_path):
    program = tmp_path / "bin/newslint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newslint "$@"\n', "utf-8")
    program.chmod(0o755)
    (tmp_path / "compiler").mkdir()
    (tmp_path / "compiler/newslint.vim").write_text(block("vim"), "utf-8")
    (tmp_path / "two words.txt").write_text("Saved\n\nNothing is wrong here.\n", "utf-8")
    ask = re.search(r"^    (:cexpr .*)$", DOCS, re.MULTILINE)[1]
    (tmp_path / "script.vim").write_text(
        f"set encoding=utf-8\nset runtimepath^={tmp_path}\nedit two\\ words.txt\n"
        f"call setline(3, '“They” met at the the gate.')\ncompiler! newslint\n{ask}\n"
        "call writefile([json_encode(map(getqflist(), '[bufname(v:val.bufnr), v:val.lnum, v:val.text]'))], 'said')\n"
        "qall!\n",
        "utf-8",
    )
    environment = {
        **os.environ,
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(CHECKOUT),
    }
    command = ["vim", "-es", "-u", "NONE", "-i", "NONE", "-n", "-S", "script.vim"]
    subprocess.run(
        command, cwd=tmp_path, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60
    )
    said = json.loads((tmp_path / "said").read_text("utf-8"))
    assert said == [["two words.txt", 3, "words/doubled-word “the the”: the word stands twice."]]


def flycheck():
    if shutil.which("emacs") is None:
        return "there is no Emacs (Debian: apt install emacs-nox elpa-flycheck)"
    probe = ["emacs", "--batch", "--eval", "(progn (package-initialize) (require 'flycheck))"]
    done = subprocess.run(probe, capture_output=True, check=False)
    return "" if done.returncode == 0 else "Emacs has no flycheck (Debian: apt install elpa-flycheck)"


def test_flycheck_reads_the_findings(desk, printed, tmp_path):
    if reason := flycheck():
        pytest.skip(reason)
    out, findings = printed
    (tmp_path / "printed").write_text(out, "utf-8")
    (tmp_path / "script.el").write_text(
        "(package-initialize)\n(require 'flycheck)\n(require 'json)\n"
        + block("elisp")
        + f"""
(let* ((out (with-temp-buffer (insert-file-contents "{tmp_path}/printed") (buffer-string)))
       (errors (flycheck-parse-with-patterns out 'newslint (current-buffer))))
  (dolist (one errors)
    (princ (concat (json-encode (list (flycheck-error-filename one) (flycheck-error-line one)
                                      (flycheck-error-column one) (symbol-name (flycheck-error-level one))
                                      (flycheck-error-id one) (flycheck-error-message one))) "\\n"))))
""",
        "utf-8",
    )
    command = ["emacs", "--batch", "--load", str(tmp_path / "script.el")]
    done = subprocess.run(command, cwd=desk, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    said = [json.loads(line) for line in done.stdout.splitlines()]
    level = {"error": "error", "warning": "warning", "suggestion": "info"}
    keys = ("path", "line", "column", "severity", "rule", "message")
    wanted = [[level.get(one[key], one[key]) for key in keys] for one in findings if "a:3:4" not in one["path"]]
    assert [one for one in said if "drafts/a" not in one[0]] == wanted


def test_an_unsaved_buffer_is_checked_under_its_name(desk):
    arguments = ("check", "--rules", "rules", "--select", "own", "--format", "concise")
    name = "drafts/plan.txt"
    done = newslint(*arguments, "--stdin-filename", name, "-", cwd=desk, stdin=b"Now they met.\n")
    assert done.stdout.decode() == f"{name}:1:5: suggestion own/suggestion “they”: is it: so?\n"
    both = newslint(*arguments, "--stdin-filename", name, "-", name, cwd=desk, stdin=b"Now they met.\n")
    assert both.stdout == done.stdout, "the buffer stands for the file"
