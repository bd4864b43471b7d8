"""Analyses NDJSON articles on a Spark cluster with the khabar binary, an answer a line.

    spark-submit analyse.py --khabar target/release/khabar 's3a://news/2024/*.ndjson.gz' s3a://news/2024-analysed

The lines are those that `khabar analyse` prints for the same files on one machine, bad lines included, in files of no particular
order; every line has the id of its article. The binary is sent to the workers, which need nothing installed but Python. Each
task feeds one process with one thread, since Spark runs a task for each core.
"""

import argparse
import itertools
import os
import subprocess
import sys
import threading

from pyspark import SparkFiles
from pyspark.sql import SparkSession
from pyspark.sql import functions as column


def lines_of(spark, paths):
    """The lines as they are in the files, byte for byte, with the file and the place in it where the block of each begins."""
    # Text as Spark reads it would have U+FFFD where a line is not UTF-8; its bytes are what the analyser is to judge.
    rows = spark.read.text(paths, lineSep="\n")
    place = [column.col("_metadata.file_path").alias("file"), column.col("_metadata.file_block_start").alias("block")]
    return rows.select(column.col("value").cast("binary").alias("line"), *place)


def first_lines(lines):
    """The number of the first line of each block in its file, for the messages about bad lines."""
    counts = lines.groupBy("file", "block").count().collect()
    first = {}
    for _, blocks in itertools.groupby(sorted(counts), key=lambda row: row["file"]):
        number = 1
        for row in blocks:
            first[row["file"], row["block"]] = number
            number += row["count"]
    return first


def analysed(binary, options, first_line, lines):
    """Feeds the lines to a process of the analyser and yields its answers."""
    command = [binary, "analyse", "--ndjson", "--threads", "1", "--first-line", str(first_line), *options]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    failures = []

    def feed():
        try:
            with process.stdin as pipe:
                for line in lines:
                    pipe.write(line + b"\n")
        # Raised again below, in the thread whose failure Spark sees. A pipe that broke is told by the exit status.
        except BrokenPipeError:
            pass
        except Exception as failure:
            failures.append(failure)

    feeding = threading.Thread(target=feed, daemon=True)
    feeding.start()
    with process.stdout as answers:
        for answer in answers:
            yield answer.decode("utf-8").removesuffix("\n")
    status = process.wait()
    feeding.join()
    if failures:
        raise failures[0]
    if status != 0:
        raise RuntimeError(f"{command}: exit status {status}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--khabar", required=True, help="the binary, built for the workers' system")
    parser.add_argument("--option", action="append", default=[], help="an option for khabar, such as --option=--offsets=utf16; may be repeated")
    parser.add_argument("input", nargs="+", help="NDJSON files, plain or .gz")
    parser.add_argument("output", help="the folder to write; it must not be there yet")
    arguments = parser.parse_args()
    if not os.access(arguments.khabar, os.X_OK):
        sys.exit(f"analyse.py: {arguments.khabar} is no program that can be run; build it with cargo build --release --bin khabar")

    spark = SparkSession.builder.appName("khabar").getOrCreate()
    spark.sparkContext.addFile(os.path.abspath(arguments.khabar))
    name = os.path.basename(arguments.khabar)
    options = arguments.option
    lines = lines_of(spark, arguments.input)
    numbers = spark.sparkContext.broadcast(first_lines(lines))

    def partition(rows):
        # A partition holds one block or several, each in one piece.
        for block, members in itertools.groupby(rows, key=lambda row: (row["file"], row["block"])):
            yield from analysed(SparkFiles.get(name), options, numbers.value[block], (bytes(row["line"]) for row in members))

    lines.rdd.mapPartitions(partition).saveAsTextFile(arguments.output)
    spark.stop()


if __name__ == "__main__":
    main()
