//! [`Parts`]: a text from a stream, annotated part by part.

use std::fmt;
use std::io::{BufRead, ErrorKind};

use super::worker::Worker;
use crate::document::Document;
use crate::error::{Error, Kind};
use crate::lines::LineBreaks;

/// How much text a part has at most, if it can end with a paragraph there.
const PART: usize = 1 << 16;

/// How much text a part may have to end with a paragraph.
const LONGEST: usize = 1 << 18;

/// The documents of the parts of a text, each with the place of its first byte.
pub(super) struct Parts<R> {
    worker: Worker,
    breaks: LineBreaks,
    reader: R,
    /// How long parts are: [`PART`] and [`LONGEST`].
    sizes: (usize, usize),
    /// The text that was read and not yet annotated, and the place of its first byte.
    text: String,
    start: u64,
    /// Bytes behind the text that were read and not yet decoded.
    bytes: Vec<u8>,
    /// What stands behind the text, if this is no text.
    problem: Option<Problem>,
    /// Whether the stream has ended.
    ended: bool,
}

enum Problem {
    /// So many bytes are not UTF-8.
    NotUtf8(usize),
    Failed(std::io::Error),
}

impl<R: BufRead> Parts<R> {
    pub(super) fn new(worker: Worker, breaks: LineBreaks, reader: R) -> Self {
        Self {
            worker,
            breaks,
            reader,
            sizes: (PART, LONGEST),
            text: String::new(),
            start: 0,
            bytes: Vec::new(),
            problem: None,
            ended: false,
        }
    }

    /// Reads until the text is so long, or until the stream ends or is no text.
    fn read(&mut self, length: usize) {
        self.decode();
        while !self.ended && self.problem.is_none() && self.text.len() < length {
            let bytes = match self.reader.fill_buf() {
                Ok(bytes) => bytes,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(source) => {
                    self.problem = Some(Problem::Failed(source));
                    self.ended = true;
                    return;
                }
            };
            // The reader may have much more than a part.
            let bytes = bytes.get(..length - self.text.len()).unwrap_or(bytes);
            let count = bytes.len();
            self.ended = count == 0;
            self.bytes.extend_from_slice(bytes);
            self.reader.consume(count);
            self.decode();
        }
    }

    /// Moves bytes to the text, up to what is not UTF-8. The beginning of a character stays, unless the
    /// stream ends there.
    fn decode(&mut self) {
        if self.problem.is_some() {
            return;
        }
        let (mut valid, mut bad) = (self.bytes.len(), 0);
        if let Err(error) = std::str::from_utf8(&self.bytes) {
            valid = error.valid_up_to();
            let rest = self.bytes.len() - valid;
            bad = error
                .error_len()
                .unwrap_or(if self.ended { rest } else { 0 });
        }
        let (text, rest) = self.bytes.split_at(valid);
        self.text
            .push_str(std::str::from_utf8(text).unwrap_or_default());
        if bad > 0 {
            self.problem = Some(Problem::NotUtf8(bad));
        }
        let rest = rest.get(bad..).unwrap_or_default().to_vec();
        self.bytes = rest;
    }

    /// The error for what stands where the text ends.
    fn fail(&mut self, problem: Problem) -> Error {
        match problem {
            Problem::Failed(source) => Kind::Io { source }.into(),
            Problem::NotUtf8(bad) => {
                let offset = usize::try_from(self.start).unwrap_or(usize::MAX);
                self.start += bad as u64;
                Kind::NotUtf8 { offset }.into()
            }
        }
    }

    /// Where the next part ends. `None` if there is no text.
    fn end(&mut self) -> Result<Option<usize>, Error> {
        let (part, longest) = self.sizes;
        self.read(part);
        let complete = |it: &Self| it.ended || it.problem.is_some();
        if self.text.len() <= part && complete(self) {
            return Ok(Some(self.text.len()).filter(|length| *length > 0));
        }
        if let Some(end) = paragraph_end(&self.text) {
            return Ok(Some(end));
        }
        self.read(longest);
        let line_end = || {
            // A word may go on behind a hyphen.
            let whole = |at: &usize| !self.text.get(..*at).is_some_and(|it| it.ends_with('-'));
            let mut ends = self.text.rmatch_indices('\n').map(|(at, _)| at);
            let end = ends.find(whole).map(|at| at + 1);
            end.filter(|_| self.breaks == LineBreaks::Hard)
        };
        let end = paragraph_end(&self.text).or_else(line_end);
        if end.is_some() {
            return Ok(end);
        }
        if complete(self) && self.text.len() <= longest {
            return Ok(Some(self.text.len()));
        }
        // The last sentence may go on, and so may the last token.
        let document = self.worker.annotate(&self.text)?;
        let sentence = document.sentences().next_back().map(|it| it.span().start());
        let token = document.tokens().next_back().map(|it| it.span().start());
        let mut ends = [sentence, token].into_iter().flatten();
        Ok(Some(ends.find(|end| *end > 0).unwrap_or(self.text.len())))
    }

