//! Texts that strangers may send: what is repeated to make them, and prose to hold them against.

/// Of many things the share that a test takes: all if the environment variable `GRIOT_THOROUGH` is set, and
/// else one in four, beginning with the nth.
pub fn share<T>(things: impl IntoIterator<Item = T>, nth: usize) -> impl Iterator<Item = T> {
    let thorough = std::env::var_os("GRIOT_THOROUGH").is_some();
    let (skipped, step) = if thorough { (0, 1) } else { (nth % 4, 4) };
    things.into_iter().skip(skipped).step_by(step)
}

/// What a text is made of.
#[derive(Clone, Copy)]
pub enum Shape {
    /// The same piece again and again.
    Repeat(&'static str),
    /// Pieces by their number.
    Numbered(&'static str, fn(usize) -> String),
}

use Shape::{Numbered, Repeat};

impl Shape {
    pub fn name(self) -> String {
        match self {
            Repeat(piece) => format!("{piece:?}"),
            Numbered(name, _) => name.to_owned(),
        }
    }

    /// A text of about so many bytes.
    pub fn text(self, length: usize) -> String {
        match self {
            Repeat(piece) => piece.repeat(length / piece.len()),
            Numbered(_, piece) => {
                let mut text = String::with_capacity(length + 64);
                for number in 0.. {
                    text += &piece(number);
                    if text.len() >= length {
                        break;
                    }
                }
                text
            }
        }
    }
}

/// A word of letters for each number.
pub fn word(mut number: usize) -> String {
    let mut word = String::new();
    loop {
        word.push_str(["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru"][number % 10]);
        number /= 10;
        if number == 0 {
            return word;
        }
    }
}

fn capital(number: usize) -> String {
    let word = word(number);
    word[..1].to_uppercase() + &word[1..]
}

/// What a rule might read again from each of its parts, over and over.
pub const SHAPES: &[Shape] = &[
    Repeat("§."),
    Repeat("Jean-"),
    Repeat("Jean-Jean "),
    Repeat("Putin's "),
    Repeat("Foreign Minister "),
    Repeat("Herr "),
    Repeat("3. "),
    Repeat("a"),
    Repeat("'"),
    Repeat("."),
    Repeat("« "),
    Repeat("l’"),
    Repeat("a-"),
    Repeat("-t-"),
    Repeat("oe"),
    Repeat("Ea-"),
    Repeat("a."),
    Repeat("A."),
    Repeat("A.-"),
    Repeat("A. "),
    Repeat("1) "),
    Repeat("+1 "),
    Repeat("a. A. "),
    Repeat("#"),
    Repeat("@"),
    Repeat("a@"),
    Repeat("http://"),
    Repeat("("),
    Repeat("a("),
    Repeat("\""),
    Repeat("1 000 "),
    Repeat("1/"),
    Repeat("1/1"),
    Repeat("J. "),
    Repeat("\u{301}"),
    Repeat(" \u{301}"),
    Repeat("\u{202f}a"),
    Repeat("👨\u{200d}👩"),
    Repeat("Ab."),
    Repeat("a:"),
    Repeat("ab:"),
    Repeat("la-"),
    Repeat("-la"),
    Repeat(".("),
    Repeat("!«"),
    Repeat("Jean "),
    Repeat("Dupont "),
    Repeat("Jean Dupont. "),
    Repeat("Russe russe "),
    Repeat("M. Le "),
    Repeat("Le Monde "),
    Repeat("A. B. "),
    Repeat("président de la "),
    Repeat("Jean de "),
    Repeat("Conseil de "),
    Repeat("CNSP ("),
    Repeat("é"),
    Repeat("\n"),
    Repeat("ministre de la Défense, du Commerce et "),
    Repeat("du 3 au 5 mars "),
    Repeat("il y a trois "),
    Repeat("N’D"),
    Repeat("日本"),
    Repeat("ん"),
    Repeat("カ"),
    Repeat("。」と"),
    Repeat("「"),
    Repeat("ไทย"),
    Repeat("ก\u{e48}"),
    Repeat("moov portabilité "),
    Repeat("Lire aussi : "),
    Repeat("Lire aussi :\n"),
    Repeat("Par Jean Dupont "),
    Repeat("Publié le 12 mars 2024 "),
    Repeat("Niamey, 3 mars (AFP) – "),
    Repeat("(AFP) "),
    Repeat("AC/APA\n"),
    Repeat("Jean Dupont\n"),
    Repeat("12 mars 2024\n"),
    Repeat("Un titre\n\n"),
    Repeat("Un titre\n\nUne phrase qui est longue assez pour un paragraphe, et qui finit ici.\n\n"),
    Repeat("> a\n"),
    Repeat("ab\n\n"),
    Repeat("© "),
    Repeat("A ? » "),
    Repeat("a\u{300}\u{301}"),
    Repeat("0"),
    Repeat("1,"),
    Repeat("1.000."),
    Repeat("€ 5 "),
    Repeat("5 % "),
    Repeat("(a) "),
    Repeat("["),
    Repeat("a_"),
    Repeat("\u{ad}"),
    Repeat("\u{200b}"),
    Repeat("\t"),
    Repeat("\r\n"),
    Repeat("…"),
    Repeat("— "),
    Repeat("!!!? "),
    Repeat("l’an mil "),
    Repeat("3 mars "),
    Repeat("lundi "),
    Repeat("20 h 30 "),
    Repeat("100 millions "),
    Repeat("Ville de "),
    Repeat("New York "),
    Repeat("McDonald "),
    Repeat("d'Or "),
    Repeat("dell’"),
    Repeat("zo’n "),
    Repeat("’s "),
    Repeat("in het "),
    Repeat("von der "),
    Repeat("I. "),
    Repeat("« Oui » "),
    Repeat("„a "),
    Repeat("A "),
    Repeat("É "),
    Repeat("Ж "),
    Repeat("A, "),
    Repeat("Jean, "),
    Repeat("voilàLire aussi : "),
    Repeat("le directeur de Paris à des amis de Zabbo "),
    Numbered("unique words", |number| word(number) + " "),
    Numbered("unique names", |number| capital(number) + " "),
    Numbered("unique full names", |number| {
        format!("Jean {} est venu. ", capital(number))
    }),
    Numbered("unique organisations", |number| {
        format!("le Conseil {} ", capital(number))
    }),
    Numbered("unique short lines", |number| word(number) + "\n"),
    Numbered("unique sentences", |number| {
        capital(number) + " a dit oui. "
    }),
    Numbered("unique acronyms", |number| {
        word(number).to_uppercase() + " "
    }),
    Numbered("unique dates", |number| {
        format!("le {} mars {} ", number % 28 + 1, 1000 + number % 1000)
    }),
    Numbered("unique numbers", |number| format!("{} ", 10_000 + number)),
    Numbered("unique hashtags", |number| format!("#{} ", word(number))),
    Numbered("unique addresses", |number| {
        format!("http://{}.fr ", word(number))
    }),
    Numbered("unique hyphens", |number| word(number) + "-"),
];

/// Prose of each language that has rules for names and dates. It repeats itself, as the shapes do.
pub const PROSE: [(&str, &str); 7] = [
    (
        "fr",
        "Le général Salifou Modi s’est rendu mardi à Moscou, où il a été reçu par le ministre de la Défense. L’accord prévoit la livraison de 12 000 tonnes de blé avant la fin du mois de mars. « Nous n’avons rien à cacher », a déclaré le porte-parole du gouvernement, qui parlait à la presse. Les habitants de la région attendent depuis longtemps que la route soit réparée, car les pluies de l’été dernier ont emporté deux ponts. ",
    ),
    (
        "en",
        "General Salifou Modi travelled to Moscow on Tuesday, where he was received by the minister of defence. The agreement provides for the delivery of 12,000 tonnes of wheat before the end of March. “We have nothing to hide,” said the spokesman of the government, who was talking to the press. The people of the region have long been waiting for the road to be repaired, because the rains of last summer carried away two bridges. ",
    ),
    (
        "de",
        "General Salifou Modi ist am Dienstag nach Moskau gereist, wo ihn der Verteidigungsminister empfangen hat. Das Abkommen sieht vor, dass bis Ende März 12.000 Tonnen Weizen geliefert werden. „Wir haben nichts zu verbergen“, sagte der Sprecher der Regierung vor der Presse. Die Bewohner der Gegend warten seit langem darauf, dass die Straße ausgebessert wird, denn der Regen des letzten Sommers hat zwei Brücken mitgerissen. ",
    ),
    (
        "es",
        "El general Salifou Modi viajó el martes a Moscú, donde fue recibido por el ministro de Defensa. El acuerdo prevé la entrega de 12.000 toneladas de trigo antes de fines de marzo. «No tenemos nada que ocultar», declaró el portavoz del gobierno, que hablaba con la prensa. Los habitantes de la región esperan desde hace tiempo que se repare la carretera, porque las lluvias del verano pasado se llevaron dos puentes. ",
    ),
    (
        "pt",
        "O general Salifou Modi viajou na terça-feira para Moscou, onde foi recebido pelo ministro da Defesa. O acordo prevê a entrega de 12.000 toneladas de trigo antes do fim de março. “Não temos nada a esconder”, declarou o porta-voz do governo, que falava à imprensa. Os habitantes da região esperam há muito tempo que a estrada seja reparada, porque as chuvas do verão passado levaram duas pontes. ",
    ),
    (
        "it",
        "Il generale Salifou Modi si è recato martedì a Mosca, dove è stato ricevuto dal ministro della Difesa. L’accordo prevede la consegna di 12.000 tonnellate di grano prima della fine di marzo. «Non abbiamo nulla da nascondere», ha dichiarato il portavoce del governo, che parlava alla stampa. Gli abitanti della regione aspettano da tempo che la strada venga riparata, perché le piogge dell’estate scorsa hanno portato via due ponti. ",
    ),
    (
        "nl",
        "Generaal Salifou Modi is dinsdag naar Moskou gereisd, waar hij werd ontvangen door de minister van Defensie. Het akkoord voorziet in de levering van 12.000 ton tarwe voor het einde van maart. “Wij hebben niets te verbergen”, zei de woordvoerder van de regering, die met de pers sprak. De inwoners van de streek wachten al lang tot de weg wordt hersteld, want de regen van vorige zomer heeft twee bruggen meegesleurd. ",
    ),
];
