"""What a dispatch says: who, where, when, and who says what.

Run it with `python examples/press.py`. Its output stands in press.txt.
"""

import griot

DISPATCH = """\
Niamey, 28 novembre 2024 (AFP) – Le général Salifou Modi a reçu mardi à Niamey une délégation russe
conduite par le vice-ministre Iounous-bek Evkourov. « Les choses vont vite 🤝 », a déclaré M. Modi
à l’issue de la rencontre. L’aide annoncée atteint 12 millions d’euros.
Lire aussi : La Russie au Sahel
"""


def main() -> None:
    nlp = griot.load("fr", line_breaks="auto")
    doc = nlp(DISPATCH)

    print("zones")
    for zone in doc.zones:
        print(f"  {zone.kind:<10}{zone.text.strip()[:60]}")

    print(f"names, dates and quantities, against {doc.reference_date}")
    for ent in doc.ents:
        print(f"  {ent.start_char:>3}–{ent.end_char:<4}{ent.label_:<9}{ent.text:<22}{ent.value or ent.id or ''}")

    print("quotations")
    for quotation in doc.quotations:
        print(f"  {quotation.speaker}: {quotation.words}")

    print("lemmas")
    content = [token.lemma_ for token in doc if token.is_alpha and not token.is_stop]
    print(" ", " ".join(content[:12]))

    print("keywords")
    print(" ", ", ".join(word for word, _ in griot.keywords(doc, 4)))


if __name__ == "__main__":
    main()
