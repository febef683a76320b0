"""A start costs little: what a run does not need it does not import, and its calls are counted, never its seconds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

# Calls of a run on the article below, from Python and into C, in hundreds of thousands. More is a step back: find out
# whose it is (python -m cProfile -m newslint check …) before this is raised.
NEW, UNCHANGED = 2.68, 0.65
COUNT = """
import sys
calls = 0
def count(frame, event, argument):
    global calls
    calls += event in ("call", "c_call")
sys.setprofile(count)
from newslint.cli import main
status = main(sys.argv[1:])
sys.setprofile(None)
print(calls, *sys.modules, file=sys.stderr)
"""
HEAVY = {
    "dataclasses",
    "email",
    "inspect",
    "json",
    "socket",
    "sqlite3",
    "ssl",
    "subprocess",
    "tempfile",
    "tomllib",
    "yaml",
}


def counted(path, cache):
    """Calls, modules and output of a run."""
    env = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-c", COUNT, "check", str(path)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    calls, *modules = done.stderr.splitlines()[-1].split()
    return int(calls) / 100_000, set(modules), done.stdout


@pytest.fixture(scope="module")
def article(tmp_path_factory):
    """An article of 5 KB, as the benches write it."""
    folder = Path(__file__).parent.parent / "bench"
    script = "import random, sys; from writing import article; sys.stdout.write(article(random.Random(7), 5000))"
    text = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True).stdout
    path = tmp_path_factory.mktemp("start") / "a.txt"
    path.write_text(text, "utf-8")
    return path


def test_a_run_imports_and_calls_no_more_than_it_needs(article, tmp_path):
    first = counted(article, tmp_path)
    for one in (tmp_path / "newslint").glob("results-*.pack"):
        one.unlink()
    new = counted(article, tmp_path)
    counted(article, tmp_path)
    unchanged = counted(article, tmp_path)
    assert first[2] == new[2] == unchanged[2]
    assert not HEAVY & unchanged[1]
    if sys.version_info[:2] != (3, 11):
        pytest.skip("calls were counted with Python 3.11; other versions make others")
    assert new[0] < NEW
    assert unchanged[0] < UNCHANGED
