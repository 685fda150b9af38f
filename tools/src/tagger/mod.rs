//! Trains the tagger of names: a conditional random field over the features that the library itself
//! computes, on the library's own tokens.

mod aligned;
mod borrowed;
mod classes;
mod crf;
mod texts;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use griot::training::names::{DEEP, LABELS, TAGS, Teacher, bucket};
use griot::{Language, Layer, Pipeline, Span};

use crate::container;
use crate::treebank::Without;
use crf::{Field, PASSES, Sentence};
use texts::Text;

/// A feature that is seen less often is not learnt.
const SEEN: u32 = 3;
/// Buckets of the French model and of the others. Of the features that hash to one the strongest are
/// kept.
const BUCKETS: usize = 26_000;
const OTHER_BUCKETS: usize = 12_000;
/// How often the texts are gone through to choose the features of the others.
const OTHER_PASSES: usize = 4;
/// How much the texts of other languages count.
const OTHER_WEIGHT: f32 = 0.3;
/// Texts that count less are too noisy for other languages.
const CLEAN: f32 = 0.5;

/// The classes of each language, by its code.
type Classes = BTreeMap<String, [Vec<u8>; 3]>;

/// A file with its name, and what there is to say of it.
type File = (String, Vec<u8>, String);

/// The French model.
pub fn train(dir: &Path, without: &[Without]) -> Result<Vec<File>> {
    let language = Language::FRENCH;
    let classes = Classes::from([(language.to_string(), classes::build(dir)?)]);
    let texts = texts::french(dir, without)?;
    let examples = examples(&texts, &classes)?;
    Ok(vec![learn(
        language,
        examples,
        &classes,
        (BUCKETS, PASSES),
    )?])
}

/// The models of some other languages. Each learns from the texts of all.
pub fn train_others(dir: &Path, languages: &[Language], without: &[Without]) -> Result<Vec<File>> {
    let texts = texts::modern(dir, without)?;
    let classes = borrow(dir, &texts)?;
    let examples = examples(&texts, &classes)?;
    let learn = |language: Language| {
        let mut examples = examples.clone();
        examples.retain(|it| it.language == language || it.sentence.weight >= CLEAN);
        for example in examples.iter_mut().filter(|it| it.language != language) {
            example.sentence.weight *= OTHER_WEIGHT;
        }
        learn(language, examples, &classes, (OTHER_BUCKETS, OTHER_PASSES))
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = languages
            .iter()
            .map(|language| scope.spawn(|| learn(*language)))
            .collect();
        let files = threads.into_iter().map(|thread| {
            thread
                .join()
                .unwrap_or_else(|_| bail!("a training ended early"))
        });
        files.collect()
    })
}

/// Learns a model from examples, with those of other languages among them.
fn learn(
    language: Language,
    examples: Vec<Example>,
    classes: &Classes,
    (buckets, passes): (usize, usize),
) -> Result<File> {
    let own = classes.get(&language.to_string());
    let own = own.context("a language without texts")?;
    let (mut sentences, hashes) = numbered(examples, language);
    let mut field = Field::new(hashes.len());
    let first = field.learn(&sentences, passes);
    let kept = strongest(&field, &hashes, buckets);
    for sentence in &mut sentences {
        for features in &mut sentence.features {
            features.retain(|feature| kept.get(*feature as usize).copied().unwrap_or_default());
        }
    }
    let mut field = Field::new(hashes.len());
    let second = field.learn(&sentences, PASSES);
    let tokens: usize = sentences.iter().map(|it| it.tags.len()).sum();
    let summary = format!(
        "{language}: {} sentences, {tokens} tokens; {} features, at last {first:.4} a token; {} kept, {second:.4}",
        sentences.len(),
        hashes.len(),
        kept.iter().filter(|kept| **kept).count(),
    );
    let (rows, steps) = rounded(&field, &hashes, &kept, buckets);
    let file = write(language, rows, &steps, own)?;
    Ok((format!("names-{language}.bin"), file, summary))
}

