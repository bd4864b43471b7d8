"""Reads every export with readers that know nothing of khabar: Python's own for XML, HTML, CSV and JSON.

Usage: export_readers.py FOLDER. The folder holds, for each article, NAME.txt, NAME.json (the Analysis, offsets in code points) and
NAME.<extension> for every format. Prints what it read; ends with status 1 and a message at the first thing that is wrong.
"""

import base64
import csv
import hashlib
import html.parser
import io
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

VOID = {"meta"}
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef]|[%s]" % "".join(
    chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF)))


def visible(text):
    """The text as a document can hold it."""
    return FORBIDDEN.sub("\ufffd", text)


def timeml(content, text, analysis):
    root = ElementTree.fromstring(content.encode())
    assert root.tag == "TimeML"
    published = analysis["published"]
    assert (root.find("DCT") is not None) == (published is not None)
    if published:
        assert root.find("DCT/TIMEX3").get("value").startswith(published["value"])
    body = root.find("TEXT")
    assert "".join(body.itertext()) == visible(text)
    found = [(timex.text, timex.get("type"), timex.get("value")) for timex in body.iter("TIMEX3")]
    assert found == [(visible(date["text"]), date["type"], date["value"]) for date in analysis["dates"]], found
    return len(found)


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.style, self.policy = [], [], [], "", ""
        self.lines, self.marks = [], []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        assert tag not in ("script", "link", "img", "iframe", "object", "base"), tag
        assert not [name for name in attrs if name.startswith("on") or name in ("src", "style")], attrs
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if "href" in attrs:
            self.links.append(attrs["href"])
        if attrs.get("http-equiv") == "Content-Security-Policy":
            self.policy = attrs["content"]
        if tag in VOID:
            return
        self.open.append(tag)
        if tag in ("p", "h1") and self.open[-2] == "article":
            self.lines.append("")
        if tag == "mark" and "article" in self.open:
            self.marks.append(attrs)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f"</{tag}> inside {self.open}"
        self.open.pop()

    def handle_data(self, data):
        if "style" in self.open:
            self.style += data
        elif self.open[:4] == ["html", "body", "main", "article"] and len(self.open) > 4:
            self.lines[-1] += data


def page(content, text, analysis):
    reader = Page()
    reader.feed(content)
    reader.close()
    assert not reader.open, reader.open
    assert len(set(reader.ids)) == len(reader.ids), "an id stands twice"
    assert all(link[0] == "#" and link[1:] in reader.ids for link in reader.links), reader.links
    digest = base64.b64encode(hashlib.sha256(reader.style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in reader.policy and "default-src 'none'" in reader.policy
    lines = [line for line in re.split("[\n\r\x0b\x0c\x85\u2028\u2029]", text) if line.strip()]
    assert reader.lines == [visible(line) for line in lines], (reader.lines, lines)
    wanted = len(analysis["mentions"]) + len(analysis["dates"])
    assert len([mark for mark in reader.marks if "id" in mark]) == wanted, f"{len(reader.marks)} marks, not {wanted}"
    return wanted


def table(kind):
    def read(content, text, analysis):
        rows = list(csv.reader(io.StringIO(content, newline=""), strict=True))
        assert len(rows) == len(analysis[kind]) + 1 and len({len(row) for row in rows}) == 1
        assert not [cell for row in rows for cell in row if cell.strip().startswith(("=", "+", "-", "@"))]
        return len(rows) - 1

    return read


def annotations(content, text, analysis):
    collection = json.loads(content)
    items = collection["first"]["items"]
    assert collection["total"] == len(items)
    assert len({item["id"] for item in items}) == len(items)
    spans = [analysis["mentions"], analysis["dates"], analysis["facts"]]
    wanted = [(span["start"], span["end"]) for part in spans for span in part]
    name = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")
    for item, (start, end) in zip(items, wanted, strict=True):
        position, quote = item["target"]["selector"]
        assert item["target"]["source"] == "ni:///sha-256;" + name
        assert (position["start"], position["end"]) == (start, end)
        assert quote["exact"] == text[start:end]
        assert quote["prefix"] == text[max(0, start - 32):start] and quote["suffix"] == text[end:end + 32]
    return len(items)


def linked(content, text, analysis):
    data = json.loads(content)
    assert data["@type"] == "NewsArticle" and data["inLanguage"] == analysis["language"]
    defined, used = [], []

    def walk(node):
        if isinstance(node, list):
            for item in node:
                walk(item)
        elif isinstance(node, dict):
            if "@id" in node:
                (defined if "@type" in node else used).append(node["@id"])
            for value in node.values():
                assert value not in (None, [], ""), node
                walk(value)

    walk(data)
    assert len(set(defined)) == len(defined), "an @id is defined twice"
    assert set(used) <= set(defined), set(used) - set(defined)
    assert {f"#{entity['id']}" for entity in analysis["entities"]} <= set(defined)
    return len(defined)


def tokens(content, text, analysis):
    at, spans = 0, []
    inside = None
    for line in content.split("\n")[:-1]:
        if not line:
            inside = None
            continue
        token, tag = line.split("\t")
        start = text.index(token, at)
        at = start + len(token)
        if tag[0] == "B":
            spans.append([start, at, tag[2:]])
            inside = tag[2:]
        elif tag[0] == "I":
            assert inside == tag[2:], f"{tag} after {inside}"
            spans[-1][1] = at
        else:
            assert tag == "O", tag
            inside = None
    outer, reached = [], 0
    both = [(span["start"], span["end"], span["type"]) for span in analysis["mentions"] + analysis["dates"]]
    for start, end, kind in sorted(both, key=lambda span: (span[0], -span[1])):
        if start >= reached:
            outer.append([start, end, kind])
            reached = end
    assert spans == outer, (spans, outer)
    return len(spans)


READERS = {
    "tml": timeml, "html": page, "jsonld": linked, "annotations.jsonld": annotations, "conll": tokens,
    "entities.csv": table("entities"), "dates.csv": table("dates"), "facts.csv": table("facts"),
}


def main():
    folder = Path(sys.argv[1])
    counts = dict.fromkeys(READERS, 0)
    for path in sorted(folder.glob("*.txt")):
        read = lambda extension: path.with_suffix("." + extension).read_bytes().decode()
        text, analysis = read("txt"), json.loads(read("json"))
        for extension, reader in READERS.items():
            try:
                counts[extension] += reader(read(extension), text, analysis)
            except Exception as error:
                sys.exit(f"{path.with_suffix('.' + extension)}: {type(error).__name__}: {error}")
    assert all(counts.values()), counts
    print(", ".join(f"{extension} {count}" for extension, count in counts.items()))


main()