    fn part(&mut self, end: usize) -> Result<(u64, Document), Error> {
        let rest = self.text.split_off(end);
        let text = std::mem::replace(&mut self.text, rest);
        let start = self.start;
        self.start += text.len() as u64;
        Ok((start, self.worker.process(text)?))
    }
}

impl<R: BufRead> Iterator for Parts<R> {
    type Item = Result<(u64, Document), Error>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.end() {
            Ok(Some(end)) => Some(self.part(end)),
            Ok(None) => {
                let problem = self.problem.take()?;
                Some(Err(self.fail(problem)))
            }
            Err(error) => {
                // The text that the worker refused is lost with its error, as a text of its own would be.
                self.start += self.text.len() as u64;
                self.text.clear();
                Some(Err(error))
            }
        }
    }
}

impl<R> fmt::Debug for Parts<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut form = f.debug_struct("Parts");
        form.field("start", &self.start).finish_non_exhaustive()
    }
}

/// The place behind the last empty line of a text, if one ends a paragraph.
fn paragraph_end(text: &str) -> Option<usize> {
    let mut above = text;
    while let Some(at) = above.rfind('\n') {
        let (line, _) = above.split_at(at);
        let line = line.trim_end_matches([' ', '\t', '\r']);
        if line.ends_with('\n') && !line.trim_start().is_empty() {
            return Some(at + 1);
        }
        above = line;
    }
    None
}

#[cfg(test)]
mod tests {
    use std::io::{self, BufReader, Read};

    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::{Language, Layer, Pipeline, Span};

    fn pipeline(layers: &[Layer], breaks: LineBreaks) -> Pipeline {
        let builder = Pipeline::builder().language(Language::FRENCH);
        let layers = layers.iter().copied().collect::<crate::LayerSet>();
        builder.layers(layers).line_breaks(breaks).build().unwrap()
    }

    fn parts<R: BufRead>(
        pipeline: &Pipeline,
        breaks: LineBreaks,
        reader: R,
        sizes: (usize, usize),
    ) -> Parts<R> {
        let parts = Parts::new(pipeline.worker(), breaks, reader);
        Parts { sizes, ..parts }
    }

    type Facts = (u64, u64, Vec<String>);

    /// The tokens with their forms, and the sentences, by their place in the stream.
    fn facts(start: u64, document: &Document) -> Vec<Facts> {
        let place = |span: Span, facts: Vec<String>| {
            (
                start + span.start() as u64,
                start + span.end() as u64,
                facts,
            )
        };
        let owned = |it: Option<&str>| it.unwrap_or_default().to_owned();
        let tokens = document.tokens().map(|it| {
            let forms = [
                it.norm(),
                it.stem(),
                it.lemma(),
                it.pos().map(crate::Pos::as_str),
            ];
            place(it.span(), forms.map(owned).to_vec())
        });
        let sentences = document.sentences().map(|it| place(it.span(), Vec::new()));
        tokens.chain(sentences).collect()
    }

