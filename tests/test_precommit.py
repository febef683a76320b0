"""The hooks, by pre-commit itself: a commit is refused with the finding, and accepted once the draft is right."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
BAD = "Officials defend the plan\n\nOfficials at the the White House defended the plan on Monday, and said no more.\n"
GOOD = BAD.replace("the the", "the")
# What pip and the pre-commit run say where there is no way to a package index.
UNREACHABLE = (
    "after connection broken by",
    "Could not fetch URL",
    "Failed to establish a new connection",
    "NameResolutionError",
    "Network is unreachable",
    "Temporary failure in name resolution",
    "ProxyError",
    "ReadTimeoutError",
)

pytestmark = [
    pytest.mark.skipif(shutil.which("git") is None, reason="there is no git"),
    pytest.mark.skipif(importlib.util.find_spec("pre_commit") is None, reason="pre-commit is not installed"),
]


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """Ours, without what a hook that runs these tests would have set, and with a pre-commit that knows nothing yet."""
    home = tmp_path_factory.mktemp("home")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    who = {f"GIT_{role}_{part}": f"desk@{part}.test" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    return kept | who | {"GIT_CONFIG_GLOBAL": os.devnull, "PRE_COMMIT_HOME": str(home), "NO_COLOR": "1"}


@pytest.fixture(scope="module")
def project(environment, tmp_path_factory):
    """This checkout as it stands, committed or not, as a repository that pre-commit can clone."""
    if not (CHECKOUT / ".git").exists():
        pytest.skip("this is no git checkout")
    project = tmp_path_factory.mktemp("project")
    git = ("git", "-c", f"safe.directory={CHECKOUT}")
    listed = run(environment, CHECKOUT, *git, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in listed.stdout.split("\0"):
        if name and (CHECKOUT / name).is_file():
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(CHECKOUT / name, project / name)
    run(environment, project, "git", "init", "--quiet")
    run(environment, project, "git", "add", "--all", "--force")
    run(environment, project, "git", "commit", "--quiet", "--message", "as it stands")
    return project


def run(environment, folder, *command, check=True):
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert not check or done.returncode == 0, said(done)
    return done


def said(done):
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def desk(environment, project, tmp_path_factory):
    """A desk's own repository with the hooks installed; without an index to install from, the test is skipped."""
    desk = tmp_path_factory.mktemp("desk")
    revision = run(environment, project, "git", "rev-parse", "HEAD").stdout.strip()
    (desk / ".pre-commit-config.yaml").write_text(
        f"repos:\n"
        f"  - repo: '{project.as_posix()}'\n"
        f"    rev: {revision}\n"
        f"    hooks: [{{id: newslint}}, {{id: newslint-test-rules}}, {{id: newslint-fix, stages: [manual]}}]\n",
        encoding="utf-8",
    )
    run(environment, desk, "git", "init", "--quiet")
    run(environment, desk, "git", "add", "--all")
    done = run(environment, desk, sys.executable, "-m", "pre_commit", "install", "--install-hooks", check=False)
    if done.returncode and any(sign in said(done) for sign in UNREACHABLE):
        pytest.skip("the package index cannot be reached")
    assert done.returncode == 0, said(done)
    return desk


def commit(environment, desk, name, text):
    path = desk / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    run(environment, desk, "git", "add", "--all")
    return run(environment, desk, "git", "commit", "--message", "a draft", check=False)


def test_a_draft_with_an_error_is_refused_and_accepted_once_it_is_right(environment, desk):
    refused = commit(environment, desk, "drafts/plan.txt", BAD)
    assert refused.returncode != 0, said(refused)
    assert "drafts/plan.txt\n  3:" in said(refused)
    assert "the the White House" in said(refused)
    assert run(environment, desk, "git", "rev-parse", "--verify", "HEAD", check=False).returncode != 0
    assert (desk / "drafts/plan.txt").read_text(encoding="utf-8") == BAD, "the hook changes nothing"

    accepted = commit(environment, desk, "drafts/plan.txt", GOOD)
    assert accepted.returncode == 0, said(accepted)
    assert run(environment, desk, "git", "show", "HEAD:drafts/plan.txt").stdout == GOOD


def test_what_the_configuration_excludes_is_not_held_up(environment, desk):
    (desk / "newslint.toml").write_text('exclude = ["archive"]\n', encoding="utf-8")
    accepted = commit(environment, desk, "archive/plan.txt", BAD)
    assert accepted.returncode == 0, said(accepted)
    refused = commit(environment, desk, "drafts/again.txt", BAD)
    assert refused.returncode != 0, said(refused)
    run(environment, desk, "git", "rm", "--quiet", "--force", "drafts/again.txt")


RULE = """\
kind: pattern
severity: warning
message: "“{match}” is a word of the trade."
why: Readers do not know it.
match: presser
examples:
  bad: ["The mayor held a [[%s]] on Monday."]
  good: ["The cider press, or presser, is old, and the mayor pressed on."]
unless: [cider]
"""


def test_a_rule_that_fails_its_examples_is_refused(environment, desk):
    refused = commit(environment, desk, "rules/words/presser.yaml", RULE % "conference")
    assert refused.returncode != 0, said(refused)
    assert "words/presser" in said(refused)

    accepted = commit(environment, desk, "rules/words/presser.yaml", RULE % "presser")
    assert accepted.returncode == 0, said(accepted)


def test_the_fixing_hook_stops_where_it_changed_a_file_and_then_lets_it_pass(environment, desk):
    path = desk / "drafts/fixed.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(GOOD.replace(" on Monday", "  on Monday"), encoding="utf-8")
    run(environment, desk, "git", "add", "--all")
    command = (
        sys.executable,
        "-m",
        "pre_commit",
        "run",
        "newslint-fix",
        "--hook-stage",
        "manual",
        "--files",
        str(path),
    )
    stopped = run(environment, desk, *command, check=False)
    assert stopped.returncode != 0, said(stopped)
    assert "files were modified by this hook" in said(stopped)
    assert path.read_text(encoding="utf-8") == GOOD
    run(environment, desk, "git", "add", "--all")
    passed = run(environment, desk, *command, check=False)
    assert passed.returncode == 0, said(passed)
