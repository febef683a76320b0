"""``newslint`` and ``python -m newslint``: a check that a daemon can do, it does; all else is done here."""

import sys

from newslint import client


def main() -> int:
    """Runs one command; its status."""
    status = client.asked(sys.argv[1:])
    if status is not None:
        return status
    from newslint import cli

    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