    fn paragraphs() -> impl Strategy<Value = String> {
        let seeds = [
            include_str!("../../seeds/000_9270dab1808a8422.txt"),
            include_str!("../../seeds/003_bd06d1828675441b.txt"),
        ];
        let lines = seeds.iter().flat_map(|seed| seed.lines());
        // A paragraph that no rule of zones takes for a title, whatever stands around.
        let lines = lines.filter(|line| line.len() > 100 && line.ends_with('.'));
        let lines: Vec<&str> = lines.collect();
        assert!(lines.len() > 10);
        let gap = select(vec!["\n\n", "\n \n", "\r\n\r\n", "\n\n\n\n", " \n\t\n  "]);
        prop::collection::vec((select(lines), gap), 1..12).prop_map(|rows| {
            rows.into_iter()
                .map(|(line, gap)| line.to_owned() + gap)
                .collect()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn parts_that_end_with_paragraphs_have_the_facts_of_the_whole(
            text in paragraphs(),
            part in 1usize..3000,
            capacity in 1usize..200,
            soft in any::<bool>(),
        ) {
            let breaks = if soft { LineBreaks::Soft } else { LineBreaks::Hard };
            let pipeline = pipeline(&[Layer::Sentences, Layer::Stems, Layer::Lemmas], breaks);
            let reader = BufReader::with_capacity(capacity, text.as_bytes());
            let (mut together, mut found) = (String::new(), Vec::new());
            for part in parts(&pipeline, breaks, reader, (part, 1 << 16)) {
                let (start, document) = part.unwrap();
                prop_assert_eq!(start, together.len() as u64);
                together.push_str(document.text());
                found.extend(facts(start, &document));
            }
            prop_assert_eq!(&together, &text);
            let mut expected = facts(0, &pipeline.process(text).unwrap());
            found.sort();
            expected.sort();
            prop_assert_eq!(found, expected);
        }

        /// Wherever the bytes are no text, nothing else is lost.
        #[test]
        fn any_bytes_come_back(
            bytes in prop::collection::vec(prop_oneof![
                4 => select(vec!["Il est venu. ", "l’été", "\n", "\n\n", "12 000 "]).prop_map(|it| it.as_bytes().to_vec()),
                1 => prop::collection::vec(any::<u8>(), 0..3),
            ], 0..40),
            part in 1usize..60,
            capacity in 1usize..20,
        ) {
            let bytes = bytes.concat();
            let pipeline = pipeline(&[Layer::Sentences], LineBreaks::Hard);
            let reader = BufReader::with_capacity(capacity, bytes.as_slice());
            let mut parts = parts(&pipeline, LineBreaks::Hard, reader, (part, 4 * part));
            let mut end = 0;
            while let Some(item) = parts.next() {
                match item {
                    Ok((start, document)) => {
                        let text = document.text().as_bytes();
                        prop_assert_eq!(start as usize, end);
                        prop_assert_eq!(bytes.get(end..end + text.len()), Some(text));
                        prop_assert!(!text.is_empty());
                        end += text.len();
                    }
                    Err(error) => {
                        prop_assert!(error.is_encoding());
                        prop_assert!(error.to_string().starts_with(&format!("byte {end} ")), "{}", error);
                        prop_assert!(std::str::from_utf8(&bytes[end..]).unwrap_err().valid_up_to() == 0);
                        end = parts.start as usize;
                    }
                }
            }
            prop_assert_eq!(end, bytes.len());
        }
    }

    /// No paragraph and no sentence ends, and yet no part is longer than it may be.
    #[test]
    fn a_long_paragraph_is_cut_at_sentences() {
        let pipeline = pipeline(&[Layer::Sentences], LineBreaks::Soft);
        let text = "Bamako a réagi. Moscou se tait.\nParis attend. ".repeat(50);
        let whole = pipeline.process(text.as_str()).unwrap();
        let parts = parts(&pipeline, LineBreaks::Soft, text.as_bytes(), (100, 300));
        let sentences = parts.flat_map(|part| {
            let (start, document) = part.unwrap();
            assert!(document.text().len() <= 303);
            let spans = document
                .sentences()
                .map(|it| start + it.span().start() as u64);
            spans.collect::<Vec<_>>()
        });
        assert!(sentences.eq(whole.sentences().map(|it| it.span().start() as u64)));
        for text in ["mot ".repeat(500), "x".repeat(2000)] {
            let parts =
                super::tests::parts(&pipeline, LineBreaks::Soft, text.as_bytes(), (100, 300));
            let texts = parts.map(|part| part.unwrap().1.into_parts().0);
            let texts: Vec<_> = texts.inspect(|it| assert!(it.len() <= 303)).collect();
            assert_eq!(texts.concat(), text);
        }
    }

    struct Failing(&'static [u8]);

    impl Read for Failing {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            match self.0.read(buffer)? {
                0 => Err(io::Error::other("the wire is cut")),
                read => Ok(read),
            }
        }
    }

    #[test]
    fn what_was_read_before_a_failure_is_not_lost() {
        let pipeline = Pipeline::new().unwrap();
        let reader = BufReader::new(Failing("Bamako a réagi.\n\nMoscou".as_bytes()));
        let mut parts = pipeline.process_reader(reader);
        let (start, document) = parts.next().unwrap().unwrap();
        assert_eq!((start, document.text()), (0, "Bamako a réagi.\n\nMoscou"));
        let error = parts.next().unwrap().unwrap_err();
        assert!(
            error.is_io() && error.to_string().contains("the wire is cut"),
            "{error}"
        );
        assert!(parts.next().is_none());
    }
}
