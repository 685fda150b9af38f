//! [`Tokens`]: a row for each token.

use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, Schema};
use griot::DocumentRef;
use griot::document::OffsetUnit;

use crate::cursor::{Cursor, offset};
use crate::rows::{Rows, rows};

rows! {
    /// Tokens of all documents.
    TokenRows, TokenRow {
        document: Long, token: Int, sentence: Int, start: Int, end: Int, text: Text, kind: Text, norm: Text,
        stem: Text, lemma: Text, pos: Text, morph: Features, stop: Text, entity: Text, entity_id: Text, error: Text,
    }
}

/// Builds batches with a row for each token. See the [crate](crate) for the columns.
///
/// ```
/// use griot::{Language, Pipeline, document::OffsetUnit};
/// use griot_arrow::Tokens;
///
/// let mut worker = Pipeline::builder().language(Language::FRENCH).build()?.worker();
/// let mut tokens = Tokens::new(OffsetUnit::Chars);
/// tokens.push(worker.annotate("L’été")?);
/// tokens.push(worker.annotate("Il attend.")?);
/// assert_eq!(tokens.finish()?.num_rows(), 5);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Tokens {
    unit: OffsetUnit,
    documents: i64,
    rows: TokenRows,
}

impl Tokens {
    /// Begins a batch.
    pub fn new(unit: OffsetUnit) -> Self {
        Self {
            unit,
            documents: 0,
            rows: TokenRows::default(),
        }
    }

    /// Sets the number of the first document. 0 by default.
    #[must_use]
    pub fn counting_from(mut self, first: i64) -> Self {
        self.documents = first;
        self
    }

    /// The columns of the batches.
    pub fn schema(unit: OffsetUnit) -> Schema {
        crate::schema(TokenRows::fields(), unit)
    }

    /// Adds the rows of a document.
    pub fn push(&mut self, document: DocumentRef<'_>) {
        let mut cursor = Cursor::new(document.text(), self.unit);
        let mut entities = document.outermost().peekable();
        let mut sentences = document.sentences().peekable();
        for (index, token) in document.tokens().enumerate() {
            while entities
                .next_if(|it| it.token_range().end <= index)
                .is_some()
            {}
            while sentences
                .next_if(|it| it.token_range().end <= index)
                .is_some()
            {}
            let entity = entities.peek().filter(|it| it.token_range().start <= index);
            let (start, end) = cursor.span(token.span());
            self.rows.push(TokenRow {
                document: Some(self.documents),
                token: Some(offset(index)),
                sentence: sentences.peek().map(|it| offset(it.index())),
                start: Some(start),
                end: Some(end),
                text: Some(token.text()),
                kind: Some(token.kind().as_str()),
                norm: token.norm(),
                stem: token.stem(),
                lemma: token.lemma(),
                pos: token.pos().map(|pos| pos.as_str()),
                morph: token.morph(),
                stop: token.stop().map(|stop| stop.as_str()),
                entity: entity.map(|it| it.label_str()),
                entity_id: entity.and_then(|it| it.id()),
                ..TokenRow::default()
            });
        }
        self.documents += 1;
    }

    /// Adds the row of a text that is null or that was refused, with the reason.
    pub fn push_null(&mut self, error: Option<&str>) {
        let document = Some(self.documents);
        self.rows.push(TokenRow {
            document,
            error,
            ..TokenRow::default()
        });
        self.documents += 1;
    }

    /// Returns the rows that were added, and begins again with none. Documents are counted on.
    ///
    /// # Errors
    ///
    /// Returns an error if the columns do not fit each other, which would be a bug.
    pub fn finish(&mut self) -> Result<RecordBatch, ArrowError> {
        RecordBatch::try_new(Arc::new(Self::schema(self.unit)), self.rows.finish())
    }
}
