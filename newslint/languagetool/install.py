"""``newslint grammar install``: LanguageTool from Maven Central. Nothing else downloads, and it only when told to."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from newslint.languagetool.folders import VERSION, UnavailableError, installed, jars

_SECONDS = 900
_PARTS = ("languagetool-server", "language-en")
_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>newslint</groupId><artifactId>grammar</artifactId><version>1</version><dependencies>{}</dependencies></project>
"""
_PART = "<dependency><groupId>org.languagetool</groupId><artifactId>{}</artifactId><version>{}</version></dependency>"


def install() -> Path:
    """Puts LanguageTool into the user's data folder, unless it is there; raises UnavailableError."""
    folder = jars()
    if installed():
        return folder
    maven = shutil.which("mvn")
    if maven is None:
        raise UnavailableError("Maven (mvn) is needed to fetch LanguageTool; on Debian or Ubuntu: apt install maven")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as made:
        pom = Path(made, "pom.xml")
        pom.write_text(_POM.format("".join(_PART.format(part, VERSION) for part in _PARTS)), "utf-8")
        fetched = Path(made, "jars")
        command = [maven, "-B", "-q", "-f", str(pom), "dependency:copy-dependencies", "-DincludeScope=runtime"]
        try:
            done = subprocess.run(  # noqa: S603 - arguments of our own
                [*command, f"-DoutputDirectory={fetched}"],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise UnavailableError(f"Maven did not bring LanguageTool: {error}") from error
        if done.returncode or not any(fetched.glob("languagetool-server-*.jar")):
            said = next((line for line in done.stdout.splitlines() if "ERROR" in line), "no reason given")
            raise UnavailableError(f"Maven did not bring LanguageTool: {said}")
        if not installed():
            shutil.rmtree(folder, ignore_errors=True)
            fetched.rename(folder)
    return folder
