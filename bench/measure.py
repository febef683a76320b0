"""``make bench``: start-up, throughput, scale and memory of newslint beside its peers, one after the other in one run.

Each figure is the median of several runs, taken in turn so that a busy minute falls on all alike. CPU is that of the
process and its children; memory is the largest resident set of one of them.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from writing import articles

_ROUNDS = int(os.environ.get("ROUNDS", "5"))


class Run(NamedTuple):
    """What one run took: CPU seconds, seconds until it ended, and mebibytes at most."""

    seconds: float
    elapsed: float
    memory: float


def once(command: Sequence[str], env: dict[str, str]) -> Run:
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        actions = [(os.POSIX_SPAWN_DUP2, nowhere.fileno(), stream) for stream in (1, 2)]
        began = time.perf_counter()
        pid = os.posix_spawnp(command[0], command, {**os.environ, **env}, file_actions=actions)
    _, status, used = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) not in {0, 1, 2}:
        raise SystemExit(f"{' '.join(command)}: ended with {os.waitstatus_to_exitcode(status)}")
    return Run(used.ru_utime + used.ru_stime, time.perf_counter() - began, used.ru_maxrss / 1024)


def compare(title: str, commands: dict[str, Sequence[str]], env: dict[str, str], rounds: int = _ROUNDS) -> None:
    """Runs all in turn, and prints medians and how they stand to the first."""
    found: dict[str, list[Run]] = {name: [] for name in commands}
    for command in commands.values():
        once(command, env)  # so that each finds its caches
    for _ in range(rounds):
        for name, command in commands.items():
            found[name].append(once(command, env))
    print(f"\n## {title}\n\n| | CPU, ms | times the first | elapsed, ms | memory, MB |")
    print("| --- | --- | --- | --- | --- |")
    first = statistics.median(run.seconds for run in found[next(iter(commands))])
    for name, runs in found.items():
        seconds = statistics.median(run.seconds for run in runs)
        elapsed = statistics.median(run.elapsed for run in runs)
        memory = statistics.median(run.memory for run in runs)
        figures = f"{seconds * 1000:.0f} | {seconds / first:.1f} | {elapsed * 1000:.0f} | {memory:.0f}"
        print(f"| {name} | {figures} |", flush=True)


def write(folder: Path, count: int, size: int) -> Path:
    folder.mkdir()
    for number, text in enumerate(articles(count, size)):
        (folder / f"{number:05}.txt").write_text(text, "utf-8")
    return folder


def rules(folder: Path, count: int) -> Path:
    """A pack of so many phrase rules, none of which finds anything."""
    (folder / "made").mkdir(parents=True)
    for number in range(count):
        word = "".join(chr(97 + int(digit)) for digit in f"{number:05}") + "quz"
        (folder / "made" / f"r{number}.yaml").write_text(
            f"kind: phrase\nseverity: warning\nmessage: m\nwhy: w\nwords: [{word}]\n"
            f'examples: {{bad: ["[[{word}]]"], good: ["{word}s"]}}\n',
            "utf-8",
        )
    return folder


def peers(path: str) -> dict[str, Sequence[str]]:
    """The peers that are here, each as its users start it."""
    here = Path(sys.executable).parent
    known = {
        "typos": ["typos", path],
        "codespell": ["codespell", path],
        "proselint": ["proselint", "check", path],
        "Vale": ["vale", "--no-exit", path],
        "LanguageTool": ["languagetool", "-l", "en-US", "-r", path],
    }
    found: dict[str, Sequence[str]] = {}
    for name, (program, *rest) in known.items():
        if full := shutil.which(program, path=f"{here}{os.pathsep}{os.environ.get('PATH', '')}"):
            found[name] = [full, *rest]
        else:
            print(f"{name}: not here, left out", file=sys.stderr)
    return found


@contextmanager
def daemon(newslint: Sequence[str], top: Path) -> Iterator[str]:
    """A daemon with a cache of its own; what names it in the environment."""
    there = {"XDG_CACHE_HOME": str(top / "d")}
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        actions = [(os.POSIX_SPAWN_DUP2, nowhere.fileno(), 1)]
        for action in ("start", "stop"):
            pid = os.posix_spawn(
                newslint[0], [*newslint, "daemon", action], {**os.environ, **there}, file_actions=actions
            )
            os.waitpid(pid, 0)
            if action == "start":
                yield "=".join(*there.items())


def main() -> None:
    python = sys.executable
    newslint = [python, "-m", "newslint", "check"]
    with tempfile.TemporaryDirectory(prefix="newslint-bench-") as name:
        top = Path(name)
        env = {
            "XDG_CACHE_HOME": str(top / "cache"),
            "XDG_CONFIG_HOME": str(top / "none"),
            "PYTHONDONTWRITEBYTECODE": "",
        }
        one = str(write(top / "one", 1, 5_000) / "00000.txt")
        forgetful = ["env", f"XDG_CACHE_HOME={top / 'none'}", "NEWSLINT_CACHE=off"]
        start = {
            "python -c pass": [python, "-c", "pass"],
            "newslint, unchanged article": [*newslint, one],
            "newslint, new article": [python, str(Path(__file__).with_name("anew.py")), one],
            "newslint, no cache": [*forgetful, *newslint, one],
        }
        with daemon(newslint[:-1], top) as there:
            changed = f"{{ cat {one}; date +%N; }} | {' '.join(newslint)} --stdin-filename a.txt -"
            start["newslint, new article, daemon"] = ["env", there, "sh", "-c", changed]
            compare("Start-up: one article of 5 KB", {**start, **peers(one)}, env)
        size = int(os.environ.get("ARTICLES", "200"))
        many = str(write(top / "many", size, 5_000))
        both = {
            "newslint, new": [python, str(Path(__file__).with_name("anew.py")), many],
            "newslint, unchanged": [*newslint, many],
            "newslint, new, --jobs auto": [python, str(Path(__file__).with_name("anew.py")), many, "--jobs", "auto"],
        }
        compare(f"Throughput: {size} articles of 5 KB", {**both, **peers(many)}, env, 1)
        long, short = str(write(top / "long", 1, 1_000_000)), str(write(top / "short", 10, 100_000))
        anew = [python, str(Path(__file__).with_name("anew.py"))]
        compare(
            "Length: ten articles of 100 KB, one of 1 MB",
            {"10 × 100 KB": [*anew, short], "1 MB": [*anew, long]},
            env,
            1,
        )
        few, lots = rules(top / "few", 500), rules(top / "lots", 10_000)
        alone = ["--select", "made", "--rules"]
        compare(
            "Rules: 500 phrases, 10,000",
            {"500": [*anew, one, *alone, str(few)], "10,000": [*anew, one, *alone, str(lots)]},
            env,
        )


main()
