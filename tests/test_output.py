"""Several reports from one run: files beside standard output, and the summary of a step at GitHub."""

import json
import os
import stat
import sys

import pytest
from conftest import newslint

SLIP = "Officials defend the plan\n\nOfficials at the the White House defended the plan on Monday, and said no more.\n"
OUTPUTS = ("sarif", "html", "json", "junit", "checkstyle", "gitlab", "rdjson", "markdown", "jsonl", "github", "text")


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "plan.txt").write_text(SLIP, "utf-8")
    return tmp_path


def test_every_format_goes_to_a_file_of_its_own_in_one_run(desk):
    asked = [part for name in OUTPUTS for part in ("--output", f"{name}=out.{name}")]
    done = newslint("check", "plan.txt", "--format", "concise", *asked, cwd=desk)
    assert done.returncode == 1, done.stderr
    assert done.stdout.decode().startswith("plan.txt:3:14: error words/doubled-word ")
    for name in OUTPUTS:
        alone = newslint("check", "plan.txt", "--format", name, cwd=desk)
        assert (desk / f"out.{name}").read_bytes() == alone.stdout, name
    assert sorted(path.name for path in desk.iterdir()) == sorted(["plan.txt", *(f"out.{name}" for name in OUTPUTS)])


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("sarif", "“sarif”: expected FORMAT=FILE"),
        ("sarif=", "expected FORMAT=FILE"),
        ("docx=a.docx", "the formats are text, concise, json"),
    ],
)
def test_a_wrong_output_is_refused_before_any_work(desk, given, reason):
    done = newslint("check", "plan.txt", "--output", given, cwd=desk)
    assert done.returncode == 2
    assert reason in done.stderr.decode()


def test_a_file_that_cannot_be_written_fails_the_run_and_costs_nothing_else(desk):
    outputs = ("--output", "json=no/such/folder.json", "--output", "html=plan.txt", "--output", "json=good.json")
    done = newslint("check", "plan.txt", *outputs, cwd=desk)
    assert done.returncode == 2
    assert "no/such/folder.json: cannot be written: No such file or directory" in done.stderr.decode()
    assert "plan.txt: not written: this is one of the articles" in done.stderr.decode()
    assert (desk / "plan.txt").read_text("utf-8") == SLIP
    assert b"words/doubled-word" in done.stdout
    assert json.loads((desk / "good.json").read_text("utf-8"))["findings"]


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_a_file_is_replaced_whole_and_keeps_its_mode_and_its_link(desk):
    (desk / "real.json").write_text("old", "utf-8")
    (desk / "real.json").chmod(0o640)
    (desk / "link.json").symlink_to("real.json")
    newslint("check", "plan.txt", "--output", "json=link.json", "--output", "json=new.json", cwd=desk)
    assert (desk / "link.json").is_symlink()
    assert json.loads((desk / "real.json").read_text("utf-8"))["findings"]
    assert stat.S_IMODE((desk / "real.json").stat().st_mode) == 0o640
    mask = os.umask(0o022)
    os.umask(mask)
    assert stat.S_IMODE((desk / "new.json").stat().st_mode) == 0o666 & ~mask


@pytest.mark.skipif(not os.path.exists("/dev/null"), reason="there are no devices")  # noqa: PTH110
def test_a_device_is_written_to_and_not_replaced(desk):
    done = newslint("check", "plan.txt", "--output", "json=/dev/null", cwd=desk)
    assert done.returncode == 1
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)  # noqa: PTH116


def test_the_step_summary_is_added_to_what_others_said(desk):
    where = desk / "summary.md"
    where.write_text("Before.\n", "utf-8")
    newslint("check", "plan.txt", cwd=desk, env={"GITHUB_STEP_SUMMARY": str(where)})
    assert where.read_text("utf-8") == "Before.\n", "only for --format github"
    newslint("check", "plan.txt", "--format", "github", cwd=desk, env={"GITHUB_STEP_SUMMARY": str(where)})
    assert where.read_text("utf-8").startswith("Before.\n# newslint: 1 finding in 1 article\n")
    gone = {"GITHUB_STEP_SUMMARY": str(desk / "gone" / "summary.md")}
    done = newslint("check", "plan.txt", "--format", "github", cwd=desk, env=gone)
    assert done.returncode == 1


def test_junit_fails_on_what_the_run_fails_on(desk):
    for level, failures in (("error", 1), ("never", 0)):
        done = newslint("check", "plan.txt", "--format", "junit", "--fail-on", level, cwd=desk)
        assert f'failures="{failures}"'.encode() in done.stdout


def test_sarif_explains_the_rules_in_force(desk):
    done = newslint("check", "plan.txt", "--format", "sarif", "--select", "words/doubled-word", cwd=desk)
    (rule,) = json.loads(done.stdout)["runs"][0]["tool"]["driver"]["rules"]
    assert rule["id"] == "words/doubled-word"
    assert rule["fullDescription"]["text"]
