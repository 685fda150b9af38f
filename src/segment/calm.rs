//! Where no sentence begins, seen from the bytes behind a plain word.

/// No sentence begins with such a byte.
const CALM: u8 = 1;
/// None does if the byte behind it is that of a small letter: U+00C0 to U+00FF.
const CALM_IF_SMALL: u8 = 2;
/// None does if it is a guillemet.
const CALM_IF_GUILLEMET: u8 = 4;

static CALMS: [u8; 256] = calms();

// Run by the compiler, where a wrong index is an error of the build.
#[allow(clippy::indexing_slicing)]
const fn calms() -> [u8; 256] {
    let mut calms = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        calms[byte] = match byte as u8 {
            b'a'..=b'z' | b'0'..=b'9' => CALM,
            b'!' | b'?' | b'.' | b',' | b';' | b':' | b'(' | b')' | b']' | b'%' | b'/' | b'"' => {
                CALM
            }
            0xc2 => CALM_IF_GUILLEMET,
            0xc3 => CALM_IF_SMALL,
            _ => 0,
        };
        byte += 1;
    }
    calms
}

/// Whether no sentence begins behind a plain word or number that ends at `end`: with a small letter
/// or a mark that leaves no doubt, with a space at most between them. No branch but at the end of the
/// text, for one would be guessed wrong.
#[inline(always)]
pub(super) fn is_calm(text: &[u8], end: usize) -> bool {
    let Some(behind) = text.get(end..).and_then(<[u8]>::first_chunk::<4>) else {
        return false;
    };
    let space = u32::from(behind.starts_with(b" "));
    let [next, after, ..] = (u32::from_le_bytes(*behind) >> (8 * space)).to_le_bytes();
    let calm = CALMS.get(usize::from(next)).copied().unwrap_or(0);
    // `é` is a small letter, `É` is not.
    let small = u8::from(after > 0x9e) * CALM_IF_SMALL;
    let guillemet = u8::from((after == 0xab) | (after == 0xbb)) * CALM_IF_GUILLEMET;
    calm & (CALM | small | guillemet) != 0
}
