"""A process that keeps rules ready, and does checks for those who ask: editors, at every pause in writing.

It listens at a socket in the user's cache folder, is handed the arguments of a check, its folder, environment, standard
input, output and error, and does what the command would have done. What would hold it up it leaves to who asked.
"""

import argparse
import io
import marshal
import os
import select
import socket
import stat
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from pathlib import Path

from newslint import cli, client, heap, rulepack
from newslint.config.held import Held, NotHereError
from newslint.readers import files

# Seconds: so long nobody asked, and it ends; so often it looks whether its place is still its own.
_IDLE, _LOOK = 4 * 3600, 30
# Seconds that one who asks may take to say what.
_PATIENCE = 2
# Bytes: a larger file would keep others waiting.
_LONG = 1_000_000
# Of what a check can be asked these are for the process that asked: they change files, ask others, or forget.
_ALONE = ("fix", "unsafe_fixes", "diff", "output", "grammar_server", "no_cache", "since")


class Daemon:
    """What it keeps between checks; ``place``: the path of its socket."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._held = Held()
        self._code = rulepack.code()
        self._checks = 0
        self._began = self._asked = time.monotonic()
        self._ends = False

    def serve(self) -> None:
        """Listens until it is told to end, nobody asks any more, newslint has changed, or its place is no more."""
        with _listening(self._place) as listener:
            mine = self._place.lstat().st_ino
            while not self._ends and time.monotonic() - self._asked < _IDLE and self._is(mine):
                # whoever asks may be gone before it is heard
                with suppress(OSError, EOFError, ValueError, TypeError):
                    line, _ = listener.accept()
                    with line:
                        self._answer(line)
            if self._is(mine):
                self._place.unlink()

    def _is(self, mine: int) -> bool:
        """Whether its place is its own: the cache may have been cleared, or another daemon come."""
        with suppress(OSError):
            return self._place.lstat().st_ino == mine
        return False

    def _answer(self, line: socket.socket) -> None:
        line.settimeout(_PATIENCE)
        line.sendall(client.FREE)
        streams, (arguments, folder, environment) = _heard(line)
        self._asked = time.monotonic()
        line.settimeout(None)
        status = None
        with _standing_in(streams, folder, environment):
            try:
                status = self._status(arguments, line)
            except (NotHereError, EOFError):
                status = None
            except Exception:  # noqa: BLE001 - whatever it is, it is shown as any process shows it
                traceback.print_exc()
                status = 1
        line.sendall(client.NO if status is None else bytes([status]))

    def _status(self, arguments: Sequence[str], line: socket.socket) -> int | None:
        """The status of what was asked; None where it is left to who asked."""
        if arguments[0] == "daemon":
            return self._told(arguments[-1])
        if rulepack.code() != self._code:
            self._ends = True
            return None
        options = _read(arguments)
        if options is None or not _fits(options):
            return None
        if options.paths == [files.STDIN]:
            sys.stdin = io.TextIOWrapper(io.BytesIO(_all_of(sys.stdin.fileno(), line)))
        options.held = self._held
        self._checks += 1
        return cli.run(options)

    def _told(self, what: str) -> int:
        minutes = (time.monotonic() - self._began) / 60
        if what == "stop":
            self._ends = True
            sys.stdout.write(f"Stopped: process {os.getpid()}.\n")
        else:
            sys.stdout.write(
                f"Running: process {os.getpid()}, for {minutes:.0f} minutes; checks done: {self._checks}.\n"
            )
        return 0


def _listening(place: Path) -> socket.socket:
    """A socket at a place, for its user alone; of two daemons the later one has the place."""
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    name = place.with_name(f".{place.name}.{os.getpid()}")
    mask = os.umask(0o177)
    try:
        listener.bind(str(name))
    finally:
        os.umask(mask)
    listener.listen()
    listener.settimeout(_LOOK)
    name.replace(place)
    return listener


def _heard(line: socket.socket) -> tuple[list[int], client.Asked]:
    """What is asked, and with which standard input, output and error."""
    head, streams, _, _ = socket.recv_fds(line, 8, 3)
    try:
        size, pieces = int.from_bytes(head, "little"), []
        while size > 0 and (piece := line.recv(min(size, 1 << 16))):
            pieces.append(piece)
            size -= len(piece)
        # the place is in a folder that is the user's alone, as the cache is
        return streams, marshal.loads(b"".join(pieces))  # noqa: S302
    except BaseException:
        for one in streams:
            os.close(one)
        raise


@contextmanager
def _standing_in(streams: Sequence[int], folder: str, environment: dict[str, str]) -> Iterator[None]:
    """In the place of the process that asked: its streams, its folder, its environment."""
    mine = sys.stdin, sys.stdout, sys.stderr
    own = dict(os.environ)
    modes = zip(streams, "rww", strict=True)
    given = [open(one, mode, encoding="utf-8", errors="backslashreplace") for one, mode in modes]  # noqa: PTH123, SIM115
    try:
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        sys.stdin, sys.stdout, sys.stderr = given
        yield
    finally:
        sys.stdin, sys.stdout, sys.stderr = mine
        os.environ.clear()
        os.environ.update(own)
        os.chdir("/")
        for one in given:
            with suppress(OSError):
                one.close()


def _fits(options: argparse.Namespace) -> bool:
    """Whether a check is of one article that is soon checked."""
    if any(getattr(options, name) for name in _ALONE) or options.jobs != 1 or len(options.paths) != 1:
        return False
    (path,) = options.paths
    with suppress(OSError, ValueError):
        status = os.stat(sys.stdin.fileno() if path == files.STDIN else path)  # noqa: PTH116 - of a stream, too
        return not stat.S_ISDIR(status.st_mode) and status.st_size <= _LONG
    return False


def _read(arguments: Sequence[str]) -> argparse.Namespace | None:
    """The arguments of a check as read; None where who asked is to be told what is wrong with them, or for help."""
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()), suppress(SystemExit):
        return cli.read(arguments)
    return None


def _all_of(stream: int, line: socket.socket) -> bytes:
    """All that comes on a stream; raises EOFError as soon as who asked is gone."""
    pieces: list[bytes] = []
    while True:
        ready, _, _ = select.select([stream, line.fileno()], [], [])
        if line.fileno() in ready:
            raise EOFError
        piece = os.read(stream, 1 << 16)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)


def main() -> None:
    """``python -m newslint.daemon PLACE``."""
    cli.settle()
    heap.give_back()
    os.chdir("/")
    Daemon(Path(sys.argv[1])).serve()


if __name__ == "__main__":
    main()
