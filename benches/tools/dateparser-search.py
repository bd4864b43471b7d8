"""dateparser's search for Arabic dates, for dateparser.mjs: a JSON message a line in, one a line out, timed here."""

import json
import resource
import sys
import time
from datetime import datetime

begun = time.perf_counter()
from dateparser.search import search_dates  # noqa: E402, the import is timed

IMPORT = (time.perf_counter() - begun) * 1000
# "Today" must not change what is found.
SETTINGS = {"RELATIVE_BASE": datetime(2024, 3, 12, 12)}
text = ""


def analyse():
    return search_dates(text, languages=["ar"], settings=SETTINGS) or []


def load(_):
    return {"import": IMPORT}


def prepare(message):
    global text
    text = message["text"]


def timed(wish):
    times, begun = [], time.perf_counter()
    while len(times) < wish["least"] or (len(times) < wish["most"] and (time.perf_counter() - begun) * 1000 < wish["during"]):
        start = time.perf_counter()
        analyse()
        times.append((time.perf_counter() - start) * 1000)
    return times


def memory(_):
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


CALLS = {"load": load, "prepare": prepare, "time": timed, "count": lambda _: len(analyse()), "memory": memory}
for line in sys.stdin:
    message = json.loads(line)
    print(json.dumps(CALLS[message["call"]](message)), flush=True)
