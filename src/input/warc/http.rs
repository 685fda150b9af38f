//! [`Content`]: the page or the text of an answer of HTTP, without its transfer.

use std::io::Read;

use flate2::read::{DeflateDecoder, GzDecoder, ZlibDecoder};

use super::fields::{self, Fields};
use crate::input::records::MAX_RECORD;

/// How bytes of gzip begin.
const GZIP: &[u8] = b"\x1f\x8b";

/// A page or a text as it was sent.
pub(super) struct Content<'a> {
    pub(super) is_html: bool,
    pub(super) charset: Option<String>,
    /// The content encodings in the order in which they were applied.
    encodings: Vec<String>,
    is_chunked: bool,
    body: &'a [u8],
}

impl<'a> Content<'a> {
    /// `None` if the type is not that of a page or a text.
    pub(super) fn new(content_type: &str, body: &'a [u8]) -> Option<Self> {
        let mut parts = content_type.split(';').map(str::trim);
        let is_html = match parts.next()?.to_ascii_lowercase().as_str() {
            "text/html" | "application/xhtml+xml" => true,
            "text/plain" => false,
            _ => return None,
        };
        let charset = parts.find_map(|part| {
            let (name, value) = part.split_once('=')?;
            let value = value.trim().trim_matches(['"', '\'']);
            name.trim_end()
                .eq_ignore_ascii_case("charset")
                .then(|| value.to_owned())
        });
        Some(Self {
            is_html,
            charset,
            encodings: Vec::new(),
            is_chunked: false,
            body,
        })
    }

    /// The bytes of the page or the text, or what is wrong with them.
    pub(super) fn body(&self) -> Result<Vec<u8>, String> {
        let mut body = match self.is_chunked {
            true => joined(self.body)?,
            false => self.body.to_vec(),
        };
        for encoding in self.encodings.iter().rev() {
            body = unpacked(encoding, body)?;
        }
        Ok(body)
    }
}

/// The page or the text of an answer, if it has one and its status is 200.
pub(super) fn content(block: &[u8]) -> Option<Content<'_>> {
    let (head, body) = block.split_at_checked(fields::length(block)?)?;
    let mut status = head.split(|byte| byte.is_ascii_whitespace());
    if !status.next()?.starts_with(b"HTTP/") || status.next()? != b"200" {
        return None;
    }
    let (mut content_type, mut encodings, mut is_chunked) = (String::new(), Vec::new(), false);
    for (name, value) in Fields::of(head) {
        let codings = value.split(',').map(|it| it.trim().to_ascii_lowercase());
        match name.to_ascii_lowercase().as_str() {
            "content-type" => content_type = value,
            "content-encoding" => encodings.extend(codings),
            "transfer-encoding" => is_chunked |= codings.into_iter().any(|it| it == "chunked"),
            _ => {}
        }
    }
    Some(Content {
        encodings,
        is_chunked,
        ..Content::new(&content_type, body)?
    })
}

/// The chunks of a body as one. A body that does not begin with the length of a chunk is taken as it is,
/// because some crawlers join the chunks and keep the header that says there are some.
fn joined(body: &[u8]) -> Result<Vec<u8>, String> {
    let (mut joined, mut rest) = (Vec::with_capacity(body.len()), body);
    loop {
        let Some((length, behind)) = chunk(rest) else {
            return match rest.len() == body.len() {
                true => Ok(body.to_vec()),
                false => Err("a chunk of the body has no length".to_owned()),
            };
        };
        if length == 0 {
            return Ok(joined);
        }
        let Some((data, behind)) = behind.split_at_checked(length) else {
            return Err("the body ends inside of a chunk".to_owned());
        };
        joined.extend_from_slice(data);
        let behind = behind.strip_prefix(b"\r").unwrap_or(behind);
        rest = behind.strip_prefix(b"\n").unwrap_or(behind);
    }
}

/// The length of a chunk, and what follows its line.
fn chunk(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (line, rest) = (bytes.get(..end)?, bytes.get(end + 1..)?);
    let line = std::str::from_utf8(line).ok()?;
    let length = line.split(';').next()?.trim();
    Some((usize::from_str_radix(length, 16).ok()?, rest))
}

/// Takes off a content encoding.
fn unpacked(encoding: &str, body: Vec<u8>) -> Result<Vec<u8>, String> {
    let bytes = body.as_slice();
    match encoding {
        "" | "identity" => Ok(body),
        // Some crawlers unpack the body and keep the header that says it is packed.
        "gzip" | "x-gzip" if !bytes.starts_with(GZIP) => Ok(body),
        "gzip" | "x-gzip" => inflated(encoding, GzDecoder::new(bytes)),
        // What the name should mean, and what some servers take it for.
        "deflate" if is_zlib(bytes) => inflated(encoding, ZlibDecoder::new(bytes)),
        "deflate" => inflated(encoding, DeflateDecoder::new(bytes)),
        other => Err(format!(
            "content encoding {other:?} is not read, only gzip and deflate: unpack the page, or crawl \
             without it"
        )),
    }
}

fn is_zlib(bytes: &[u8]) -> bool {
    let [method, check, ..] = bytes else {
        return false;
    };
    method & 0xf == 8 && (u32::from(*method) << 8 | u32::from(*check)).is_multiple_of(31)
}

fn inflated(encoding: &str, decoder: impl Read) -> Result<Vec<u8>, String> {
    let mut body = Vec::new();
    let read = decoder.take(MAX_RECORD as u64 + 1).read_to_end(&mut body);
    read.map_err(|problem| format!("the body is no {encoding}: {problem}"))?;
    match body.len() > MAX_RECORD {
        true => Err(format!("a text of more than {MAX_RECORD} bytes")),
        false => Ok(body),
    }
}
