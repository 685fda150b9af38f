//! The title of a page: which block has it, and what of it is the name of the site.

use super::Metadata;
use crate::input::html::blocks::Block;
use crate::input::html::tags::{Attribute, Tag};
use crate::input::html::tree::Tree;
use crate::input::html::words::plain;

/// A heading with as many words is a headline, even if the page calls itself otherwise.
const LONG: usize = 4;

/// The greatest number of words before a title that are its kicker: `DealBook | `.
const KICKER: usize = 4;

/// The greatest number of words of the name of a site.
const SITE: usize = 4;

/// Marks between a title and the name of the site.
const MARKS: [&str; 10] = [
    " | ", " - ", " – ", " — ", " :: ", " • ", " » ", " · ", "_", " ｜ ",
];

/// A title and the name of the site that was cut from it.
struct Title {
    text: String,
    site: Option<String>,
}

impl Metadata {
    /// The title without the name of the site, which is kept if no metadata gives it. Used if no
    /// headline of the page is equal to a title.
    pub(in crate::input::html) fn bare_title(&mut self) -> Option<String> {
        let title = self.cut_title()?;
        self.site = self.site.take().or(title.site);
        Some(title.text)
    }

    /// The name of the site that a title has beside it.
    pub(super) fn site_beside_title(&self) -> Option<String> {
        self.cut_title()?.site
    }

    fn cut_title(&self) -> Option<Title> {
        let title = self.titles.first()?;
        let whole = || Title {
            text: title.clone(),
            site: None,
        };
        let known = self.site.as_deref().map(plain);
        let words = |text: &str| text.split_whitespace().count();
        for mark in MARKS {
            let ends = [
                title.rsplit_once(mark),
                title.split_once(mark).map(|(first, rest)| (rest, first)),
            ];
            for (end, (rest, cut)) in ends.into_iter().flatten().enumerate() {
                let is_site = match &known {
                    Some(site) => {
                        let cut = plain(cut);
                        let near = cut.len() > 3 && cut.len() < site.len() * 2;
                        cut == *site || (near && (site.contains(&cut) || cut.contains(site)))
                    }
                    // Without a name, the site is what stands at the end.
                    None => end == 0 && mark != "_" && words(cut) <= SITE && words(rest) >= 4,
                };
                if is_site && !rest.trim().is_empty() {
                    return Some(Title {
                        text: rest.trim().to_owned(),
                        site: Some(cut.trim().to_owned()),
                    });
                }
            }
        }
        Some(whole())
    }

    /// The number of the block that has the title. It is a heading if possible, and else any block.
    /// The title may be the first line of a block, which is then split off.
    pub(in crate::input::html) fn headline(
        &self,
        tree: &Tree,
        blocks: &mut Vec<Block>,
    ) -> Option<usize> {
        let titles: Vec<String> = self.titles.iter().map(|title| plain(title)).collect();
        let is_title = |text: &str| {
            let text = plain(text);
            titles.iter().any(|title| {
                let near = text.len() * 2 > title.len() && title.len() * 2 > text.len();
                let long = near && text.contains(' ');
                *title == text || (long && (title.contains(&text) || text.contains(title.as_str())))
            })
        };
        let is_heading = |block: &Block| {
            let near = std::iter::once(block.holder).chain(tree.around(block.holder));
            near.take(3).any(|node| {
                let property = tree.attribute(node, Attribute::Itemprop);
                tree.tag(node).is_heading() || property == Some("headline")
            })
        };
        let heading = blocks
            .iter()
            .position(|block| is_heading(block) && is_title(&block.text));
        if heading.is_some() {
            return heading;
        }
        let numbered = blocks.iter().enumerate();
        let mut first = numbered.filter(|(_, block)| tree.tag(block.holder) == Tag::H1);
        if let (Some((number, block)), None) = (first.next(), first.next())
            && self.may_be(&block.text, &titles)
        {
            return Some(number);
        }
        // A block that is not a heading must not be a navigation path that ends in the title.
        let number = blocks.iter().position(|block| {
            let line = block.first_line();
            line.contains(' ') && block.links() < 0.1 && is_title(line)
        })?;
        if let Some(rest) = blocks.get_mut(number).and_then(Block::split_first_line) {
            blocks.insert(number + 1, rest);
        }
        Some(number)
    }

