# SPDX-License-Identifier: Apache-2.0
"""Writes a jar that is only a manifest: what to start, and where its classes lie.

    manifest_jar.py [--agent] JAR CLASS CLASS_PATH
"""

import sys
import zipfile
from pathlib import Path


def lines(header: str) -> str:
    """A header in lines of 72 bytes at most, as the JAR specification wants."""
    first, rest = header[:70], header[70:]
    return "\r\n ".join([first, *(rest[at : at + 69] for at in range(0, len(rest), 69))]) + "\r\n"


def main(arguments: list[str]) -> None:
    is_agent = arguments[0] == "--agent"
    jar, main_class, class_path = arguments[is_agent:]
    urls = []
    for place in class_path.split(":"):
        url = Path(place).absolute().as_uri()
        urls.append(url + "/" if Path(place).is_dir() else url)
    role = "Premain-Class" if is_agent else "Main-Class"
    headers = ["Manifest-Version: 1.0", f"{role}: {main_class}", "Class-Path: " + " ".join(urls)]
    with zipfile.ZipFile(jar, "w") as zipped:
        zipped.writestr("META-INF/MANIFEST.MF", "".join(map(lines, headers)))


if __name__ == "__main__":
    main(sys.argv[1:])
