//! The features of determiners, pronouns and auxiliaries, as in the English treebanks. Written by hand for this
//! crate.

use crate::document::Pos::{Adj, Adv, Aux, Det, Noun, Pron};
use crate::lang::{Listed, MorphRules};

pub(super) static MORPH: MorphRules = MorphRules {
    listed: &[
        Listed(Det, "Definite=Def|PronType=Art", "the"),
        Listed(Det, "Definite=Ind|PronType=Art", "a an"),
        Listed(Det, "Number=Sing|PronType=Dem", "that this"),
        Listed(Det, "Number=Plur|PronType=Dem", "these those"),
        Listed(Det, "PronType=Neg", "no"),
        Listed(Noun, "Number=Plur", "people police"),
        Listed(Adj, "Degree=Pos", "other"),
        Listed(Det, "PronType=Ind", "another any either some such"),
        Listed(Det, "PronType=Int", "what which"),
        Listed(Pron, "Case=Nom|Number=Sing|Person=1|PronType=Prs", "i"),
        Listed(Pron, "Case=Nom|Person=2|PronType=Prs", "you"),
        Listed(
            Pron,
            "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs",
            "he",
        ),
        Listed(
            Pron,
            "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs",
            "she",
        ),
        Listed(
            Pron,
            "Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs",
            "it",
        ),
        Listed(Pron, "Case=Nom|Number=Plur|Person=1|PronType=Prs", "we"),
        Listed(Pron, "Case=Nom|Number=Plur|Person=3|PronType=Prs", "they"),
        Listed(Pron, "Case=Acc|Number=Sing|Person=1|PronType=Prs", "me"),
        Listed(
            Pron,
            "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs",
            "him",
        ),
        Listed(Pron, "Case=Acc|Number=Plur|Person=1|PronType=Prs", "us"),
        Listed(Pron, "Case=Acc|Number=Plur|Person=3|PronType=Prs", "them"),
        Listed(
            Pron,
            "Case=Gen|Number=Sing|Person=1|Poss=Yes|PronType=Prs",
            "my",
        ),
        Listed(Pron, "Case=Gen|Person=2|Poss=Yes|PronType=Prs", "your"),
        Listed(
            Pron,
            "Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
            "his",
        ),
        Listed(
            Pron,
            "Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
            "her",
        ),
        Listed(
            Pron,
            "Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
            "its",
        ),
        Listed(
            Pron,
            "Case=Gen|Number=Plur|Person=1|Poss=Yes|PronType=Prs",
            "our",
        ),
        Listed(
            Pron,
            "Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs",
            "their",
        ),
        Listed(
            Pron,
            "Case=Acc|Number=Sing|Person=1|PronType=Prs|Reflex=Yes",
            "myself",
        ),
        Listed(
            Pron,
            "Case=Acc|Number=Sing|Person=2|PronType=Prs|Reflex=Yes",
            "yourself",
        ),
        Listed(
            Pron,
            "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
            "himself",
        ),
        Listed(
            Pron,
            "Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
            "herself",
        ),
        Listed(
            Pron,
            "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
            "itself",
        ),
        Listed(
            Pron,
            "Case=Acc|Number=Plur|Person=1|PronType=Prs|Reflex=Yes",
            "ourselves",
        ),
        Listed(
            Pron,
            "Case=Acc|Number=Plur|Person=3|PronType=Prs|Reflex=Yes",
            "themselves",
        ),
        Listed(Pron, "Number=Sing|PronType=Dem", "this"),
        Listed(Pron, "Number=Plur|PronType=Dem", "these those"),
        Listed(
            Pron,
            "Number=Sing|PronType=Ind",
            "anybody anyone anything somebody someone something",
        ),
        Listed(Pron, "Number=Sing|PronType=Neg", "nobody nothing"),
        Listed(Pron, "PronType=Neg", "none"),
        Listed(Pron, "PronType=Int", "what"),
        Listed(Pron, "PronType=Rel", "that which who whom whose"),
        Listed(Adv, "PronType=Dem", "here now then there"),
        Listed(Adv, "PronType=Ind", "anywhere ever somewhere"),
        Listed(Adv, "PronType=Neg", "never nowhere"),
        Listed(
            Adv,
            "Degree=Cmp",
            "better earlier faster later longer worse",
        ),
        Listed(
            Adv,
            "Degree=Pos",
            "early fast hard late long often soon well",
        ),
        Listed(Adv, "Degree=Sup", "best most worst"),
        Listed(Adv, "PronType=Int", "how when where why"),
        Listed(
            Aux,
            "VerbForm=Fin",
            "'d 'll ca can could may might must shall should will wo would",
        ),
        Listed(
            Aux,
            "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin",
            "'m",
        ),
        Listed(
            Aux,
            "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
            "'s",
        ),
    ],
    subjects: &[
        "he", "i", "it", "she", "that", "they", "we", "which", "who", "you",
    ],
    agents_follow: &["by"],
    infinitives_follow: &[
        "'d", "'ll", "ca", "can", "could", "did", "do", "does", "may", "might", "must", "shall",
        "should", "to", "will", "wo", "would",
    ],
    nouns_are_complete: false,
    adjectives_are_complete: false,
};
