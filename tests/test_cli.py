"""The command line: what goes to which stream, and with which status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import PLAIN, newslint

BAD = "A headline of the day\n\nThe gizmo broke the the rule of the house on Monday, and they said no more of it.\n"
GOOD = "A headline of the day\n\nNothing at all was wrong with the house on Monday, and they said no more of it.\n"


@pytest.fixture
def desk(tmp_path, pack):
    pack({"words/gizmo": PLAIN, "words/gadget": PLAIN.replace("gizmo", "gadget").replace("warning", "suggestion")})
    (tmp_path / "bad.txt").write_text(BAD, "utf-8")
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    return tmp_path


def check(desk, *arguments, **how):
    return newslint("check", "--rules", "pack", *arguments, cwd=desk, **how)


def concise(desk, *arguments, **how):
    run = check(desk, "--format", "concise", "--select", "words/gizmo,words/gadget", *arguments, **how)
    return run.returncode, run.stdout.decode().splitlines(), run.stderr.decode().splitlines()


LINE = "3:5: warning words/gizmo “gizmo” is not said here."


def test_status(desk):
    assert concise(desk, "good.txt") == (0, [], [])
    assert concise(desk, "bad.txt") == (1, [f"bad.txt:{LINE}"], [])
    assert concise(desk, "nowhere.txt", "bad.txt") == (
        2,
        [f"bad.txt:{LINE}"],
        ["nowhere.txt: no such file or folder"],
    )


def test_rules_besides_the_usual_ones(desk, pack):
    pack({"desk/off": PLAIN.replace("gizmo", "gadget") + "default: off\n", "desk/on": PLAIN.replace("gizmo", "widget")})
    (desk / "one.txt").write_text("The gizmo and the gadget and the widget broke.")

    def rules(*arguments):
        run = check(desk, "--format", "json", "--ignore", "words/gadget", *arguments, "one.txt")
        return [one["rule"] for one in json.loads(run.stdout)["findings"]]

    assert rules() == ["words/gizmo", "desk/on"]
    assert rules("--extend-select", "desk/off") == ["words/gizmo", "desk/off", "desk/on"]
    assert rules("--extend-select", "desk") == ["words/gizmo", "desk/off", "desk/on"]
    assert rules("--select", "desk") == ["desk/off", "desk/on"]
    assert rules("--select", "desk/on", "--extend-select", "words") == ["words/gizmo", "desk/on"]
    wrong = check(desk, "--extend-select", "dask", "one.txt")
    assert wrong.returncode == 2
    assert wrong.stderr == "newslint: no rule, family or house style “dask”; did you mean desk?\n".encode()


@pytest.mark.parametrize(
    ("text", "fail_on", "status"),
    [
        ("The gizmo broke.", "warning", 1),
        ("The gizmo broke.", "error", 0),
        ("The gizmo broke.", "never", 0),
        ("The gadget broke.", "warning", 0),
        ("The gadget broke.", "suggestion", 1),
    ],
)
def test_fail_on(desk, text, fail_on, status):
    (desk / "one.txt").write_text(text)
    code, lines, _ = concise(desk, "one.txt", "--fail-on", fail_on)
    assert code == status
    assert len(lines) == 1


def test_select_and_ignore(desk):
    def rules(*arguments):
        found = json.loads(check(desk, "bad.txt", "--format", "json", *arguments).stdout)["findings"]
        return {one["rule"] for one in found}

    assert {"words/gizmo", "words/doubled-word"} <= rules()
    assert rules("--select", "words/gizmo") == {"words/gizmo"}
    assert rules("--select", "words", "--ignore", "words/gizmo") == {"words/doubled-word"}
    assert rules("--ignore", "words/gizmo, words/doubled-word", "--select", "words") == set()


def test_a_name_that_is_none(desk):
    run = check(desk, "bad.txt", "--select", "words/gismo")
    assert (run.returncode, run.stdout) == (2, b"")
    assert run.stderr.decode() == "newslint: no rule, family or house style “words/gismo”; did you mean words/gizmo?\n"


def test_standard_input(desk):
    assert concise(desk, "-", stdin=BAD.encode()) == (1, [f"stdin.txt:{LINE}"], [])
    named = concise(desk, "-", "--stdin-filename", "desk/today.txt", stdin=BAD.encode())
    assert named == (1, [f"desk/today.txt:{LINE}"], [])
    # what an editor hands over stands for the file on disk
    assert concise(desk, "bad.txt", "-", "--stdin-filename", "bad.txt", stdin=GOOD.encode()) == (0, [], [])
    assert concise(desk, "-", stdin=b"\xff\0\xfe")[0] == 2


def test_what_cannot_be_read_costs_nothing_else(desk):
    (desk / "pack/words/broken.yaml").write_text("kind: phrase\nwords: [x\n")
    (desk / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (desk / "gone.txt").symlink_to("nowhere.txt")
    (desk / "empty.txt").write_bytes(b"")
    (desk / "latin.txt").write_bytes(b"caf\xe9 \xc3\xa9")
    code, lines, errors = concise(desk, ".")
    assert code == 2
    assert lines == [f"bad.txt:{LINE}"]
    assert [line.split(":")[0] for line in errors] == ["binary.txt", "gone.txt", "latin.txt", "pack/words/broken.yaml"]


def test_a_rule_folder_that_does_not_exist(desk):
    run = newslint("check", "--rules", "nowhere", "--select", "words/doubled-word", "bad.txt", cwd=desk)
    assert run.returncode == 2
    assert b"the the" in run.stdout
    assert b"nowhere: no such rule folder" in run.stdout


def test_json_is_the_contract(desk):
    run = check(desk, "bad.txt", "nowhere.txt", "--format", "json", "--select", "words/gizmo,words/doubled-word")
    report = json.loads(run.stdout)
    version = newslint("--version").stdout.decode().split()[1]
    assert report == {
        "schema": "newslint/1",
        "version": version,
        "findings": [
            {
                "path": "bad.txt",
                "line": 3,
                "column": 5,
                "end_line": 3,
                "end_column": 10,
                "rule": "words/gizmo",
                "severity": "warning",
                "message": "“gizmo” is not said here.",
                "text": "gizmo",
                "fix": None,
                "notes": [],
            },
            {
                "path": "bad.txt",
                "line": 3,
                "column": 17,
                "end_line": 3,
                "end_column": 24,
                "rule": "words/doubled-word",
                "severity": "error",
                "message": "“the the”: the word stands twice.",
                "text": "the the",
                "fix": {"text": "the", "safe": False},
                "notes": [],
            },
        ],
        "not_run": [],
        "errors": [{"path": "nowhere.txt", "line": None, "column": None, "message": "no such file or folder"}],
    }
    assert list(report) == ["schema", "version", "findings", "not_run", "errors"]
    assert run.returncode == 2
    assert run.stderr == b""


def test_a_story_has_its_second_place_in_another_file(desk, pack):
    pack(
        {
            "words/adviser": PLAIN.replace("kind: phrase", "kind: consistency").replace(
                "words: [gizmo]", "forms: [adviser, advisor]"
            )
        }
    )
    (desk / "one.txt").write_text("The adviser left the house.")
    (desk / "two.txt").write_text("The advisor left the house.")
    chosen = ("--select", "words/adviser", "--format", "json")
    assert json.loads(check(desk, "one.txt", "two.txt", *chosen).stdout)["findings"] == []
    runs = {
        check(desk, *names, "--story", *chosen).stdout for names in (("one.txt", "two.txt"), ("two.txt", "one.txt"))
    }
    (found,) = json.loads(runs.pop())["findings"]
    assert not runs
    assert found["path"] == "two.txt"
    assert found["notes"] == [
        {
            "path": "one.txt",
            "line": 1,
            "column": 5,
            "end_line": 1,
            "end_column": 12,
            "text": "adviser",
            "message": "“adviser” here",
        }
    ]


def test_text_for_people(desk):
    run = check(desk, "bad.txt", "--select", "words/gizmo,words/doubled-word")
    assert (
        run.stdout.decode()
        == """\