/// The classes of every language that has texts.
fn borrow(dir: &Path, texts: &[Text]) -> Result<Classes> {
    let lenders = borrowed::Lenders::read(dir)?;
    let parallel = texts::parallel(dir)?;
    let mut classes = Classes::new();
    for language in texts.iter().map(|text| text.language) {
        if let Entry::Vacant(entry) = classes.entry(language.to_string()) {
            let own = texts.iter().filter(|text| text.language == language);
            let own = own.map(|text| text.text.as_str());
            entry.insert(borrowed::build(dir, language, &lenders, &parallel, own)?);
        }
    }
    Ok(classes)
}

/// A sentence of some language. Its features are hashes until they are numbered.
#[derive(Clone)]
struct Example {
    language: Language,
    sentence: Sentence,
}

/// The sentences of the texts with the hashes of their features.
fn examples(texts: &[Text], classes: &Classes) -> Result<Vec<Example>> {
    let mut found = Vec::new();
    for (code, classes) in classes {
        let language: Language = code.parse()?;
        let blank = write(language, Vec::new(), &crf::Steps::default(), classes)?;
        let teacher = Teacher::new(blank)?;
        let pipeline = Pipeline::builder()
            .language(language)
            .layers([Layer::Sentences, Layer::Norms])
            .build()?;
        let mut worker = pipeline.worker();
        for text in texts.iter().filter(|text| text.language == language) {
            let document = worker.annotate(&text.text)?;
            for examples in teacher.examples(document) {
                let (spans, features): (Vec<Span>, Vec<Vec<u32>>) = examples.into_iter().unzip();
                let sentence = Sentence {
                    tags: tags(&spans, &text.names),
                    features,
                    weight: text.weight,
                };
                found.push(Example { language, sentence });
            }
        }
    }
    Ok(found)
}

/// The sentences with their features by number, and the hash of each feature. Features that are in no
/// text of the language itself are not learnt.
fn numbered(examples: Vec<Example>, own: Language) -> (Vec<Sentence>, Vec<u32>) {
    let mut counts: HashMap<u32, (u32, bool)> = HashMap::new();
    for Example { language, sentence } in &examples {
        for feature in sentence.features.iter().flatten() {
            let (count, is_own) = counts.entry(*feature).or_default();
            *count += 1;
            *is_own |= *language == own;
        }
    }
    let mut hashes: Vec<u32> = counts
        .into_iter()
        .filter(|(_, (count, is_own))| *count >= SEEN && *is_own)
        .map(|(feature, _)| feature)
        .collect();
    hashes.sort_unstable();
    let numbers: HashMap<u32, u32> = hashes.iter().copied().zip(0..).collect();
    let mut sentences: Vec<Sentence> = examples.into_iter().map(|it| it.sentence).collect();
    for features in sentences.iter_mut().flat_map(|it| &mut it.features) {
        let known = features.iter().filter_map(|feature| numbers.get(feature));
        *features = known.copied().collect();
    }
    (sentences, hashes)
}

/// The tags of tokens: a name takes all that it touches, unless one before it has.
fn tags(spans: &[Span], names: &[(usize, usize, griot::Label)]) -> Vec<usize> {
    let mut tags = vec![0; spans.len()];
    for (start, end, label) in names {
        let first = spans.partition_point(|span| span.end() <= *start);
        let after = spans.partition_point(|span| span.start() < *end);
        let Some(label) = LABELS.iter().position(|other| other == label) else {
            continue;
        };
        let Some(range) = tags.get_mut(first..after) else {
            continue;
        };
        if range.iter().any(|tag| *tag != 0) {
            continue;
        }
        for (at, tag) in range.iter_mut().enumerate() {
            *tag = 1 + 2 * label + usize::from(at > 0);
        }
    }
    tags
}

