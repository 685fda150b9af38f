//! Lemmas of words of the closed classes, endings of unknown words, and contractions. The lemmas are
//! those of the English treebanks.

use crate::document::Pos;
use crate::document::Pos::{Adj, Adv, Aux, Det, Noun, Part, Pron, Sconj, Verb};
use crate::lang::{Contraction, LemmaRules};

pub(super) static LEMMAS: LemmaRules = LemmaRules {
    listed: LISTED,
    endings: ENDINGS,
    contractions: CONTRACTIONS,
    checked_endings: CHECKED_ENDINGS,
    enclitics: &["'ll", "'re", "'ve", "'d", "'m", "'s"],
    ..LemmaRules::NONE
};

#[rustfmt::skip]
const CONTRACTIONS: &[(&str, Pos, Contraction)] = &[
    ("ain't", Aux, [("ai", Aux), ("n't", Part)]), ("aren't", Aux, [("are", Aux), ("n't", Part)]),
    ("can't", Aux, [("ca", Aux), ("n't", Part)]), ("cannot", Aux, [("can", Aux), ("not", Part)]),
    ("couldn't", Aux, [("could", Aux), ("n't", Part)]),
    ("daren't", Aux, [("dare", Aux), ("n't", Part)]),
    ("didn't", Aux, [("did", Aux), ("n't", Part)]),
    ("doesn't", Aux, [("does", Aux), ("n't", Part)]), ("don't", Aux, [("do", Aux), ("n't", Part)]),
    ("hadn't", Aux, [("had", Aux), ("n't", Part)]), ("hasn't", Aux, [("has", Aux), ("n't", Part)]),
    ("haven't", Aux, [("have", Aux), ("n't", Part)]), ("he'll", Pron, [("he", Pron), ("'ll", Aux)]),
    ("i'll", Pron, [("I", Pron), ("'ll", Aux)]), ("i'm", Pron, [("I", Pron), ("'m", Aux)]),
    ("i've", Pron, [("I", Pron), ("'ve", Aux)]), ("isn't", Aux, [("is", Aux), ("n't", Part)]),
    ("it'll", Pron, [("it", Pron), ("'ll", Aux)]), ("mayn't", Aux, [("may", Aux), ("n't", Part)]),
    ("mightn't", Aux, [("might", Aux), ("n't", Part)]),
    ("mustn't", Aux, [("must", Aux), ("n't", Part)]),
    ("needn't", Aux, [("need", Aux), ("n't", Part)]),
    ("oughtn't", Aux, [("ought", Aux), ("n't", Part)]),
    ("shan't", Aux, [("sha", Aux), ("n't", Part)]), ("she'll", Pron, [("she", Pron), ("'ll", Aux)]),
    ("shouldn't", Aux, [("should", Aux), ("n't", Part)]),
    ("they'll", Pron, [("they", Pron), ("'ll", Aux)]),
    ("they're", Pron, [("they", Pron), ("'re", Aux)]),
    ("they've", Pron, [("they", Pron), ("'ve", Aux)]),
    ("wasn't", Aux, [("was", Aux), ("n't", Part)]), ("we'll", Pron, [("we", Pron), ("'ll", Aux)]),
    ("we're", Pron, [("we", Pron), ("'re", Aux)]), ("we've", Pron, [("we", Pron), ("'ve", Aux)]),
    ("weren't", Aux, [("were", Aux), ("n't", Part)]), ("won't", Aux, [("wo", Aux), ("n't", Part)]),
    ("wouldn't", Aux, [("would", Aux), ("n't", Part)]),
    ("you'll", Pron, [("you", Pron), ("'ll", Aux)]),
    ("you're", Pron, [("you", Pron), ("'re", Aux)]),
    ("you've", Pron, [("you", Pron), ("'ve", Aux)]),
];

