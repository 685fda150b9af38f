//! The features of articles, pronouns and forms of `être`, as in the French treebanks.

use crate::document::Pos::{Adv, Aux, Det, Pron, Verb};
use crate::lang::{Listed, MorphRules};

pub(super) static MORPH: MorphRules = MorphRules {
    listed: &[
        Listed(
            Det,
            "Definite=Def|Gender=Masc|Number=Sing|PronType=Art",
            "le",
        ),
        Listed(
            Det,
            "Definite=Def|Gender=Fem|Number=Sing|PronType=Art",
            "la",
        ),
        Listed(Det, "Definite=Def|Number=Sing|PronType=Art", "l'"),
        Listed(Det, "Definite=Def|Number=Plur|PronType=Art", "les"),
        Listed(
            Det,
            "Definite=Ind|Gender=Masc|Number=Sing|PronType=Art",
            "du un",
        ),
        Listed(
            Det,
            "Definite=Ind|Gender=Fem|Number=Sing|PronType=Art",
            "une",
        ),
        Listed(Det, "Definite=Ind|Number=Plur|PronType=Art", "d' de des"),
        Listed(Det, "Gender=Masc|Number=Sing|PronType=Dem", "ce cet"),
        Listed(Det, "Gender=Fem|Number=Sing|PronType=Dem", "cette"),
        Listed(Det, "Number=Plur|PronType=Dem", "ces"),
        // `son` stands before feminine nouns too: `son amie`.
        Listed(
            Det,
            "Number=Sing|Poss=Yes|PronType=Prs",
            "leur mon notre son ton votre",
        ),
        Listed(
            Det,
            "Gender=Fem|Number=Sing|Poss=Yes|PronType=Prs",
            "ma sa ta",
        ),
        Listed(
            Det,
            "Number=Plur|Poss=Yes|PronType=Prs",
            "leurs mes nos ses tes vos",
        ),
        Listed(Det, "Number=Plur|PronType=Ind", "plusieurs quelques"),
        Listed(Det, "Number=Sing|PronType=Ind", "chaque quelque"),
        Listed(
            Det,
            "Gender=Masc|Number=Sing|PronType=Ind",
            "certain maint tel tout",
        ),
        Listed(
            Det,
            "Gender=Fem|Number=Sing|PronType=Ind",
            "certaine mainte telle toute",
        ),
        Listed(
            Det,
            "Gender=Masc|Number=Plur|PronType=Ind",
            "certains différents divers maints tels tous",
        ),
        Listed(
            Det,
            "Gender=Fem|Number=Plur|PronType=Ind",
            "certaines différentes diverses maintes telles toutes",
        ),
        Listed(Det, "Gender=Masc|Number=Sing|PronType=Int", "quel"),
        Listed(Det, "Gender=Fem|Number=Sing|PronType=Int", "quelle"),
        Listed(Det, "Gender=Masc|Number=Plur|PronType=Int", "quels"),
        Listed(Det, "Gender=Fem|Number=Plur|PronType=Int", "quelles"),
        Listed(Det, "Gender=Masc|Number=Sing|PronType=Neg", "aucun nul"),
        Listed(Det, "Gender=Fem|Number=Sing|PronType=Neg", "aucune nulle"),
        Listed(Det, "Gender=Masc|Number=Plur|PronType=Neg", "aucuns nuls"),
        Listed(Det, "Gender=Fem|Number=Plur|PronType=Neg", "aucunes nulles"),
        Listed(Pron, "Number=Sing|Person=1|PronType=Prs", "j' je m' me moi"),
        Listed(Pron, "Number=Sing|Person=2|PronType=Prs", "t' te toi tu"),
        Listed(Pron, "Number=Plur|Person=1|PronType=Prs", "nous"),
        Listed(Pron, "Number=Plur|Person=2|PronType=Prs", "vous"),
        Listed(
            Pron,
            "Gender=Masc|Number=Sing|Person=3|PronType=Prs",
            "il le lui",
        ),
        Listed(
            Pron,
            "Gender=Fem|Number=Sing|Person=3|PronType=Prs",
            "elle la",
        ),
        Listed(Pron, "Number=Sing|Person=3|PronType=Prs", "l'"),
        Listed(
            Pron,
            "Gender=Masc|Number=Plur|Person=3|PronType=Prs",
            "eux ils",
        ),
        Listed(
            Pron,
            "Gender=Fem|Number=Plur|Person=3|PronType=Prs",
            "elles",
        ),
        Listed(Pron, "Number=Plur|Person=3|PronType=Prs", "les leur"),
        Listed(Pron, "Person=3|PronType=Prs", "en y"),
        Listed(
            Pron,
            "Person=3|PronType=Prs|Reflex=Yes",
            "s' se soi soi-même",
        ),
        Listed(
            Pron,
            "Number=Sing|Person=1|PronType=Prs|Reflex=Yes",
            "moi-même",
        ),
        Listed(
            Pron,
            "Number=Sing|Person=2|PronType=Prs|Reflex=Yes",
            "toi-même",
        ),
        Listed(
            Pron,
            "Number=Plur|Person=1|PronType=Prs|Reflex=Yes",
            "nous-mêmes",
        ),
        Listed(
            Pron,
            "Number=Plur|Person=2|PronType=Prs|Reflex=Yes",
            "vous-mêmes",
        ),
        Listed(
            Pron,
            "Gender=Masc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
            "lui-même",
        ),
        Listed(
            Pron,
            "Gender=Fem|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
            "elle-même",
        ),
        Listed(
            Pron,
            "Gender=Masc|Number=Plur|Person=3|PronType=Prs|Reflex=Yes",
            "eux-mêmes",
        ),
        Listed(
            Pron,
            "Gender=Fem|Number=Plur|Person=3|PronType=Prs|Reflex=Yes",
            "elles-mêmes",
        ),
        Listed(
            Pron,
            "Gender=Masc|Number=Sing|Poss=Yes|PronType=Prs",
            "mien sien tien",
        ),
        Listed(
            Pron,
            "Gender=Fem|Number=Sing|Poss=Yes|PronType=Prs",
            "mienne sienne tienne",
        ),
        Listed(
            Pron,
            "Gender=Masc|Number=Plur|Poss=Yes|PronType=Prs",
            "miens siens tiens",
        ),
        Listed(
            Pron,
            "Gender=Fem|Number=Plur|Poss=Yes|PronType=Prs",
            "miennes siennes tiennes",
        ),
        Listed(Pron, "Number=Sing|Poss=Yes|PronType=Prs", "nôtre vôtre"),
        Listed(
            Pron,
            "Number=Plur|Poss=Yes|PronType=Prs",
            "leurs nôtres vôtres",
        ),
        Listed(
            Pron,
            "Gender=Masc|Number=Sing|Person=3|PronType=Dem",
            "c' ce ceci cela celui celui-ci celui-là ça",
        ),
        Listed(
            Pron,
            "Gender=Fem|Number=Sing|Person=3|PronType=Dem",
            "celle celle-ci celle-là",
        ),
        Listed(
            Pron,
            "Gender=Masc|Number=Plur|Person=3|PronType=Dem",
            "ceux ceux-ci ceux-là",
        ),
        Listed(
            Pron,
            "Gender=Fem|Number=Plur|Person=3|PronType=Dem",
            "celles celles-ci celles-là",
        ),
        Listed(Pron, "PronType=Rel", "dont où qu' que qui quoi"),
        Listed(
            Pron,
            "Gender=Masc|Number=Sing|PronType=Rel",
            "auquel duquel lequel",
        ),
        Listed(Pron, "Gender=Fem|Number=Sing|PronType=Rel", "laquelle"),
        Listed(
            Pron,
            "Gender=Masc|Number=Plur|PronType=Rel",
            "auxquels desquels lesquels",
        ),
        Listed(
            Pron,
            "Gender=Fem|Number=Plur|PronType=Rel",
            "auxquelles desquelles lesquelles",
        ),
        Listed(Pron, "PronType=Int", "qu'est-ce"),
        Listed(Pron, "Gender=Masc|Number=Sing|PronType=Int", "quel"),
        Listed(Pron, "Gender=Fem|Number=Sing|PronType=Int", "quelle"),
        Listed(Pron, "Gender=Masc|Number=Plur|PronType=Int", "quels"),
        Listed(Pron, "Gender=Fem|Number=Plur|PronType=Int", "quelles"),
        Listed(
            Pron,
            "Gender=Masc|Number=Sing|Person=3|PronType=Ind",
            "certain chacun l'on on quelqu'un tel tout un",
        ),
        Listed(
            Pron,
            "Gender=Fem|Number=Sing|Person=3|PronType=Ind",
            "certaine chacune telle toute une",
        ),
        Listed(
            Pron,
            "Gender=Masc|Number=Plur|Person=3|PronType=Ind",
            "certains quelques-uns tous uns",
        ),
        Listed(
            Pron,
            "Gender=Fem|Number=Plur|Person=3|PronType=Ind",
            "certaines quelques-unes toutes unes",
        ),
        Listed(
            Pron,
            "Number=Sing|Person=3|PronType=Ind",
            "autre autrui même",
        ),
        Listed(
            Pron,
            "Number=Plur|Person=3|PronType=Ind",
            "autres mêmes plusieurs",
        ),
        Listed(
            Pron,
            "Gender=Masc|Number=Sing|PronType=Neg",
            "aucun nul personne rien",
        ),
        Listed(Pron, "Gender=Fem|Number=Sing|PronType=Neg", "aucune nulle"),
        Listed(Adv, "PronType=Int", "combien comment pourquoi"),
        // Not of `étayer`.
        Listed(
            Aux,
            "Mood=Ind|Number=Plur|Person=3|Tense=Imp|VerbForm=Fin",
            "étaient",
        ),
        Listed(
            Verb,
            "Mood=Ind|Number=Plur|Person=3|Tense=Imp|VerbForm=Fin",
            "étaient",
        ),
    ],
    subjects: &[
        "-je", "-nous", "-tu", "-vous", "elle", "elles", "il", "ils", "j'", "je", "nous", "on",
        "tu", "vous",
    ],
    infinitives_follow: &[],
    agents_follow: &[],
    nouns_are_complete: true,
    adjectives_are_complete: false,
};
