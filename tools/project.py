#!/usr/bin/env python3
"""project.py LANGUAGE DATA   carries the names of NTREX's French sentences over to a translation.

DATA holds `ntrex-fra.txt`, `ntrex-<language>.txt`, and, to learn which words translate which,
`flores-fr.txt` and `flores-<language>.txt`. The French names stand in `data/names/ntrex-fra.tsv`. A
name is looked for

1. letter for letter, but for accents and apostrophes,
2. as the place of `data/elsewhere.tsv` or of the locale data (`territories-<language>.json` of DATA),
3. as the words that stand in the translation wherever French has the name,
4. as the words that the words of the name are translated by.

A sentence of `data/names/by_hand/ntrex-<language>.tsv`, which was read, has the names that stand there.

Writes `data/names/ntrex-<language>.tsv`, with the sentences that were read or in which every name was found, and to
standard output what was found in the ways 3 and 4 and what was not found at all, to be read.
"""
import collections
import json
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent / "data"
WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
ELIDED = re.compile(r"^(?:[cdjlmnstCDJLMNST]|qu|Qu|dell|Dell|all|All|dall|nell|sull|un|Un)[’'](?=\w)")
SMALL = set(
    "de du des la le les l d et en au aux à of the and for in on to von der die das des dem den und für "
    "zu im am in del los las el y para por con en da do dos das e em na no nas nos o os as van het een "
    "voor op te di dello della dei degli delle il lo i gli un una uno a al alla agli per con su".split()
)


def folded(text):
    text = text.replace("’", "'").replace("‘", "'").replace("\u00a0", " ").replace("\u202f", " ")
    parts = []
    for c in text:
        d = unicodedata.normalize("NFD", c)
        parts.append(d[0] if d else c)
    return "".join(parts)


def words(text):
    """The words of a text: start, end, letters in small."""
    for match in WORD.finditer(text):
        start, end = match.span()
        elided = ELIDED.match(text[start:end])
        if elided:
            yield start, start + elided.end(), elided.group().lower()
            start += elided.end()
        yield start, end, text[start:end].lower()


def bare(word):
    """What two forms of a word share, roughly."""
    word = folded(word).lower()
    return word[:6] if len(word) > 6 else word


class Aligner:
    """IBM's first model, with a liking for the diagonal and for words that look alike."""

    def __init__(self, pairs):
        self.table = {}
        pairs = [([bare(w) for _, _, w in words(a)], [bare(w) for _, _, w in words(b)]) for a, b in pairs]
        weights = None
        for _ in range(6):
            counts = collections.defaultdict(lambda: collections.defaultdict(float))
            for source, target in pairs:
                for j, other in enumerate(target):
                    row = [self.fit(w, i / max(1, len(source)), other, j / max(1, len(target))) for i, w in enumerate(source)]
                    total = sum(row) + 1e-4
                    for w, share in zip(source, row):
                        if share > 1e-3 * total:
                            counts[w][other] += share / total
            self.table = {w: {o: c / sum(row.values()) for o, c in row.items() if c > 1e-3} for w, row in counts.items()}

    def fit(self, word, at, other, other_at):
        near = 1.0 / (0.08 + abs(at - other_at))
        alike = 0.5 if word == other and len(word) > 2 else 0.0
        if not alike and len(word) > 4 and word[:5] == other[:5]:
            alike = 0.2
        if not self.table:
            return near * (0.05 + alike)
        return near * (self.table.get(word, {}).get(other, 0.0) + 0.1 * alike)

    def ends(self, source, target):
        """For each word of the target the best word of the source, and how sure."""
        best = []
        for j, (_, _, other) in enumerate(target):
            row = [
                self.fit(bare(w), i / max(1, len(source)), bare(other), j / max(1, len(target)))
                for i, (_, _, w) in enumerate(source)
            ]
            total = sum(row) + 1e-4
            top = max(range(len(row)), key=row.__getitem__, default=None)
            best.append((top, row[top] / total if top is not None else 0.0, row[top] if top is not None else 0.0))
        return best


def read_names(path, lines):
    """Sentence number -> [(start, end, label)] in characters."""
    names = {}
    if not path.exists():
        return names
    for line in path.read_text("utf-8").splitlines():
        number, *cells = line.split("\t")
        data = lines[int(number)].encode()
        spans = []
        for cell in cells:
            if cell:
                span, label = cell.split(" ")
                start, end = map(int, span.split("-"))
                spans.append((len(data[:start].decode()), len(data[:end].decode()), label))
        names[int(number)] = spans
    return names


def by_hand(path, target):
    """Sentence number -> the spans of its names in characters, with their labels."""
    table = {}
    for line in path.read_text("utf-8").splitlines() if path.exists() else []:
        number, *names = line.split("\t")
        text, at, spans = target[int(number)], 0, []
        for name in filter(None, names):
            surface, label = name.rsplit(" ", 1)
            start = text.index(surface, at)
            at = start + len(surface)
            spans.append((start, at, label))
        table[int(number)] = spans
    return table


