//! The features of articles, pronouns and auxiliaries, as in the Portuguese treebanks. Written by hand for this
//! crate.

use crate::document::Pos::{Aux, Det, Pron};
use crate::lang::{Listed, MorphRules};

pub(super) static MORPH: MorphRules = MorphRules {
    listed: &[
        Listed(
            Det,
            "Definite=Def|Gender=Masc|Number=Sing|PronType=Art",
            "o",
        ),
        Listed(Det, "Definite=Def|Gender=Fem|Number=Sing|PronType=Art", "a"),
        Listed(
            Det,
            "Definite=Def|Gender=Masc|Number=Plur|PronType=Art",
            "os",
        ),
        Listed(
            Det,
            "Definite=Def|Gender=Fem|Number=Plur|PronType=Art",
            "as",
        ),
        Listed(
            Det,
            "Definite=Ind|Gender=Masc|Number=Sing|PronType=Art",
            "um",
        ),
        Listed(
            Det,
            "Definite=Ind|Gender=Fem|Number=Sing|PronType=Art",
            "uma",
        ),
        Listed(
            Det,
            "Definite=Ind|Gender=Masc|Number=Plur|PronType=Art",
            "uns",
        ),
        Listed(
            Det,
            "Definite=Ind|Gender=Fem|Number=Plur|PronType=Art",
            "umas",
        ),
        Listed(
            Det,
            "Gender=Masc|Number=Sing|PronType=Dem",
            "aquele esse este",
        ),
        Listed(
            Det,
            "Gender=Fem|Number=Sing|PronType=Dem",
            "aquela essa esta",
        ),
        Listed(
            Det,
            "Gender=Masc|Number=Plur|PronType=Dem",
            "aqueles esses estes",
        ),
        Listed(
            Det,
            "Gender=Fem|Number=Plur|PronType=Dem",
            "aquelas essas estas",
        ),
        Listed(
            Det,
            "Gender=Masc|Number=Sing|PronType=Prs",
            "meu nosso seu teu vosso",
        ),
        Listed(
            Det,
            "Gender=Fem|Number=Sing|PronType=Prs",
            "minha nossa sua tua vossa",
        ),
        Listed(
            Det,
            "Gender=Masc|Number=Plur|PronType=Prs",
            "meus nossos seus teus vossos",
        ),
        Listed(
            Det,
            "Gender=Fem|Number=Plur|PronType=Prs",
            "minhas nossas suas tuas vossas",
        ),
        Listed(
            Det,
            "Gender=Masc|Number=Sing|PronType=Ind",
            "algum certo diverso muito outro pouco qualquer tanto vário",
        ),
        Listed(
            Det,
            "Gender=Fem|Number=Sing|PronType=Ind",
            "alguma certa diversa muita outra pouca tanta vária",
        ),
        Listed(
            Det,
            "Gender=Masc|Number=Plur|PronType=Ind",
            "alguns certos diversos muitos outros poucos tantos vários",
        ),
        Listed(
            Det,
            "Gender=Fem|Number=Plur|PronType=Ind",
            "algumas certas diversas muitas outras poucas tantas várias",
        ),
        Listed(Det, "Gender=Masc|Number=Sing|PronType=Neg", "nenhum"),
        Listed(Det, "Gender=Fem|Number=Sing|PronType=Neg", "nenhuma"),
        Listed(Det, "Gender=Masc|Number=Sing|PronType=Rel", "cujo"),
        Listed(Det, "Gender=Fem|Number=Sing|PronType=Rel", "cuja"),
        Listed(Det, "Gender=Masc|Number=Plur|PronType=Rel", "cujos"),
        Listed(Det, "Gender=Fem|Number=Plur|PronType=Rel", "cujas"),
        Listed(Det, "Gender=Masc|Number=Sing", "todo"),
        Listed(Det, "Gender=Fem|Number=Sing", "toda"),
        Listed(Det, "Gender=Masc|Number=Plur", "todos"),
        Listed(Det, "Gender=Fem|Number=Plur", "todas"),
        Listed(Pron, "Case=Nom|Number=Sing|Person=1|PronType=Prs", "eu"),
        Listed(Pron, "Case=Nom|Number=Sing|Person=2|PronType=Prs", "tu"),
        Listed(
            Pron,
            "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs",
            "ele",
        ),
        Listed(
            Pron,
            "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs",
            "ela",
        ),
        Listed(Pron, "Case=Nom|Number=Sing|Person=3|PronType=Prs", "você"),
        Listed(Pron, "Case=Nom|Number=Plur|Person=1|PronType=Prs", "nós"),
        Listed(Pron, "Case=Nom|Number=Plur|Person=2|PronType=Prs", "vós"),
        Listed(
            Pron,
            "Case=Nom|Gender=Masc|Number=Plur|Person=3|PronType=Prs",
            "eles",
        ),
        Listed(
            Pron,
            "Case=Nom|Gender=Fem|Number=Plur|Person=3|PronType=Prs",
            "elas",
        ),
        Listed(Pron, "Case=Nom|Number=Plur|Person=3|PronType=Prs", "vocês"),
        Listed(Pron, "Case=Acc|Number=Sing|Person=1|PronType=Prs", "-me me"),
        Listed(Pron, "Case=Acc|Number=Sing|Person=2|PronType=Prs", "-te te"),
        Listed(Pron, "Case=Acc|Person=3|PronType=Prs", "-se se"),
        Listed(
            Pron,
            "Case=Acc|Number=Plur|Person=1|PronType=Prs",
            "-nos nos",
        ),
        Listed(
            Pron,
            "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs",
            "-lo -no -o",
        ),
        Listed(
            Pron,
            "Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs",
            "-a -la -na",
        ),
        Listed(
            Pron,
            "Case=Acc|Gender=Masc|Number=Plur|Person=3|PronType=Prs",
            "-los -os",
        ),
        Listed(
            Pron,
            "Case=Acc|Gender=Fem|Number=Plur|Person=3|PronType=Prs",
            "-as -las -nas",
        ),
        Listed(
            Pron,
            "Case=Dat|Number=Sing|Person=3|PronType=Prs",
            "-lhe lhe",
        ),
        Listed(
            Pron,
            "Case=Dat|Number=Plur|Person=3|PronType=Prs",
            "-lhes lhes",
        ),
        Listed(Pron, "Number=Sing|Person=1|PronType=Prs", "mim"),
        // `o que`
        Listed(
            Pron,
            "Gender=Masc|Number=Sing|PronType=Dem",
            "aquele aquilo esse este isso isto o",
        ),
        Listed(
            Pron,
            "Gender=Fem|Number=Sing|PronType=Dem",
            "a aquela essa esta",
        ),
        Listed(
            Pron,
            "Gender=Masc|Number=Plur|PronType=Dem",
            "aqueles esses estes os",
        ),
        Listed(
            Pron,
            "Gender=Fem|Number=Plur|PronType=Dem",
            "aquelas as essas estas",
        ),
        Listed(
            Pron,
            "Gender=Masc|Number=Sing|PronType=Ind",
            "algo alguém nada ninguém outro tudo um",
        ),
        Listed(Pron, "Gender=Fem|Number=Sing|PronType=Ind", "outra uma"),
        Listed(
            Pron,
            "Gender=Masc|Number=Plur|PronType=Ind",
            "alguns muitos outros poucos",
        ),
        Listed(
            Pron,
            "Gender=Fem|Number=Plur|PronType=Ind",
            "algumas muitas outras poucas",
        ),
        Listed(Pron, "Number=Sing|PronType=Rel", "quem"),
        Listed(Pron, "PronType=Rel", "onde que"),
        // Not of `seriar`.
        Listed(Aux, "Mood=Cnd|Number=Sing|Person=3|VerbForm=Fin", "seria"),
        Listed(Aux, "Mood=Cnd|Number=Plur|Person=3|VerbForm=Fin", "seriam"),
    ],
    subjects: &[
        "ela", "elas", "ele", "eles", "eu", "nós", "tu", "você", "vocês", "vós",
    ],
    infinitives_follow: &[],
    agents_follow: &[],
    nouns_are_complete: true,
    adjectives_are_complete: true,
};
