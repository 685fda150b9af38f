//! [`Fields`]: the lines of a header, of a record and of HTTP.

/// The most bytes of a header, of a record and of HTTP.
pub(super) const MAX_HEADER: usize = 1 << 16;

/// The length of the header at the beginning of these bytes, with the empty line behind it.
pub(super) fn length(bytes: &[u8]) -> Option<usize> {
    let bytes = bytes.get(..MAX_HEADER).unwrap_or(bytes);
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let mut length = 0;
    lines.find_map(|line| {
        length += line.len();
        matches!(line, b"\n" | b"\r\n").then_some(length)
    })
}

/// The lines of a header with a name and a value.
pub(super) struct Fields<'a>(std::slice::Split<'a, u8, fn(&u8) -> bool>);

impl<'a> Fields<'a> {
    pub(super) fn of(header: &'a [u8]) -> Self {
        Self(header.split(|byte| *byte == b'\n'))
    }
}

impl Iterator for Fields<'_> {
    type Item = (String, String);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.find_map(|line| {
            let line = String::from_utf8_lossy(line);
            let (name, value) = line.split_once(':')?;
            Some((name.trim().to_owned(), value.trim().to_owned()))
        })
    }
}
