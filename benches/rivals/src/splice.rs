//! More articles than there are: paragraphs of different articles, put together.

/// Paragraphs are at least so long where the article has no lines of its own.
const PARAGRAPH: usize = 400;

/// So many articles, as long as the given ones are. Every paragraph is used once before any is used
/// again, and their order is another each time. The first articles of a greater number are the
/// smaller number.
pub fn splice(articles: &[String], count: usize) -> Vec<String> {
    let mut paragraphs: Vec<&str> = articles.iter().flat_map(|it| paragraphs(it)).collect();
    let mut random = Random(1);
    let mut left = 0;
    let lengths = articles.iter().map(String::len).cycle();
    lengths
        .take(count)
        .map(|length| {
            let mut article = String::with_capacity(length + 2 * PARAGRAPH);
            while article.len() < length {
                if left == 0 {
                    random.shuffle(&mut paragraphs);
                    left = paragraphs.len();
                }
                left -= 1;
                article.push_str(paragraphs[left]);
                article.push('\n');
            }
            article
        })
        .collect()
}

/// Lines, and of a long line a few sentences each.
fn paragraphs(article: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in article.lines().filter(|line| !line.trim().is_empty()) {
        let mut start = 0;
        for (stop, _) in line.match_indices(". ") {
            if stop - start >= PARAGRAPH {
                found.push(&line[start..=stop]);
                start = stop + 2;
            }
        }
        found.extend(Some(&line[start..]).filter(|rest| !rest.is_empty()));
    }
    found
}

/// Xorshift by Marsaglia (2003): the same numbers in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }

    /// Fisher and Yates.
    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}