def occurrences(surface, text, language):
    """Where a name stands letter for letter: spans in characters."""
    plain, name = folded(text), folded(surface).strip()
    ending = "(?:s|['’])?" if language in ("de", "nl") and len(name) > 2 and name[-1:].isalpha() else ""
    pattern = re.compile(r"(?<![\w])" + re.escape(name) + ending + r"(?![\w])")
    for match in pattern.finditer(plain):
        start, end = match.span()
        if language == "nl" and text[end - 1] in "'’":
            end -= 1
        compound = re.match(r"-[^\W\d_]", plain[end:])
        yield start, end, bool(compound)


def places(language, data):
    """French place -> names in the language."""
    table = collections.defaultdict(set)
    for line in (HERE / "elsewhere.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            place, names = line.split("\t")
            table[place].update(names.split(","))
    of = {}
    for code in ("fr", language):
        path = pathlib.Path(data) / f"territories-{code}.json"
        territories = json.loads(path.read_text("utf-8"))["main"][code]["localeDisplayNames"]["territories"]
        of[code] = {key.split("-alt-")[0] + key[len(key.split("-alt-")[0]) :]: name for key, name in territories.items()}
    for key, name in of["fr"].items():
        code = key.split("-alt-")[0]
        for other, there in of[language].items():
            if other.split("-alt-")[0] == code:
                table[name.lower().replace("’", "'")].add(there.lower())
    return table


class Projector:
    def __init__(self, language, data, french, target, names, others):
        self.language, self.french, self.target, self.names = language, french, target, names
        self.places = places(language, data)
        # Places that French has somewhere, so that no place is added that is never one here.
        self.own = {
            french[n][s:e].lower().replace("’", "'") for n, spans in names.items() for s, e, label in spans if label == "LOC"
        } & set(self.places)
        self.aligner = Aligner(list(zip(french, target)) + others)
        self.learnt = self.learn()
        in_capitals = lambda there: "-".join(
            " ".join(w[:1].upper() + w[1:] if w not in SMALL else w for w in part.split(" ")) for part in there.split("-")
        )
        of_language = {name for place in self.own for name in self.places[place]}
        self.all_places = sorted({in_capitals(name) for name in of_language if len(name) > 3}, key=lambda it: -len(it))

    def learn(self):
        """French name -> the words that stand in the translation wherever French has the name."""
        having = collections.defaultdict(set)
        for number, spans in self.names.items():
            for start, end, _ in spans:
                having[self.french[number][start:end].replace("’", "'")].add(number)
        phrases = collections.defaultdict(set)
        for number, text in enumerate(self.target):
            at = list(words(text))
            for i in range(len(at)):
                for j in range(i, min(i + 5, len(at))):
                    first, last = text[at[i][0] : at[i][1]], text[at[j][0] : at[j][1]]
                    if first[:1].isupper() and last.lower() not in SMALL:
                        phrases[text[at[i][0] : at[j][1]]].add(number)
        learnt = {}
        by_number = collections.defaultdict(list)
        for phrase, numbers in phrases.items():
            for number in numbers:
                by_number[number].append(phrase)
        for name, numbers in having.items():
            if len(numbers) < 3:
                continue
            counts = collections.Counter(p for n in numbers for p in by_number[n])
            best = max(
                counts,
                key=lambda p: (2 * counts[p] / (len(phrases[p]) + len(numbers)), len(p)),
                default=None,
            )
            if best and 2 * counts[best] / (len(phrases[best]) + len(numbers)) > 0.7:
                learnt[name] = best
        return learnt

    def free(self, taken, start, end):
        return all(end <= s or e <= start for s, e, _ in taken)

    def sentence(self, number):
        """The names of a sentence, what was guessed, what was not found."""
        french, text = self.french[number], self.target[number]
        taken, guessed, missing = [], [], []
        source, target = list(words(french)), list(words(text))
        spans = sorted(self.names.get(number, []), key=lambda it: it[0] - it[1])
        later = []
        for start, end, label in spans:
            name = french[start:end].replace("’", "'")
            if self.same(name, label, text, taken):
                continue
            later.append((start, end, label, name))
        aligned = self.aligner.ends(source, target) if later else []
        for start, end, label, name in later:
            inside = {i for i, (s, e, w) in enumerate(source) if s >= start and e <= end and w not in SMALL}
            if name in self.learnt and self.put(self.learnt[name], label, text, taken):
                guessed.append((name, self.learnt[name], label, "learnt"))
                continue
            hits = [j for j, (i, share, fit) in enumerate(aligned) if i in inside and share > 0.3 and target[j][2] not in SMALL]
            while len(hits) > 1 and hits[-1] - hits[0] >= 2 * len(inside) + 4:
                hits.pop(0 if hits[1] - hits[0] > hits[-1] - hits[-2] else -1)
            if hits:
                s, e = target[hits[0]][0], target[hits[-1]][1]
                surface = text[s:e]
                if self.is_clean(text, target, hits, inside) and self.free(taken, s, e):
                    taken.append((s, e, label))
                    guessed.append((name, surface, label, "aligned"))
                    continue
            if label == "PER":
                # Part of the name, or the translation does without.
                parts = [part for part in name.split(" ") if part[:1].isupper() and len(part) > 2]
                any(self.put(part, label, text, taken) for part in reversed(parts))
                continue
            if label == "LOC" and name.lower() in self.places:
                # A country is spelt as in the table, or is an adjective here.
                continue
            missing.append((name, label))
        self.add_places(text, taken)
        if missing and self.language != "de" and not self.has_other_capitals(text, target, taken):
            # The translation does without these names.
            missing = []
        return sorted(taken), guessed, missing

    def has_other_capitals(self, text, target, taken):
        """Whether a capital stands inside a sentence that belongs to no name that was found."""
        for start, end, _ in target:
            inside = re.search(r"[\w,;)]\s*(?:[’'“\"«]\s*)?$", text[:start])
            if text[start].isupper() and inside and self.free(taken, start, end):
                return True
        return False

    def is_clean(self, text, target, hits, inside):
        """Whether aligned words look like a name: capitals, small words between, no mark."""
        between = range(hits[0], hits[-1] + 1)
        surface = text[target[hits[0]][0] : target[hits[-1]][1]]
        capital = lambda j: text[target[j][0]].isupper()
        allowed = all(j in hits or target[j][2] in SMALL for j in between)
        if self.language == "de":
            allowed = allowed and sum(map(capital, hits)) >= len(inside) - 1
        marks = re.search(r"[,;:()\"„“”«»!?]|\. ", surface)
        return capital(hits[0]) and capital(hits[-1]) and allowed and not marks and len(hits) <= len(inside) + 1

    def add_places(self, text, taken):
        """Places that French has otherwise, `gallois`, where they stand alone."""
        for there in self.all_places:
            if there in text:
                for start, end, compound in occurrences(there, text, self.language):
                    before, after = text[:start].rstrip()[-1:], text[end:].lstrip()
                    near = re.search(r"[^\W\d_]*[A-ZÀ-Þ][\w.’'-]*\s$", text[:start][-30:]) or re.match(r"\s[A-ZÀ-Þ]", text[end : end + 2])
                    if not compound and not near and self.free(taken, start, end) and text[start - 1 : start] != "-":
                        taken.append((start, end, "LOC"))

    def same(self, name, label, text, taken):
        surfaces = [name]
        for article in ("Le ", "La ", "Les ", "L'"):
            if name.startswith(article):
                surfaces.append(name[len(article) :])
        for surface in surfaces:
            if self.put(surface, label, text, taken):
                return True
        if label in ("LOC", "ORG"):
            for there in sorted(self.places.get(name.lower(), ()), key=lambda it: -len(it)):
                capital = " ".join(w[:1].upper() + w[1:] if w not in SMALL else w for w in there.split(" "))
                capital = "-".join(w[:1].upper() + w[1:] for w in capital.split("-"))
                if self.put(capital, label, text, taken):
                    return True
        return False

    def put(self, surface, label, text, taken):
        put = False
        for start, end, compound in occurrences(surface, text, self.language):
            if compound:
                put = True
            elif self.free(taken, start, end):
                taken.append((start, end, label))
                put = True
            elif any(s <= start and end <= e for s, e, _ in taken):
                # Inside a longer name that was found.
                put = put or False
        return put


def write(path, rows, target):
    with open(path, "w", encoding="utf-8") as out:
        for number, spans in sorted(rows.items()):
            text = target[number]
            cells = [
                f"{len(text[:s].encode())}-{len(text[:e].encode())} {label}" for s, e, label in sorted(spans)
            ]
            out.write("\t".join([str(number), *cells]) + "\n")


def main():
    language, data = sys.argv[1:3]
    read = lambda name: (pathlib.Path(data) / name).read_text("utf-8").split("\n")[:-1]
    french, target = read("ntrex-fra.txt"), read(f"ntrex-{language}.txt")
    others = list(zip(read("flores-fr.txt"), read(f"flores-{language}.txt")))
    if len(read("flores-fr.txt")) != len(read(f"flores-{language}.txt")):
        others = []
    names = read_names(HERE / "names/ntrex-fra.tsv", french)
    hand = by_hand(HERE / f"names/by_hand/ntrex-{language}.tsv", target)
    projector = Projector(language, data, french, target, names, others)
    rows, counts = {}, collections.Counter()
    for number, text in enumerate(target):
        if number in hand:
            rows[number] = hand[number]
            counts["by hand"] += len(hand[number])
            continue
        taken, guessed, missing = projector.sentence(number)
        counts["found"] += len(taken)
        counts["guessed"] += len(guessed)
        counts["missing"] += len(missing)
        if guessed or missing:
            print(f"{number}\t{text}")
            for name, there, label, way in guessed:
                print(f"\t{label} {name} = {there}\t({way})")
            for name, label in missing:
                print(f"\t{label} {name} = ?")
        if not missing:
            rows[number] = taken
    write(HERE / f"names/ntrex-{language}.tsv", rows, target)
    print(language, dict(counts), len(rows), "sentences", file=sys.stderr)


if __name__ == "__main__":
    main()
