"""Hands a check to the daemon that its user has started (``newslint daemon start``), where one listens.

Imports next to nothing: with a daemon, this and Python itself are what a check costs before the article is read.
"""

import marshal
import os
import sys
from zlib import crc32

from newslint import __version__, cachefolder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from _socket import socket
    from collections.abc import Sequence

# What the daemon says: it is free; what it was asked is not for it. Otherwise it says the status of the check.
FREE, NO = b"!", b"-"
# What is handed over: arguments, folder, environment.
Asked = tuple[list[str], str, dict[str, str]]
# Seconds: a daemon that is at another article is not waited for.
_PATIENCE = 0.5


def place() -> str | None:
    """Where the daemon of this newslint, this Python and this user listens, if it does; None without a cache folder."""
    folder = cachefolder.name(os.environ)
    known_by = repr((__version__, os.path.dirname(os.path.abspath(__file__)), sys.hexversion, sys.prefix))  # noqa: PTH100, PTH120
    return f"{folder}/daemon-{crc32(known_by.encode('utf-8', 'surrogateescape')):08x}" if folder else None


def asked(arguments: "Sequence[str]") -> int | None:
    """The status of a check that the daemon has done; None where it is to be done here."""
    # a stream that is closed cannot be handed over, and its number would be the line’s
    whole = None not in {sys.stdin, sys.stdout, sys.stderr}
    return answer(list(arguments)) if whole and arguments and arguments[0] == "check" else None


def answer(arguments: list[str], patience: float = _PATIENCE) -> int | None:
    """What the daemon answers to arguments; None where there is none, or where it has no time or no answer."""
    line = _line(patience)
    if line is None:
        return None
    try:
        if line.recv(1) != FREE:
            return None
        here: Asked = arguments, os.getcwd(), dict(os.environ)  # noqa: PTH109
        message = marshal.dumps(here)
        _give(line, len(message).to_bytes(8, "little"))
        line.sendall(message)
        line.settimeout(None)
        said = line.recv(1)
    except KeyboardInterrupt:
        return 130
    except OSError:
        return None
    finally:
        line.close()
    if not said:
        sys.stderr.write("newslint: its daemon ended in the middle of this; please run it again\n")
        return 2
    return None if said == NO else said[0]


def _line(patience: float) -> "socket | None":
    """A connection to the daemon: only the user can have made what is at its place."""
    where = place()
    try:
        if where is None or os.lstat(where).st_uid != os.geteuid():
            return None
        if not cachefolder.own(os.stat(os.path.dirname(where)), folder=True):  # noqa: PTH116, PTH120
            return None
        import _socket  # the module around it takes as long to import as Python itself to start

        line = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
        line.settimeout(patience)
        line.connect(where)
    except (OSError, ImportError, AttributeError):
        return None
    return line


def _give(line: "socket", message: bytes) -> None:
    """Sends a message, and with it standard input, output and error."""
    import _socket

    streams = b"".join(number.to_bytes(4, sys.byteorder) for number in range(3))
    line.sendmsg([message], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, streams)])
