"""How three Python extractors do on the pages of tests/data/pages, beside `cargo test --test suite pages`.

pip install trafilatura readability-lxml newspaper4k
python3 benches/pages.py
"""

import collections
import pathlib
import re

import newspaper
import readability
import trafilatura
from lxml import html

PAGES = pathlib.Path(__file__).parent.parent / "tests/data/pages"
ONE_BYTE = {"03-tables", "14-cookies", "24-twotables"}


def by_trafilatura(page):
    found = trafilatura.bare_extraction(page, include_comments=False, with_metadata=True)
    return (found.title, found.text, found.date) if found else ("", "", "")


def by_readability(page):
    document = readability.Document(page)
    tree = html.fromstring(document.summary())
    for element in tree.iter("p", "br", "div", "li", "h2", "h3", "h4", "td", "tr", "blockquote"):
        element.tail = "\n" + (element.tail or "")
    return document.short_title(), tree.text_content(), ""


def by_newspaper(page):
    article = newspaper.article("http://page.example/a", language="fr", input_html=page)
    date = article.publish_date
    return article.title, article.text, date.date().isoformat() if date else ""


def words(text):
    return collections.Counter(word.lower() for word in re.split(r"[\W_]+", text or "") if word)


def f1(found, gold):
    found, gold = words(found), words(gold)
    return 2 * sum((found & gold).values()) / max(1, sum(found.values()) + sum(gold.values()))


def spaced(text):
    return " ".join((text or "").split())


for folder in [PAGES, PAGES / "later"]:
    for name, extract in [
        ("trafilatura", by_trafilatura),
        ("readability-lxml", by_readability),
        ("newspaper4k", by_newspaper),
    ]:
        scores, titles, dates, dated = [], 0, 0, 0
        for path in sorted(folder.glob("*.html")):
            page = path.read_text("windows-1252" if path.stem in ONE_BYTE else "utf-8")
            head, gold = path.with_suffix(".txt").read_text("utf-8").split("\n\n", 1)
            fields = dict(line.split(":", 1) for line in head.splitlines())
            title, text, date = extract(page)
            scores.append(f1(text, gold))
            titles += spaced(title) == spaced(fields["title"])
            if fields["date"].strip():
                dated += 1
                dates += (date or "")[:10] == fields["date"].strip()
        mean = sum(scores) / len(scores)
        print(f"{folder.name:6} {name:18} F1 {mean:.3f}, title {titles}/{len(scores)}, day {dates}/{dated}")
