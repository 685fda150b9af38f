//! EUC-TW, the encoding of old files of Taiwan, which no web page may declare. Its characters are those of
//! Big5 in another order, which is the same over long runs. Source: the runs were made from glibc’s
//! `EUC-TW` and Python’s `big5`. The planes of rarer characters are left out.

use encoding_rs::BIG5;

use super::alphabets::is_common;

/// Runs of characters: the first and the last in the order of EUC-TW, and the first in that of Big5.
type Runs = [(u16, u16, u16)];

#[rustfmt::skip]
const PLANE_1: &Runs = &[
    (0, 4, 0), (6, 20, 6), (21, 22, 23), (24, 24, 22), (29, 72, 29), (73, 73, 74), (74, 74, 73),
    (75, 96, 75), (98, 98, 98), (100, 126, 100), (127, 127, 128), (128, 128, 127), (129, 147,
    129), (148, 148, 149), (149, 149, 148), (150, 153, 150), (155, 155, 21), (156, 157, 158),
    (158, 233, 158), (282, 310, 234), (312, 312, 264), (314, 455, 266), (470, 489, 6101), (3290,
    4701, 471), (4702, 5125, 1884), (5126, 5126, 1883), (5127, 7002, 2308), (7003, 7003, 4571),
    (7004, 7390, 4184), (7391, 7915, 4572), (7916, 7916, 5286), (7917, 8021, 5097), (8023, 8105,
    5203), (8106, 8189, 5287), (8190, 8190, 5517), (8191, 8244, 5371), (8245, 8245, 5426), (8246,
    8246, 5425), (8247, 8336, 5427), (8337, 8690, 5518),
];

#[rustfmt::skip]
const PLANE_2: &Runs = &[
    (0, 9, 6280), (10, 42, 6291), (43, 43, 6372), (44, 91, 6324), (92, 137, 6373), (138, 138,
    6586), (139, 305, 6419), (306, 2145, 6587), (2146, 2146, 9074), (2147, 2254, 8428), (2255,
    2791, 8537), (2792, 2792, 8427), (2793, 2892, 9075), (2893, 2893, 8536), (2894, 3292, 9175),
    (3293, 4929, 9575), (4930, 4930, 11761), (4931, 5076, 11212), (5077, 5077, 11899), (5078,
    5364, 11358), (5365, 5365, 12508), (5366, 5481, 11645), (5482, 5618, 11762), (5619, 5722,
    11900), (5723, 5723, 12425), (5724, 5945, 12004), (5946, 6143, 12227), (6144, 6225, 12426),
    (6226, 6311, 12509), (6312, 6312, 12226), (6313, 6320, 12595), (6321, 6473, 12604), (6474,
    6529, 12758), (6530, 6530, 13114), (6531, 6643, 12814), (6644, 6644, 12603), (6645, 6786,
    12927), (6787, 6787, 12757), (6788, 6832, 13069), (6833, 6903, 13115), (6904, 6904, 13380),
    (6905, 7098, 13186), (7099, 7588, 13381), (7589, 7589, 13914), (7590, 7632, 13871), (7633,
    7633, 13915), (7634, 7644, 13917), (7645, 7645, 13916), (7646, 7649, 13928),
];

/// The bytes in Big5 of a character of a plane.
fn in_big5(plane: &Runs, row: u8, cell: u8) -> Option<[u8; 2]> {
    let (row, cell) = (row.checked_sub(0xa1)?, cell.checked_sub(0xa1)?);
    let number = u16::from(row) * 94 + u16::from(cell);
    let run = plane.partition_point(|(_, last, _)| *last < number);
    let (first, _, to) = plane.get(run).filter(|(first, ..)| *first <= number)?;
    let number = to + (number - first);
    let (lead, trail) = (number / 157 + 0xa1, number % 157);
    let trail = trail + if trail < 63 { 0x40 } else { 0x62 };
    Some([u8::try_from(lead).ok()?, u8::try_from(trail).ok()?])
}

/// The character at the start of bytes, in Big5, and its length. The second plane has a mark before it.
fn character(bytes: &[u8]) -> Option<([u8; 2], usize)> {
    match bytes {
        [0x8e, 0xa1, row, cell, ..] => Some((in_big5(PLANE_1, *row, *cell)?, 4)),
        [0x8e, 0xa2, row, cell, ..] => Some((in_big5(PLANE_2, *row, *cell)?, 4)),
        [row, cell @ 0xa1..=0xfe, ..] => Some((in_big5(PLANE_1, *row, *cell)?, 2)),
        _ => None,
    }
}