    /// Returns true if the only main heading of a page may be its title: it has half of its words
    /// in common with a title, or it says more than the only title does.
    fn may_be(&self, heading: &str, titles: &[String]) -> bool {
        let heading = plain(heading);
        let words = |text: &str| -> Vec<String> {
            let words = text.split(|c: char| !c.is_alphanumeric());
            words
                .filter(|word| word.chars().count() > 1)
                .map(str::to_owned)
                .collect()
        };
        let own = words(&heading);
        let shares = |title: &String| {
            let other = words(title);
            let shared = own.iter().filter(|word| other.contains(word)).count();
            (shared > 0 && shared * 2 >= own.len()) || (other.len() > 1 && shared * 2 > other.len())
        };
        let more = |title: &String| own.len() >= LONG && own.len() > words(title).len();
        match titles {
            [] => true,
            [only] if !self.is_named => shares(only) || more(only),
            all => all.iter().any(shares),
        }
    }

    /// Keeps what the page writes behind a headline in its titles, as the name of the site, if no
    /// metadata gives one.
    pub(in crate::input::html) fn keep_site(&mut self, headline: &str) {
        let behind = |title: &String| {
            let rest = title.strip_prefix(headline)?;
            let mark = MARKS.iter().find(|mark| rest.starts_with(**mark))?;
            let site = rest.strip_prefix(mark)?.trim();
            (!site.is_empty() && site.split_whitespace().count() <= SITE).then(|| site.to_owned())
        };
        if self.site.is_none() {
            self.site = self.titles.iter().find_map(behind);
        }
    }

    /// The text of a headline, without a kicker before the title that the page gives itself.
    pub(in crate::input::html) fn without_kicker(&self, headline: &str) -> String {
        let own = self.titles.iter().find_map(|title| {
            let kicker = headline.strip_suffix(title.as_str())?;
            let mark = kicker.trim_end();
            let ends = mark.ends_with(|c: char| !c.is_alphanumeric()) || mark == kicker;
            let short = kicker.split_whitespace().count() <= KICKER;
            (!mark.is_empty() && ends && short).then(|| title.clone())
        });
        own.unwrap_or_else(|| headline.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_without_sites() {
        for (title, site, bare, cut) in [
            (
                "Le bac est de retour - Le Lagon",
                None,
                "Le bac est de retour",
                Some("Le Lagon"),
            ),
            (
                "Le Lagon | Le bac",
                Some("Le Lagon"),
                "Le bac",
                Some("Le Lagon"),
            ),
            (
                "Le bac - Économie",
                Some("Le Lagon"),
                "Le bac - Économie",
                None,
            ),
            ("Le bac", None, "Le bac", None),
            ("标题很长_网站", Some("网站"), "标题很长", Some("网站")),
        ] {
            let metadata = Metadata {
                titles: vec![title.to_owned()],
                site: site.map(str::to_owned),
                ..Metadata::default()
            };
            let found = metadata.cut_title().unwrap();
            assert_eq!(
                (found.text.as_str(), found.site.as_deref()),
                (bare, cut),
                "{title}"
            );
        }
    }

    #[test]
    fn kickers() {
        let metadata = Metadata {
            titles: vec!["Le bac est de retour".to_owned()],
            ..Metadata::default()
        };
        for (headline, title) in [
            ("Lagon|Le bac est de retour", "Le bac est de retour"),
            ("VIDÉO. Le bac est de retour", "Le bac est de retour"),
            (
                "Pourquoi Le bac est de retour",
                "Pourquoi Le bac est de retour",
            ),
            ("Le bac est de retour", "Le bac est de retour"),
        ] {
            assert_eq!(metadata.without_kicker(headline), title);
        }
    }
}
