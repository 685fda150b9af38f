//! Where no sentence begins, seen from the first bytes of a token.

/// No sentence begins so.
pub(super) const NO_START: u8 = 1;
/// It begins with a capital.
pub(super) const CAPITAL: u8 = 2;
/// Whether it does can be told: it begins in ASCII or Latin-1.
pub(super) const KNOWN: u8 = 4;

/// By the first byte, and where that is C2 or C3 by the second.
static BEGINS: [u8; 3 * 256] = begins();

// Run by the compiler, where a wrong index is an error of the build.
#[allow(clippy::indexing_slicing)]
const fn begins() -> [u8; 3 * 256] {
    let mut begins = [0; 3 * 256];
    let mut byte = 0;
    while byte < 256 {
        begins[byte] = match byte as u8 {
            b'a'..=b'z' | b'0'..=b'9' => NO_START | KNOWN,
            b'!' | b'?' | b'.' | b',' | b';' | b':' | b'(' | b')' | b']' | b'%' | b'/' | b'"' => {
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

/// What is told by the first bytes of a token.
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

/// Whether nothing or a plain space stands between two tokens.
#[inline(always)]
pub(super) fn is_near(text: &[u8], end: usize, start: usize) -> bool {
    let gap = start.wrapping_sub(end);
    (gap == 0) | ((gap == 1) & (text.get(end) == Some(&b' ')))
}

/// Whether no sentence begins behind a plain word or number that ends at `end`: with a small letter
/// or a mark that leaves no doubt, with a space at most between them.
#[inline]
pub(super) fn begins_none(text: &[u8], end: usize) -> bool {
    let space = usize::from(text.get(end) == Some(&b' '));
    begin(text, end + space) & NO_START != 0
}
