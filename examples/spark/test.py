"""Runs analyse.py on two cores of this machine and compares it with `khabar analyse`, byte for byte: test.py KHABAR FOLDER"""

import gzip
import json
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ARTICLES = HERE.parents[1] / "tests/articles"
# Small, so that one file is read in many blocks.
BLOCK = 40_000


def inputs(folder):
    """Two files, one of them packed: articles, blank lines, and bad lines of every kind, each at another place of its file."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]

    def article(number, **more):
        fields = {"id": f"{number * 7919 % 10007:05}", "text": texts[number % len(texts)], "published": "2024-03-12", **more}
        return json.dumps(fields, ensure_ascii=number % 2 == 0).encode("utf-8")

    lines = [article(number) for number in range(400)]
    for number, bad in enumerate([b'{"id": "cut', b'{"id": "no text"}', b'{"id": "latin", "text": "\xe9t\xe9"}', b"", b" \r", article(9001, published="soon")]):
        for place in range(31 + number, len(lines), 97):
            lines.insert(place, bad)
    lines[5] += b"\r"
    plain, packed = folder / "one.ndjson", folder / "two.ndjson.gz"
    plain.write_bytes(b"\n".join(lines[:300]))
    packed.write_bytes(gzip.compress(b"\n".join(lines[300:]) + b"\n"))
    return [plain, packed]


def by_id(lines):
    return sorted(lines, key=lambda line: (str(json.loads(line)["id"]), line))


def submit(khabar, files, output):
    settings = ["--master", "local[2]", "--conf", f"spark.sql.files.maxPartitionBytes={BLOCK}", "--conf", "spark.sql.files.openCostInBytes=1", "--conf", "spark.ui.enabled=false"]
    program = pathlib.Path(sys.executable).parent / "spark-submit"
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable}
    command = [program, *settings, HERE / "analyse.py", "--khabar", khabar, *files, output]
    return subprocess.run([str(part) for part in command], env=environment, capture_output=True, text=True)


def main():
    khabar, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    files = inputs(folder)
    expected = by_id(subprocess.run([khabar, "analyse", *files], check=True, capture_output=True).stdout.splitlines())
    errors = sum("error" in json.loads(line) for line in expected)
    assert len(expected) > 400 and errors > 12, (len(expected), errors)

    done = submit(khabar, files, folder / "answers")
    assert done.returncode == 0, done.stderr[-4000:]
    parts = sorted((folder / "answers").glob("part-*"))
    with_answers = sum(part.stat().st_size > 0 for part in parts)
    answers = by_id(line for part in parts for line in part.read_bytes().splitlines())
    assert with_answers > 5, f"only {with_answers} partitions"
    assert answers == expected, next((a, b) for a, b in zip(answers, expected) if a != b)

    # A worker whose analyser fails fails the job; nothing is passed over in silence.
    broken = folder / "broken"
    broken.write_text("#!/bin/sh\nread line\nexit 3\n")
    broken.chmod(0o755)
    failed = submit(broken, files, folder / "none")
    assert failed.returncode != 0 and "exit status 3" in failed.stderr, failed.stderr[-2000:]
    print(f"spark: {len(answers)} answers, {errors} of them to bad lines, from {with_answers} partitions: the same bytes as on one machine")


if __name__ == "__main__":
    main()
