//! What stands around the documents of a TEI corpus.

/// Above the first document.
pub const START: &str = "\
<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">
<teiHeader><fileDesc>
<titleStmt><title>Texts annotated by griot</title></titleStmt>
<publicationStmt><p>Not published.</p></publicationStmt>
<sourceDesc><p>Texts annotated by griot.</p></sourceDesc>
</fileDesc></teiHeader>
";

/// Below the last.
pub const END: &str = "</teiCorpus>\n";