bad.txt
  3:5  warning  words/gizmo  “gizmo” is not said here.
        The gizmo broke the the rule of the house on Monday, and they said no more of it.
            ^^^^^
  3:17  error  words/doubled-word  “the the”: the word stands twice.
        The gizmo broke the the rule of the house on Monday, and they said no more of it.
                        ^^^^^^^ the
1 article, 2 findings: 1 error, 1 warning. 1 can be fixed (--unsafe-fixes).
"""
    )


def test_colour_only_on_a_terminal_and_where_it_is_wanted(desk):
    pty = pytest.importorskip("pty")
    code = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)"
    assert pty

    def output(**env):
        command = [
            sys.executable,
            "-c",
            code,
            sys.executable,
            "-m",
            "newslint",
            "check",
            "--rules",
            "pack",
            "--select",
            "words/gizmo",
            "bad.txt",
        ]
        import os

        environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        return subprocess.run(
            command,
            cwd=desk,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env={**environment, "TERM": "xterm", **env},
            check=False,
        ).stdout

    assert b"\x1b[" in output()
    assert b"\x1b[" not in output(NO_COLOR="1")
    assert b"\x1b[" not in output(TERM="dumb")
    assert b"\x1b[" not in check(desk, "bad.txt").stdout


def test_what_could_steer_a_terminal_is_escaped(desk, pack):
    evil = "\x1b[31m\u202e\x9b"
    pack(
        {
            "words/evil": PLAIN.replace("“{match}” is", r"{match} \e[2J\u202E is")
            .replace("message: ", 'message: "')
            .replace('here."', 'here."')
            .replace('message: ""', 'message: "')
            .replace("gizmo", "gizmo*")
        }
    )
    path = desk / f"e{chr(27)}[vil\u202e.txt"
    path.write_text(f"The {evil}gizmo{evil} broke, gizmo\u202e*.\n", "utf-8")
    for how in ("text", "concise", "json"):
        run = check(desk, path.name, "nowhere\x1b.txt", "--format", how)
        assert b"gizmo" in run.stdout
        for stream in (run.stdout.decode(), run.stderr.decode()):
            assert not {"\x1b", "\u202e", "\x9b"} & set(stream)
    for command in (("explain", "words/evil"), ("rules",), ("test", "pack")):
        rules = () if command[0] == "test" else ("--rules", "pack")
        run = newslint(*command, *rules, cwd=desk)
        assert not {"\x1b", "\u202e", "\x9b"} & set(run.stdout.decode() + run.stderr.decode())


def test_a_reader_that_has_seen_enough(desk):
    (desk / "long.txt").write_text("The gizmo broke. " * 20_000)
    command = [sys.executable, "-m", "newslint", "check", "--rules", "pack", "--format", "concise", "long.txt"]
    with subprocess.Popen(command, cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()
    assert said == b""
    assert running.returncode == 0


def test_a_long_line_and_a_large_article(desk):
    (desk / "line.txt").write_text("The gizmo broke and " * 5_000)
    code, lines, errors = concise(desk, "line.txt")
    assert (code, len(lines), errors) == (1, 5_000, [])
    run = check(desk, "line.txt", "--select", "words/gizmo", "--show-all")
    assert max(len(line) for line in run.stdout.decode().splitlines()) < 200


def test_an_empty_article(desk):
    (desk / "empty.txt").write_bytes(b"")
    run = check(desk, "empty.txt")
    assert (run.returncode, run.stdout) == (0, b"1 article, no findings.\n")


@pytest.mark.parametrize(
    ("arguments", "paths"),
    [
        (("a.txt", "--format", "concise", "b.txt"), ["a.txt", "b.txt"]),
        (("--format", "concise", "a.txt", "--show-all", "b.txt"), ["a.txt", "b.txt"]),
        (("a.txt", "--format", "concise", "--", "b.txt"), ["a.txt", "b.txt"]),
        (("a.txt", "--format", "concise", "--", "-b.txt"), ["-b.txt", "a.txt"]),
        (("a.txt", "--format", "concise", "-"), ["a.txt", "stdin.txt"]),
    ],
)
def test_paths_on_both_sides_of_an_option(desk, arguments, paths):
    for name in ("a.txt", "b.txt", "-b.txt"):
        (desk / name).write_text("The gizmo broke.\n")
    run = newslint("check", "--rules", "pack", "--select", "words/gizmo", *arguments, cwd=desk, stdin=b"A gizmo.\n")
    assert [line.split(":")[0] for line in run.stdout.decode().splitlines()] == paths


@pytest.mark.parametrize(
    ("arguments", "strange"),
    [
        (("check", "a.txt", "--fromat", "json", "b.txt"), b"--fromat"),
        (("check", "a.txt", "--show-all", "-x"), b"-x"),
        (("explain", "words/gizmo", "words/gadget"), b"words/gadget"),
    ],
)
def test_arguments_that_nothing_takes(desk, arguments, strange):
    run = newslint(*arguments, cwd=desk)
    assert run.returncode == 2
    assert b"unrecognized arguments: " + strange in run.stderr


def test_explain_and_rules(desk):
    run = newslint("explain", "--rules", "pack", "words/gizmo", cwd=desk)
    page = run.stdout.decode()
    assert run.returncode == 0
    assert all(part in page for part in ("words/gizmo", "It was asked for.", "[[gizmo]]", "--ignore words/gizmo"))
    run = newslint("explain", "--rules", "pack", "words/gizmi", cwd=desk)
    assert (run.returncode, run.stdout) == (2, b"")
    assert b"did you mean words/gizmo?" in run.stderr
    listed = newslint("rules", "--rules", "pack", cwd=desk).stdout.decode()
    assert "  warning     words/gizmo\n" in listed


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (("words/gizmo", "words/off"), ["words: 1", "  warning     words/gizmo", "  warning     words/off  (off)"]),
        (("own",), ["1 rule runs here, 1 more is off or of a house style (--all lists them)."]),
        (("own", "--all"), ["  suggestion  own/house  (house ours)"]),
        (("ours",), ["0 rules run here, 1 more is off or of a house style (--all lists them)."]),
        (("own,words/gizmo", "warning"), ["  warning     own/usual", "  warning     words/gizmo"]),
    ],
)
def test_the_rules_that_are_asked_for(desk, pack, arguments, lines):
    own = PLAIN.replace("gizmo", "widget")
    house = own.replace("warning", "suggestion") + "house: ours\n"
    pack({"words/off": own + "default: off\n", "own/usual": own, "own/house": house})
    run = newslint("rules", "--rules", "pack", *arguments, cwd=desk)
    assert run.returncode == 0
    assert set(lines) <= set(run.stdout.decode().splitlines())
    found = json.loads(newslint("rules", "--rules", "pack", *arguments, "--format", "json", cwd=desk).stdout)
    shown = [line.split()[1] for line in run.stdout.decode().splitlines() if line.startswith("  ")]
    assert [one["rule"] for one in found["rules"]] == shown
    assert all(one["runs_here"] == (one["rule"] not in {"words/off", "own/house"}) for one in found["rules"])


def test_a_name_that_no_rule_has(desk):
    run = newslint("rules", "--rules", "pack", "word", cwd=desk)
    assert (run.returncode, run.stdout) == (2, b"")
    assert "“word”; did you mean words?" in run.stderr.decode()


@pytest.mark.parametrize("arguments", [(), ("chekc",), ("check", "--format", "xml"), ("check", "--fail-on", "no")])
def test_arguments_that_are_none(arguments):
    assert newslint(*arguments).returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_said(tmp_path):
    (tmp_path / "a.txt").write_text("Pool opens\n\nThe the pool is open.\n", "utf-8")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "newslint", "check", "a.txt"]
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (2, b"newslint: what there is to say cannot be written: no space left\n")


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that somebody is in stays")
def test_a_folder_that_is_gone_is_said(tmp_path):
    (tmp_path / "gone").mkdir()
    script = f"cd {tmp_path}/gone && rmdir ../gone && {sys.executable} -P -m newslint check {tmp_path}/a.txt"
    done = subprocess.run(["sh", "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (2, b"newslint: the folder that it was started in is no longer there\n")