#[rustfmt::skip]
const ENDINGS: &[(Pos, &str, &str)] = &[
    (Noun, "ches", "ch"), (Noun, "shes", "sh"), (Noun, "sses", "ss"), (Noun, "zzes", "zz"),
    (Noun, "ies", "y"), (Noun, "xes", "x"), (Noun, "men", "man"), (Noun, "ss", "ss"),
    (Noun, "us", "us"), (Noun, "is", "is"), (Noun, "s", ""), (Verb, "ating", "ate"),
    (Verb, "izing", "ize"), (Verb, "ising", "ise"), (Verb, "bbing", "b"), (Verb, "gging", "g"),
    (Verb, "mming", "m"), (Verb, "nning", "n"), (Verb, "pping", "p"), (Verb, "tting", "t"),
    (Verb, "ying", "y"), (Verb, "ches", "ch"), (Verb, "shes", "sh"), (Verb, "sses", "ss"),
    (Verb, "zzes", "zz"), (Verb, "ates", "ate"), (Verb, "ated", "ate"), (Verb, "izes", "ize"),
    (Verb, "ized", "ize"), (Verb, "ises", "ise"), (Verb, "ised", "ise"), (Verb, "bbed", "b"),
    (Verb, "gged", "g"), (Verb, "mmed", "m"), (Verb, "nned", "n"), (Verb, "pped", "p"),
    (Verb, "tted", "t"), (Verb, "ied", "y"), (Verb, "ies", "y"), (Verb, "xes", "x"),
    (Verb, "ing", ""), (Verb, "ing", "e"), (Verb, "ed", ""), (Verb, "ed", "e"), (Verb, "ss", "ss"),
    (Verb, "s", ""),
];

#[rustfmt::skip]
const CHECKED_ENDINGS: &[(Pos, &str, &str)] = &[
    (Adj, "ggest", "g"), (Adj, "ttest", "t"), (Adj, "iest", "y"), (Adj, "gger", "g"),
    (Adj, "tter", "t"), (Adj, "ier", "y"), (Adj, "est", ""), (Adj, "est", "e"), (Adj, "er", ""),
    (Adj, "er", "e"), (Adv, "iest", "y"), (Adv, "ier", "y"), (Adv, "est", ""), (Adv, "er", ""),
];