/// For each feature whether it is among the strongest of its bucket; two there cannot have the same
/// check.
fn strongest(field: &Field, hashes: &[u32], buckets: usize) -> Vec<bool> {
    let mut order: Vec<(f32, usize)> = (0..hashes.len())
        .map(|number| {
            let weights = weights(field, number);
            (weights.iter().map(|weight| weight.abs()).sum(), number)
        })
        .collect();
    order.sort_by(|(a, first), (b, second)| b.total_cmp(a).then(first.cmp(second)));
    let mut checks: HashMap<usize, Vec<u16>> = HashMap::new();
    let mut kept = vec![false; hashes.len()];
    for (_, number) in order {
        let Some((hash, kept)) = hashes.get(number).zip(kept.get_mut(number)) else {
            continue;
        };
        let (bucket, check) = bucket(*hash, buckets);
        let checks = checks.entry(bucket).or_default();
        if checks.len() < DEEP && !checks.contains(&check) {
            checks.push(check);
            *kept = true;
        }
    }
    kept
}

/// The weights of a feature for the tags but the first, against the first: only what sets tags
/// apart counts.
fn weights(field: &Field, number: usize) -> [f32; TAGS - 1] {
    let [none, others @ ..] = field.weights(number);
    others.map(|weight| weight - none)
}

/// The buckets and steps in whole units: the largest weights have 127.
fn rounded(
    field: &Field,
    hashes: &[u32],
    kept: &[bool],
    count: usize,
) -> (Vec<u8>, crf::Steps<i16>) {
    let numbers = || (0..hashes.len()).filter(|number| kept.get(*number) == Some(&true));
    let mut sizes: Vec<f32> = numbers()
        .flat_map(|number| weights(field, number))
        .map(f32::abs)
        .collect();
    sizes.sort_by(f32::total_cmp);
    // What few weights are above is cut.
    let largest = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 20_000));
    let unit = 127.0 / largest.copied().unwrap_or(1.0);
    let mut buckets: BTreeMap<usize, Vec<(u16, [u8; TAGS - 1])>> = BTreeMap::new();
    for number in numbers() {
        if let Some(hash) = hashes.get(number) {
            let weights = weights(field, number).map(|weight| {
                let rounded = (weight * unit).round().clamp(-127.0, 127.0);
                (rounded as i8).cast_unsigned()
            });
            let (bucket, check) = bucket(*hash, count);
            buckets.entry(bucket).or_default().push((check, weights));
        }
    }
    let mut rows = Vec::new();
    for bucket in 0..count {
        let mut features = buckets.remove(&bucket).unwrap_or_default();
        features.resize(DEEP, (0, [0; TAGS - 1]));
        rows.extend(features.iter().flat_map(|(check, _)| check.to_le_bytes()));
        rows.extend(features.iter().flat_map(|(_, weights)| weights));
    }
    let steps = field.steps.map(|weight| (weight * unit).round() as i16);
    (rows, crf::Steps { unit, ..steps })
}

/// The model file: language, rows, unit and steps, classes.
fn write(
    language: Language,
    rows: Vec<u8>,
    steps: &crf::Steps<i16>,
    [slots, coarse, fine]: &[Vec<u8>; 3],
) -> Result<Vec<u8>> {
    let mut numbers = steps.unit.to_bits().to_le_bytes().to_vec();
    numbers.extend(
        steps
            .weights
            .iter()
            .flatten()
            .flat_map(|it| it.to_le_bytes()),
    );
    let code = language.to_string().into_bytes();
    let sections = [
        code,
        rows,
        numbers,
        slots.clone(),
        coarse.clone(),
        fine.clone(),
    ];
    container::write(b"name", &sections).context("names")
}

#[cfg(test)]
mod tests {
    use super::*;
    use griot::Label;

    #[test]
    fn names_become_tags() {
        let span = |start: u32| Span::from(start..start + 2);
        let spans: Vec<Span> = [0, 3, 6, 9, 12].map(span).into();
        let names = [
            (0, 2, Label::PERSON),
            (3, 11, Label::ORGANISATION),
            (9, 11, Label::LOCATION),
        ];
        assert_eq!(tags(&spans, &names), [1, 5, 6, 6, 0]);
    }
}
