//! Links the entities of several documents.

use std::collections::HashMap;

use super::ids::{fold, id_of};
use super::link::LONGEST_END;
use super::skeleton;
use crate::document::{Document, Entity, EntitySource, Label};
use crate::lang::Rules;
use crate::normalize::is_apostrophe;

/// Makes the entity ids of several documents agree: mentions of one thing get one id. It changes
/// the ids in the documents and nothing else.
///
/// - People are compared by skeletons of their names, which level the ways to write Russian and
///   Arabic names: `Iounous-bek Evkourov` and `Yunus-Bek Yevkurov`, `Lavrov` and `Lavroff`,
///   `Mohamed` and `Muhammad`. All words of the name must agree, so Moussa Traoré and Ali Traoré
///   stay two.
/// - A part of a name, such as a surname, takes the id of the full name that ends with it, if the
///   documents hold only one such name.
/// - An acronym or a bare name that one document explains is explained in all documents, unless
///   another document explains it otherwise.
///
/// The id of the first document wins. Ids that the caller gave stay and win over all others.
///
/// ```
/// use griot::{Language, Pipeline};
///
/// let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
/// let mut documents = [
///     pipeline.process("Le vice-ministre Yunus-Bek Yevkurov est arrivé à Niamey.")?,
///     pipeline.process("Le vice-ministre Iounous-bek Evkourov repart. Il a vu le général Modi.")?,
///     pipeline.process("Le général Salifou Modi a reçu le vice-ministre Evkourov.")?,
/// ];
/// griot::entity::link(&mut documents);
/// # #[cfg(feature = "fr")] {
/// let people = |at: usize| {
///     let people = documents[at].view().entities().filter(|it| it.id().is_some_and(|id| id.starts_with("per:")));
///     people.filter_map(|it| it.id()).collect::<Vec<_>>()
/// };
/// assert_eq!(people(0), ["per:yunus-bek-yevkurov"]);
/// assert_eq!(people(1), ["per:yunus-bek-yevkurov", "per:salifou-modi"]);
/// assert_eq!(people(2), ["per:salifou-modi", "per:yunus-bek-yevkurov"]);
/// # }
/// # Ok::<(), griot::Error>(())
/// ```
pub fn link(documents: &mut [Document]) {
    let mut people = People::default();
    let mut aliases = Aliases::default();
    let mut named = Vec::with_capacity(documents.len());
    for document in documents.iter() {
        let own = people_of(document);
        own.0.iter().for_each(|person| people.add(person));
        named.push(own);
        aliases.add(document);
    }
    for (document, (own, numbers)) in documents.iter_mut().zip(named) {
        for row in &mut document.layers_mut().entities {
            let Some(id) = row
                .id
                .as_deref()
                .filter(|_| row.source != EntitySource::User)
            else {
                continue;
            };
            let common = match row.label {
                Label::PERSON => numbers
                    .get(id)
                    .and_then(|number| own.get(*number))
                    .filter(|person| !person.given)
                    .and_then(|person| people.id(person)),
                Label::ORGANISATION => aliases.long(id),
                _ => None,
            };
            if let Some(common) = common.filter(|common| *common != id) {
                row.id = Some(common.into());
            }
        }
    }
}

/// A person of a document: the longest name under an id.
struct Person {
    id: String,
    /// The skeleton of the name, with a space between words.
    name: String,
    /// The number of its words.
    length: usize,
    /// Whether the caller gave the id.
    given: bool,
}

/// The people of a document in the order of the text, and the number of each by id.
fn people_of(document: &Document) -> (Vec<Person>, HashMap<String, usize>) {
    let (mut people, mut numbers) = (Vec::<Person>::new(), HashMap::new());
    let mentions = document.view().entities();
    for mention in mentions.filter(|mention| mention.label() == Label::PERSON) {
        let words = skeleton::words(&words(mention));
        let (name, length) = (words.join(" "), words.len());
        let Some(id) = mention.id().filter(|_| !name.is_empty()) else {
            continue;
        };
        let given = mention.source() == EntitySource::User;
        let number = numbers.get(id).copied();
        match number.and_then(|number: usize| people.get_mut(number)) {
            Some(person) => {
                if length > person.length {
                    (person.name, person.length) = (name, length);
                }
                person.given |= given;
            }
            None => {
                numbers.insert(id.to_owned(), people.len());
                let id = id.to_owned();
                people.push(Person {
                    id,
                    name,
                    length,
                    given,
                });
            }
        }
    }
    (people, numbers)
}

