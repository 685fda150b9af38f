//! What the first bytes of a token say: that no sentence begins with it, or that it has a capital.

/// No sentence begins with the token.
pub(super) const NO_START: u8 = 1;
/// The token begins with a capital.
pub(super) const CAPITAL: u8 = 2;
/// It is known whether the token begins with a capital: it begins in ASCII or Latin-1.
pub(super) const KNOWN: u8 = 4;
/// The token begins with a comma.
pub(super) const COMMA: u8 = 8;

/// The bits for a first byte. After C2 and C3 the second byte decides.
static BEGINS: [u8; 3 * 256] = begins();

// The compiler runs this, so a wrong index is a build error.
#[allow(clippy::indexing_slicing)]
const fn begins() -> [u8; 3 * 256] {
    let mut begins = [0; 3 * 256];
    let mut byte = 0;
    while byte < 256 {
        begins[byte] = match byte as u8 {
            b'a'..=b'z' | b'0'..=b'9' => NO_START | KNOWN,
            b',' => NO_START | KNOWN | COMMA,
            b'!' | b'?' | b'.' | b';' | b':' | b'(' | b')' | b']' | b'%' | b'/' | b'"' => {
                NO_START | KNOWN
            }
            b'A'..=b'Z' => CAPITAL | KNOWN,
            0..=0x7f => KNOWN,
            _ => 0,
        };
        // `«` and `»`.
        begins[256 + byte] = if matches!(byte, 0xab | 0xbb) {
            NO_START
        } else {
            0
        };
        // `É` and `é`.
        begins[512 + byte] = if byte < 0x9f {
            CAPITAL | KNOWN
        } else {
            NO_START | KNOWN
        };
        byte += 1;
    }
    begins
}

/// The bits for the token that begins at `start`.
#[inline(always)]
pub(super) fn begin(text: &[u8], start: usize) -> u8 {
    let head = text.get(start..).and_then(<[u8]>::first_chunk::<2>);
    let [first, second] = head.copied().unwrap_or([0xff; 2]);
    let key = match first {
        0xc2 => 256 + usize::from(second),
        0xc3 => 512 + usize::from(second),
        _ => usize::from(first),
    };
    BEGINS.get(key).copied().unwrap_or(0)
}

/// Whether two tokens stand side by side, or with one plain space between them.
#[inline(always)]
pub(super) fn is_near(text: &[u8], end: usize, start: usize) -> bool {
    let gap = start.wrapping_sub(end);
    (gap == 0) | ((gap == 1) & (text.get(end) == Some(&b' ')))
}

/// Whether no sentence begins after a plain word or number that ends at `end`: a small letter or a
/// clear mark follows, behind a space at most.
#[inline]
pub(super) fn begins_none(text: &[u8], end: usize) -> bool {
    let space = usize::from(text.get(end) == Some(&b' '));
    begin(text, end + space) & NO_START != 0
}
