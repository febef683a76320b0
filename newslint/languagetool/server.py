"""The server process: started on a free loopback port, known by a mark on its command line, stopped with its owner."""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from newslint.languagetool.folders import UnavailableError, installed, jars, kept
from newslint.records import NamedTuple

LOOPBACK = "127.0.0.1"
# How long a start may take, in seconds; three are usual, more on a machine that is busy.
READY = 60.0
_TRIES = 3
_OPTIONS = ("-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.net.useSystemProxies=false")
_STATE = "server.json"


class Running(NamedTuple):
    """A server that newslint started: its process, its port, and the mark that its command line has."""

    pid: int
    port: int
    mark: str


def start(seconds: float = READY, *, keep: bool = False) -> Running:
    """Starts a server and waits until it listens; ``keep``: it outlives this run. Raises UnavailableError."""
    java = _java()
    if not installed():
        raise UnavailableError("LanguageTool is not installed; run: newslint grammar install")
    try:
        folder = kept()
    except OSError as error:
        raise UnavailableError(f"no folder to run LanguageTool in: {error}") from error
    until = time.monotonic() + seconds
    said = ""
    for _ in range(_TRIES):
        running, said = _try(java, folder, until, keep=keep)
        if running:
            return running
        if time.monotonic() >= until:
            raise UnavailableError(f"LanguageTool was not ready within {seconds:g} seconds")
    raise UnavailableError(f"LanguageTool did not start: {said or 'it ended without a word'}")


def _java() -> str:
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java") or (shutil.which("java", path=str(Path(home, "bin"))) if home else None)
    if java is None:
        raise UnavailableError("no Java; install one of version 17 or newer (Debian: apt install default-jre-headless)")
    return java


def _try(java: str, folder: Path, until: float, *, keep: bool) -> tuple[Running | None, str]:
    """One start on one free port; a port that somebody took first ends the process, and another is tried."""
    port = free_port()
    mark = secrets.token_hex(16)
    command = [java, *_OPTIONS, f"-Dnewslint.mark={mark}", "-cp", str(jars() / "*")]
    command += ["org.languagetool.server.HTTPServer", "--port", str(port)]
    log = folder / f"{mark}.log"
    # its environment without what would add options to Java, or send its traffic elsewhere
    environment = {
        name: value for name, value in os.environ.items() if not name.upper().endswith(("_PROXY", "_OPTIONS"))
    }
    with log.open("xb") as out:
        process = subprocess.Popen(  # noqa: S603 - arguments of our own
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env=environment,
            start_new_session=True,
        )
    if not keep:
        watch(process.pid)
    try:
        while time.monotonic() < until and process.poll() is None:
            # only our own process writes here: whoever else has the port cannot pass for it
            if b"Server started" in log.read_bytes():
                return _known(Running(process.pid, port, mark), process, folder, keep=keep), ""
            time.sleep(0.05)
        lines = log.read_text("utf-8", "replace").strip().splitlines()
        said = next((line for line in lines if "Exception" in line or "rror" in line), lines[-1] if lines else "")
    except BaseException:
        _end(process)
        raise
    finally:
        with suppress(OSError):
            log.unlink()
    _end(process)
    return None, said[:200]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
    return port


_OWN: dict[int, "subprocess.Popen[bytes]"] = {}
_WATCHING: dict[int, "subprocess.Popen[bytes]"] = {}
# Waits for the end of a pipe whose other end newslint alone holds: however newslint ends, the server ends, too.
_WATCH = """
import os, signal, sys
sys.stdin.buffer.read()
try:
    os.kill(int(sys.argv[1]), getattr(signal, "SIGKILL", signal.SIGTERM))
except OSError:
    pass
"""


def watch(pid: int) -> None:
    """Has a process killed as soon as this one is no more, even if this one is killed itself."""
    if not sys.executable:
        return
    _WATCHING[pid] = subprocess.Popen(  # noqa: S603 - arguments of our own
        [sys.executable, "-I", "-S", "-c", _WATCH, str(pid)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _unwatch(pid: int) -> None:
    """Ends the watch over a process that is to end anyhow: later its number may be another's."""
    if pid in _WATCHING:
        with _WATCHING.pop(pid) as watching:
            watching.kill()


def _end(process: "subprocess.Popen[bytes]") -> None:
    _unwatch(process.pid)
    process.kill()
    process.wait()


def _known(running: Running, process: "subprocess.Popen[bytes]", folder: Path, *, keep: bool) -> Running:
    _OWN[running.pid] = process
    if keep:
        path = folder / _STATE
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:  # noqa: PTH123
            json.dump(running._asdict(), out)
        # it outlives this process, which is not to wait for it
        process.returncode = 0
    return running


def lasting() -> Running | None:
    """The server that ``newslint grammar start`` left running, if it still is that process."""
    try:
        given = json.loads((kept() / _STATE).read_text("utf-8"))
        running = Running(int(given["pid"]), int(given["port"]), str(given["mark"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return running if len(running.mark) == 32 and alive(running) else None


def alive(running: Running) -> bool:
    """Whether the process with that number is still the one that newslint started."""
    own = _OWN.get(running.pid)
    if own is not None and own.returncode is None:
        return own.poll() is None
    return running.mark in _command_line(running.pid)


def ended(running: Running) -> bool:
    """Whether a server of this run has ended: one that is just being killed breaks its connections a little before."""
    own = _OWN.get(running.pid)
    if own is not None:
        with suppress(subprocess.TimeoutExpired):
            own.wait(1)
    return not alive(running)


def _command_line(pid: int) -> str:
    path = Path("/proc", str(pid), "cmdline")
    if Path("/proc/self/cmdline").exists():
        with suppress(OSError):
            if path.stat().st_uid == Path("/proc/self/cmdline").stat().st_uid:
                return path.read_bytes().decode("utf-8", "replace")
        return ""
    ps = shutil.which("ps")
    if ps is None:
        return ""
    found = subprocess.run([ps, "-ww", "-p", str(pid), "-o", "args="], capture_output=True, text=True, check=False)  # noqa: S603
    return found.stdout


def stop(running: Running) -> None:
    """Ends a server that newslint started; one that does not end is killed."""
    own = _OWN.pop(running.pid, None)
    _unwatch(running.pid)
    if own is not None and own.returncode is None:
        own.terminate()
        try:
            own.wait(5)
        except subprocess.TimeoutExpired:
            own.kill()
            own.wait()
    elif alive(running):
        os.kill(running.pid, 15)
        until = time.monotonic() + 5
        while alive(running) and time.monotonic() < until:
            time.sleep(0.05)
        if alive(running):
            os.kill(running.pid, 9)
    with suppress(OSError):
        path = kept() / _STATE
        if json.loads(path.read_text("utf-8")).get("mark") == running.mark:
            path.unlink()