#[rustfmt::skip]
const LISTED: &[(&str, Pos, &str)] = &[
    ("'", Part, "'s"), ("'d", Aux, "would"), ("'em", Pron, "they"), ("'ll", Aux, "will"),
    ("'m", Aux, "be"), ("'re", Aux, "be"), ("'s", Aux, "be"), ("'s", Part, "'s"),
    ("'ve", Aux, "have"), ("a", Det, "a"), ("a.m.", Noun, "a.m."), ("ain't", Aux, "be"),
    ("am", Aux, "be"), ("am", Noun, "a.m."), ("am", Verb, "be"), ("an", Det, "a"),
    ("are", Aux, "be"), ("are", Verb, "be"), ("aren't", Aux, "be"), ("be", Aux, "be"),
    ("be", Verb, "be"), ("been", Aux, "be"), ("been", Verb, "be"), ("being", Aux, "be"),
    ("being", Verb, "be"), ("best", Adj, "good"), ("best", Adv, "well"), ("better", Adj, "good"),
    ("better", Adv, "well"), ("ca", Aux, "can"), ("can", Aux, "can"), ("can't", Aux, "can"),
    ("cannot", Aux, "can"), ("closer", Adv, "close"), ("closest", Adv, "close"),
    ("could", Aux, "could"), ("couldn't", Aux, "could"), ("dare", Aux, "dare"),
    ("daren't", Aux, "dare"), ("data", Noun, "datum"), ("did", Aux, "do"), ("did", Verb, "do"),
    ("didn't", Aux, "do"), ("do", Aux, "do"), ("do", Verb, "do"), ("does", Aux, "do"),
    ("does", Verb, "do"), ("doesn't", Aux, "do"), ("doing", Aux, "do"), ("doing", Verb, "do"),
    ("don't", Aux, "do"), ("done", Aux, "do"), ("done", Verb, "do"), ("earlier", Adv, "early"),
    ("earliest", Adv, "early"), ("em", Pron, "they"), ("etc", Noun, "etc."), ("etc.", Noun, "etc."),
    ("farther", Adj, "far"), ("farther", Adv, "far"), ("faster", Adv, "fast"),
    ("fastest", Adv, "fast"), ("first", Adj, "first"), ("further", Adj, "far"),
    ("further", Adv, "far"), ("furthest", Adj, "far"), ("furthest", Adv, "far"),
    ("get", Aux, "get"), ("gets", Aux, "get"), ("getting", Aux, "get"), ("gon", Verb, "go"),
    ("gonna", Verb, "go"), ("got", Aux, "get"), ("got", Verb, "get"), ("gotta", Verb, "get"),
    ("gotten", Aux, "get"), ("gotten", Verb, "get"), ("had", Aux, "have"), ("had", Verb, "have"),
    ("hadn't", Aux, "have"), ("harder", Adv, "hard"), ("hardest", Adv, "hard"),
    ("has", Aux, "have"), ("has", Verb, "have"), ("hasn't", Aux, "have"), ("have", Aux, "have"),
    ("have", Verb, "have"), ("haven't", Aux, "have"), ("having", Aux, "have"),
    ("having", Verb, "have"), ("he", Pron, "he"), ("her", Pron, "her"), ("higher", Adv, "high"),
    ("highest", Adv, "high"), ("him", Pron, "he"), ("his", Pron, "his"), ("i", Pron, "I"),
    ("is", Aux, "be"), ("is", Verb, "be"), ("isn't", Aux, "be"), ("it", Pron, "it"),
    ("its", Pron, "its"), ("last", Adj, "last"), ("later", Adv, "late"), ("latest", Adv, "late"),
    ("least", Adj, "least"), ("least", Adv, "least"), ("leaves", Noun, "leaf"),
    ("less", Adj, "less"), ("less", Adv, "less"), ("lives", Noun, "life"), ("longer", Adv, "long"),
    ("longest", Adv, "long"), ("lower", Adv, "low"), ("lowest", Adv, "low"), ("may", Aux, "may"),
    ("mayn't", Aux, "may"), ("me", Pron, "I"), ("media", Noun, "media"), ("might", Aux, "might"),
    ("mightn't", Aux, "might"), ("more", Adj, "more"), ("more", Adv, "more"), ("most", Adj, "most"),
    ("most", Adv, "most"), ("mr", Noun, "mr."), ("mr.", Noun, "mr."), ("must", Aux, "must"),
    ("mustn't", Aux, "must"), ("my", Pron, "my"), ("myself", Pron, "myself"), ("n't", Part, "not"),
    ("nearer", Adv, "near"), ("nearest", Adv, "near"), ("need", Aux, "need"),
    ("needn't", Aux, "need"), ("no.", Noun, "number"), ("not", Part, "not"), ("nt", Part, "not"),
    ("other", Adj, "other"), ("others", Noun, "other"), ("ought", Aux, "ought"),
    ("oughtn't", Aux, "ought"), ("our", Pron, "our"), ("p.m.", Noun, "p.m."),
    ("people", Noun, "people"), ("persons", Noun, "person"), ("pm", Noun, "p.m."),
    ("sha", Aux, "shall"), ("shall", Aux, "shall"), ("shan't", Aux, "shall"), ("she", Pron, "she"),
    ("should", Aux, "should"), ("shouldn't", Aux, "should"), ("so", Adv, "so"),
    ("sooner", Adv, "soon"), ("soonest", Adv, "soon"), ("that", Det, "that"),
    ("that", Pron, "that"), ("the", Det, "the"), ("their", Pron, "their"), ("them", Pron, "they"),
    ("these", Det, "this"), ("these", Pron, "this"), ("this", Det, "this"), ("this", Pron, "this"),
    ("those", Det, "that"), ("those", Pron, "that"), ("to", Part, "to"), ("u", Pron, "you"),
    ("us", Pron, "we"), ("wan", Verb, "want"), ("wanna", Verb, "want"), ("was", Aux, "be"),
    ("was", Verb, "be"), ("wasn't", Aux, "be"), ("were", Aux, "be"), ("were", Verb, "be"),
    ("weren't", Aux, "be"), ("whether", Sconj, "whether"), ("who", Pron, "who"),
    ("whom", Pron, "who"), ("whose", Pron, "whose"), ("will", Aux, "will"), ("wo", Aux, "will"),
    ("won't", Aux, "will"), ("worse", Adj, "bad"), ("worse", Adv, "badly"), ("worst", Adj, "bad"),
    ("worst", Adv, "badly"), ("would", Aux, "would"), ("wouldn't", Aux, "would"),
    ("ya", Pron, "you"), ("your", Pron, "your"),
];
