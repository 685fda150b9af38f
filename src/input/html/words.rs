//! The words with which templates name everything that is not the article, in French and English.
//! Source: written by hand for this crate, after the themes of WordPress, Drupal, Joomla, SPIP and
//! Blogger. Every list is sorted.

/// Words in classes and ids of elements that are never the article, whatever their size: comments,
/// and cookie notices.
#[rustfmt::skip]
pub(super) const NEVER: &[&str] = &[
    "comment", "commentaire", "commentaires", "comments", "consent", "cookie", "cookies",
    "discussion", "disqus", "forum", "forums", "gdpr", "reaction", "reactions", "respond", "rgpd",
];

/// Words in classes and ids of elements around the article. They do not count if the element holds
/// half of the page's words.
#[rustfmt::skip]
pub(super) const AROUND: &[&str] = &[
    "ad", "ads", "adsbygoogle", "adsense", "advert", "advertisement", "ariane", "axeptio",
    "breadcrumb", "breadcrumbs", "cmp", "cta", "didomi", "disclaimer", "footer", "hierarchie",
    "masthead", "menu", "mostread", "nav", "navbar", "navigation", "newsletter", "onetrust",
    "outbrain", "pagenav", "pager", "pagination", "partage", "partager", "paywall", "pied",
    "popup", "promo", "promotion", "pub", "publicite", "readalso", "recommandes", "recommended",
    "related", "relatedposts", "reseaux", "share", "sharedaddy", "sharing", "sidebar",
    "similaires", "social", "sociaux", "sponsor", "sponsored", "taboola", "trending",
];

/// Words in classes and ids that count only for small elements, most of all for an article's own
/// metadata.
#[rustfmt::skip]
pub(super) const SMALL: &[&str] = &[
    "abo", "abonnement", "agenda", "aussi", "auteur", "auteurs", "author", "authors", "banner",
    "bio", "byline", "caption", "copyright", "credit", "credits", "date", "dates", "email",
    "embed", "encart", "etiquettes", "follow", "hidden", "info", "infos", "join", "labels",
    "legend", "legende", "login", "meta", "metadata", "outils", "overlay", "print", "publication",
    "publie", "published", "rating", "sign", "signature", "skip", "sondage", "submitted",
    "subscribe", "suivre", "tags", "teaser", "time", "toolbar", "tools", "vote", "whatsapp",
    "widget",
];

/// Headings of the sections after an article, in lower case and without accents.
#[rustfmt::skip]
pub(super) const SECTIONS: &[&str] = &[
    "a lire aussi", "a lire ensuite", "a suivre", "ajouter un commentaire", "articles lies",
    "articles recents", "articles similaires", "avis", "commentaires", "dans la meme rubrique",
    "dans le meme dossier", "laisser un commentaire", "les plus lus", "lire aussi", "newsletter",
    "partager", "plus d'articles", "pour aller plus loin", "reagissez", "related articles",
    "related posts", "sur le meme sujet", "voir aussi", "vos commentaires", "vos reactions",
    "vous aimerez aussi", "you may also like",
];

/// The beginnings of a link to another article.
#[rustfmt::skip]
pub(super) const POINTERS: &[&str] = &[
    "a lire", "a voir", "lire aussi", "lire egalement", "read also", "read more", "see also",
    "voir aussi",
];

/// The beginnings of a line about an article: who wrote it, and when.
#[rustfmt::skip]
pub(super) const BYLINES: &[&str] = &[
    "auteur", "by ", "ecrit par", "mis a jour", "mise a jour", "modifie", "par ", "poste le",
    "propos recueillis", "publie", "published", "redige par", "temps de lecture", "texte :",
    "updated",
];

/// Whole lines that are not part of the story.
#[rustfmt::skip]
pub(super) const LINES: &[&str] = &[
    "advertisement", "annonce", "imprimer", "partager", "publicite", "share",
];

/// Prepares a text for comparison with the lists above: lower case, French letters without accents,
/// `'` for `’`, and one space for each run of white space.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.extend(word.chars().flat_map(char::to_lowercase).map(|c| match c {
            'à' | 'â' => 'a',
            'ç' => 'c',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'î' | 'ï' => 'i',
            'ô' => 'o',
            'ù' | 'û' | 'ü' => 'u',
            '’' | '\u{2bc}' => '\'',
            other => other,
        }));
    }
    plain
}

/// Returns true if a class or id contains a word of a sorted list: `postMeta`, `post-meta` and
/// `post_meta` contain `meta`.
pub(super) fn has_word(name: &str, list: &[&str]) -> bool {
    let mut word = String::new();
    let mut after_small = false;
    for c in name.chars().chain(std::iter::once(' ')) {
        let cuts = !c.is_ascii_alphanumeric() || (c.is_ascii_uppercase() && after_small);
        if cuts && !word.is_empty() {
            if list.binary_search(&word.as_str()).is_ok() {
                return true;
            }
            word.clear();
        }
        after_small = c.is_ascii_lowercase();
        // No word in the lists is longer.
        if c.is_ascii_alphanumeric() && word.len() < 16 {
            word.push(c.to_ascii_lowercase());
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [NEVER, AROUND, SMALL, SECTIONS, POINTERS, BYLINES, LINES] {
            assert!(list.is_sorted_by(|one, other| one < other));
            assert!(list.iter().all(|word| plain(word) == word.trim_end()));
        }
    }

    #[test]
    fn words_of_names() {
        for (name, has) in [
            ("postMeta", true),
            ("post-meta__social", true),
            ("META", true),
            ("metal metaphor", false),
            ("x".repeat(99).as_str(), false),
        ] {
            assert_eq!(has_word(name, &["meta"]), has, "{name}");
        }
        assert_eq!(plain(" À\u{a0}LIRE\n aussi l’Été"), "a lire aussi l'ete");
    }
}
