"""How extractors do on pages whose article is known: griot, another crate and three Python packages.

pip install trafilatura readability-lxml newspaper4k
python3 benches/pages.py [--mozilla DIR]

The pages are those of tests/data/pages. DIR holds the test pages of Mozilla's Readability, which the
crate readability-rust has in tests/test-pages: a folder for each, with source.html, expected.html and
expected-metadata.json. A Python package that is not installed is left out. F1 is the mean over the
pages, by words and by runs of four words. A title or date is right or wrong. The speed of a crate is that
of the best of five rounds for each page, of a package that of one.
"""

import argparse
import collections
import importlib.util
import json
import pathlib
import re
import subprocess
import time

from lxml import html

HERE = pathlib.Path(__file__).parent
PAGES = HERE.parent / "tests/data/pages"
ONE_BYTE = {"03-tables", "14-cookies", "24-twotables"}
BLOCKS = set(
    "address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)


def text_of(tree):
    """The text of a tree, with blocks on lines of their own."""
    for element in tree.iter():
        if element.tag in BLOCKS:
            element.text = "\n" + (element.text or "")
            element.tail = "\n" + (element.tail or "")
    return tree.text_content()


def by_trafilatura(page):
    import trafilatura

    found = trafilatura.bare_extraction(page, include_comments=False, with_metadata=True)
    return (found.title, found.text, found.date) if found else ("", "", "")


def by_readability(page):
    import readability

    document = readability.Document(page)
    return document.short_title(), text_of(html.fromstring(document.summary())), ""


def by_newspaper(page):
    import newspaper

    article = newspaper.article("http://page.example/a", language="fr", input_html=page)
    date = article.publish_date
    return article.title, article.text, date.date().isoformat() if date else ""


PACKAGES = [
    ("trafilatura", "trafilatura", by_trafilatura),
    ("readability-lxml", "readability", by_readability),
    ("newspaper4k", "newspaper", by_newspaper),
]


class Gold:
    def __init__(self, path, title, date, text):
        self.path, self.title, self.date, self.text = path, title, date, text

    def page(self):
        encoding = "windows-1252" if self.path.stem in ONE_BYTE else "utf-8"
        return self.path.read_text(encoding, errors="replace")


def own(folder):
    for path in sorted(folder.glob("*.html")):
        head, text = path.with_suffix(".txt").read_text("utf-8").split("\n\n", 1)
        fields = {name: value.strip() for name, value in (line.split(":", 1) for line in head.splitlines())}
        yield Gold(path, fields["title"], fields["date"], text)


def mozilla(folder):
    for path in sorted(folder.glob("*/source.html")):
        fields = json.loads((path.parent / "expected-metadata.json").read_text("utf-8"))
        tree = html.fromstring("<body>" + (path.parent / "expected.html").read_text("utf-8") + "</body>")
        yield Gold(path, fields.get("title") or "", (fields.get("publishedTime") or "")[:10], text_of(tree))


def grams(text, length):
    # A sign of Chinese or Japanese is a word.
    words = re.findall(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+", (text or "").lower())
    if len(words) < length:
        return collections.Counter([tuple(words)] if words else [])
    return collections.Counter(tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def f1(found, gold, length):
    found, gold = grams(found, length), grams(gold, length)
    return 2 * sum((found & gold).values()) / max(1, sum(found.values()) + sum(gold.values()))


def spaced(text):
    return " ".join((text or "").split())


def report(folder, name, golds, results, speed):
    words, fours, titles, dates = [], [], [], []
    for gold in golds:
        title, text, date = results.get(str(gold.path)) or ("", "", "")
        words.append(f1(text, gold.text, 1))
        fours.append(f1(text, gold.text, 4))
        if gold.title:
            titles.append(spaced(title) == spaced(gold.title))
        if gold.date:
            dates.append((date or "")[:10] == gold.date)
    mean = [sum(scores) / len(scores) for scores in (words, fours)]
    print(
        f"{folder:8} {name:17} F1 {mean[0]:.3f}, by fours {mean[1]:.3f}, "
        f"title {sum(titles)}/{len(titles)}, day {sum(dates)}/{len(dates)}, {speed:.2f} MB/s",
        flush=True,
    )


def by_crates(golds):
    """What the program in `extractors/` finds, by the name of the crate, and the speeds."""
    manifest = HERE / "extractors/Cargo.toml"
    command = ["cargo", "run", "-q", "--release", "--manifest-path", manifest, "--"]
    lines = subprocess.run(command + [gold.path for gold in golds], check=True, capture_output=True, text=True)
    *lines, last = [json.loads(line) for line in lines.stdout.splitlines()]
    results = collections.defaultdict(dict)
    for path, name, found in lines:
        results[name][path] = found and (found[0], found[1], found[3])
    size, times = last
    return results, {name: size / seconds / 1e6 for name, seconds in times}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--mozilla", type=pathlib.Path)
    mozillas = parser.parse_args().mozilla
    sets = {folder.name: list(own(folder)) for folder in [PAGES, *(PAGES / name for name in ("later", "shapes", "kinds"))]}
    if mozillas:
        sets["mozilla"] = list(mozilla(mozillas))
    for folder, golds in sets.items():
        results, speeds = by_crates(golds)
        for name in results:
            report(folder, name, golds, results[name], speeds[name])
        for name, package, extract in PACKAGES:
            if not importlib.util.find_spec(package):
                continue
            found, seconds, size = {}, 0.0, 0
            for gold in golds:
                page = gold.page()
                size += len(page.encode())
                start = time.perf_counter()
                try:
                    found[str(gold.path)] = extract(page)
                except Exception:  # A page that an extractor refuses has no article for it.
                    found[str(gold.path)] = None
                seconds += time.perf_counter() - start
            report(folder, name, golds, found, size / seconds / 1e6)


main()