/// The length of the character at the start of bytes, also of one in a plane that is left out.
fn length(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [0x8e, 0xa3..=0xb0, 0xa1..=0xfe, 0xa1..=0xfe, ..] => Some(4),
        _ => character(bytes).map(|(_, length)| length),
    }
}

/// The text, the number of characters that are invalid, and the offset of the first of them.
pub(super) fn decode(bytes: &[u8]) -> (String, usize, Option<usize>) {
    /// No character of Big5 begins so.
    const INVALID: u8 = 0xff;
    let mut big5 = Vec::with_capacity(bytes.len());
    let (mut at, mut replaced, mut broken) = (0, 0, None);
    while let Some(byte) = bytes.get(at) {
        let own = || character(bytes.get(at..)?);
        if byte.is_ascii() {
            big5.push(*byte);
            at += 1;
        } else if let Some((pair, length)) = own() {
            big5.extend(pair);
            at += length;
        } else {
            big5.push(INVALID);
            replaced += 1;
            broken = broken.or(Some(at));
            at += bytes.get(at..).and_then(length).unwrap_or(1);
        }
    }
    let (text, _) = BIG5.decode_without_bom_handling(&big5);
    (text.into_owned(), replaced, broken)
}

/// The least number of characters that tell EUC-TW.
const ENOUGH: usize = 16;

/// Returns true if bytes are EUC-TW: all are valid, but for those that the end cuts, and the most
/// common characters of Chinese are among them. Where GB2312 and EUC-KR have the most common characters,
/// EUC-TW has none.
pub(super) fn fits(sample: &[u8]) -> bool {
    let mut rest = sample;
    while let Some(byte) = rest.first() {
        let length = if byte.is_ascii() {
            Some(1)
        } else {
            length(rest)
        };
        let Some(after) = length.and_then(|length| rest.get(length..)) else {
            break;
        };
        rest = after;
    }
    let (text, ..) = decode(sample);
    let beyond = text.chars().filter(|c| !c.is_ascii()).count();
    rest.len() < 4 && beyond >= ENOUGH && is_common(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What glibc’s `iconv` writes.
    const BYTES: &[u8] = b"\xc6\xcb\xcf\xdb\xeb\xa9\xc4\xcb\xf0\xfd\xd1\xd3\xdf\xe6\xc4\xa1\xd3\xec\xe4\xbb\xe2\xe4\xcd\
        \xf3\xa1\xa2\xd9\xb8\xc4\xa9\xc4\xd8\xe5\xee\xe1\xab\xc4\xa7\xc4\xb5\xc5\xb2\xa1\xa4\xc5\xec\
        \xd4\xaf\xce\xfb\xdd\xcc\xce\xec\xc7\xe3\xce\xc8\xce\xfb\xc6\xb6\xc4\xa1\xf9\xb1\xa1\xa2\xca\
        \xf4\xc8\xb4\xc4\xa9\xcf\xa1\xe7\xac\xd3\xd1\xe1\xab\xc7\xe9\xc4\xbc\xa1\xa4\x8e\xa2\xa1\xa1";

    #[test]
    fn chinese_of_taiwan() {
        let text = "市長說大橋星期一重新開放，商人已經等了三天。他們的貨物在河的另一邊，沒有人知道要等多久。乂";
        assert_eq!(decode(BYTES), (text.to_owned(), 0, None));
        assert!(fits(BYTES) && fits(BYTES.get(..41).unwrap()));
        let (text, replaced, broken) = decode(b"a\xb0\xa1\xc4");
        assert!(text.starts_with("a\u{fffd}"), "{text}");
        assert!(replaced > 0 && broken == Some(1));
        // A character of the third plane.
        let other = decode(b"a\x8e\xa3\xc6\xb6b");
        assert_eq!(other, ("a\u{fffd}b".to_owned(), 1, Some(1)));
        let text = "市長說大橋星期一重新開放，商人等了三天。河的另一邊有人不知道要等多久。";
        for encoding in [encoding_rs::GBK, BIG5, encoding_rs::EUC_JP] {
            assert!(!fits(&encoding.encode(text).0), "{}", encoding.name());
        }
    }
}