/// The folded words of a name. What stands before an apostrophe belongs to the word after it.
fn words(mention: Entity<'_>) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for token in mention.tokens() {
        word.push_str(token.text());
        if !token.text().ends_with(is_apostrophe) {
            words.push(fold(&word));
            word.clear();
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Which person a name means, over all documents.
#[derive(Default)]
struct People {
    /// For the skeleton of a whole name: the first id with it, and whether the caller gave it.
    ids: HashMap<String, (String, bool)>,
    /// For each end of a skeleton: the longest skeleton with this end. `None` if there are several.
    ends: HashMap<String, Option<String>>,
}

impl People {
    fn add(&mut self, person: &Person) {
        let name = person.name.as_str();
        let new = (person.id.clone(), person.given);
        let known = self
            .ids
            .entry(name.to_owned())
            .or_insert_with(|| new.clone());
        if person.given && !known.1 {
            *known = new;
        }
        for end in ends(name) {
            let full = self.ends.entry(end.to_owned());
            let full = full.or_insert_with(|| Some(name.to_owned()));
            let same = full
                .as_deref()
                .map(|full| (is_end(full, name), is_end(name, full)));
            match same {
                Some((true, _)) => *full = Some(name.to_owned()),
                Some((_, true)) | None => {}
                Some(_) => *full = None,
            }
        }
    }

    fn id(&self, person: &Person) -> Option<&str> {
        let full = self.ends.get(&person.name).and_then(Option::as_ref);
        let (id, _) = self.ids.get(full.unwrap_or(&person.name))?;
        Some(id)
    }
}

/// The ends of a name, the shortest first, then the whole name. Ends of too many words are left out.
fn ends(name: &str) -> impl Iterator<Item = &str> {
    let starts = name.rmatch_indices(' ').take(LONGEST_END - 1);
    let ends = starts.filter_map(|(space, _)| name.get(space + 1..));
    ends.chain(std::iter::once(name))
}

/// Whether a name ends with the words of another.
fn is_end(end: &str, name: &str) -> bool {
    let before = name.strip_suffix(end);
    before.is_some_and(|before| before.is_empty() || before.ends_with(' '))
}

/// What the acronyms and bare names of organisations stand for, over all documents.
#[derive(Default)]
struct Aliases(HashMap<String, Option<String>>);

impl Aliases {
    fn add(&mut self, document: &Document) {
        let organisations = document.view().entities();
        for mention in organisations.filter(|it| it.label() == Label::ORGANISATION) {
            let Some(id) = mention.id() else {
                continue;
            };
            let first = mention.tokens().next();
            let names = first.and_then(|it| Rules::of(it.language()).names);
            let norms: Vec<_> = mention.tokens().filter_map(|it| it.norm()).collect();
            self.note(&norms, id);
            if let Some((head, bare)) = norms.split_first()
                && names.is_some_and(|names| names.small_heads.holds(head))
            {
                self.note(bare, id);
            }
        }
    }

    /// Records that a name stands for an id.
    fn note(&mut self, name: &[&str], id: &str) {
        let own = id_of(Label::ORGANISATION, &fold(&name.join(" ")));
        if own == id || name.is_empty() {
            return;
        }
        let known = self.0.entry(own).or_insert_with(|| Some(id.to_owned()));
        if known.as_deref() != Some(id) {
            *known = None;
        }
    }

    fn long(&self, id: &str) -> Option<&str> {
        self.0.get(id)?.as_deref()
    }
}

#[cfg(test)]
#[cfg(feature = "fr")]
mod tests {
    use super::*;
    use crate::{Language, Pipeline};

    /// The ids of some texts after linking, those of a text between two bars.
    fn linked(texts: &[&str]) -> String {
        let pipeline = Pipeline::builder()
            .language(Language::FRENCH)
            .build()
            .unwrap();
        let documents = pipeline.process_all(texts.iter().copied());
        let mut documents: Vec<_> = documents.map(Result::unwrap).collect();
        link(&mut documents);
        let ids = documents.iter().map(|document| {
            let ids = document.view().entities().filter_map(|it| it.id());
            ids.collect::<Vec<_>>().join(" ")
        });
        ids.collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn people_are_told_by_all_words_of_their_names() {
        for (texts, expected) in [
            (
                &[
                    "Le général Moussa Traoré parle.",
                    "Le général Ali Traoré parle.",
                ][..],
                "per:moussa-traore | per:ali-traore",
            ),
            (
                &[
                    "Le général Traoré parle.",
                    "Le général Moussa Traoré parle.",
                    "Le général Ali Traoré parle.",
                ],
                "per:traore | per:moussa-traore | per:ali-traore",
            ),
            (
                &[
                    "Le ministre Lavroff parle.",
                    "Le ministre Sergueï Lavrov parle.",
                ],
                "per:serguei-lavrov | per:serguei-lavrov",
            ),
            (
                &[
                    "Le ministre Mohamed Diallo parle.",
                    "Le ministre Muhammad Diallo parle.",
                ],
                "per:mohamed-diallo | per:mohamed-diallo",
            ),
            (
                &[
                    "Le président Ali Mahamane Zeine parle.",
                    "Le président Mahamane Zeine parle.",
                ],
                "per:ali-mahamane-zeine | per:ali-mahamane-zeine",
            ),
            (
                &[
                    "Le ministre Mamadou N’Diaye parle.",
                    "Le ministre Mamadou Ndiaye parle.",
                ],
                "per:mamadou-n-diaye | per:mamadou-n-diaye",
            ),
        ] {
            assert_eq!(linked(texts), expected);
        }
    }

    #[test]
    fn acronyms_are_explained_for_all() {
        let long = "org:conseil-national-pour-la-sauvegarde-de-la-patrie";
        let explained = "le Conseil National pour la Sauvegarde de la Patrie (CNSP) agit.";
        let expected = format!("{long} | {long} {long}");
        assert_eq!(linked(&["Le CNSP agit.", explained]), expected);
        let other = "le Conseil National des Sports de Paris (CNSP) agit.";
        assert!(linked(&["Le CNSP agit.", explained, other]).starts_with("org:cnsp | "));
    }

    #[test]
    fn ids_of_the_caller_stay_and_go_before_others() {
        let builder = Pipeline::builder().language(Language::FRENCH);
        let people = [("Salifou Modi", "Q1"), ("Salifu Modi", "Q2")];
        let pipeline = builder.gazetteer(Label::PERSON, people).build().unwrap();
        let texts = [
            "Le général Modi parle.",
            "Le général Salifou Modi parle.",
            "Salifu Modi parle.",
        ];
        let mut documents = texts.map(|text| pipeline.process(text).unwrap());
        link(&mut documents);
        let ids = documents
            .each_ref()
            .map(|it| it.view().entities().next().unwrap().id().unwrap());
        assert_eq!(ids, ["Q1", "Q1", "Q2"]);
    }
}
