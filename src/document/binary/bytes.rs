//! Numbers and strings of a column: written at its end, read from its beginning.

/// Appends a number in LEB128: seven bits in each byte, the lowest first, and the high bit where more
/// follow.
pub(super) fn put(column: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        column.push(number as u8 | 0x80);
        number >>= 7;
    }
    column.push(number as u8);
}

/// Appends a difference: its sign is the lowest bit.
pub(super) fn put_difference(column: &mut Vec<u8>, to: u32, from: u32) {
    let (size, negative) = (to.abs_diff(from), to < from);
    put(column, size.saturating_mul(2) + u32::from(negative));
}

/// What is left of a column. Each method returns `None` where it ends too early.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl<'a> Reader<'a> {
    #[inline]
    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// A number as [`put`] writes it. `None` also if it does not fit, or if it is longer than it need
    /// be: each document has one form.
    #[inline]
    pub(super) fn number(&mut self) -> Option<u32> {
        match self.byte()? {
            byte @ ..0x80 => Some(byte.into()),
            byte => self.long_number(byte),
        }
    }

    fn long_number(&mut self, first: u8) -> Option<u32> {
        let mut number = u64::from(first & 0x7f);
        for shift in [7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return u32::try_from(number).ok().filter(|_| byte > 0);
            }
        }
        None
    }

    /// A number that [`put_difference`] wrote.
    pub(super) fn difference(&mut self, from: u32) -> Option<u32> {
        let number = self.number()?;
        match number & 1 {
            0 => from.checked_add(number >> 1),
            _ => from.checked_sub(number >> 1),
        }
    }

    pub(super) fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(head)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }
}

/// What is left of the strings of a document.
pub(super) struct Strings<'a>(pub(super) &'a str);

impl<'a> Strings<'a> {
    pub(super) fn take(&mut self, length: u32) -> Option<&'a str> {
        let (head, rest) = self.0.split_at_checked(length as usize)?;
        self.0 = rest;
        Some(head)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let powers = (0..32).map(|bit| 1u32 << bit);
        for number in powers.flat_map(|it| [it - 1, it, it + 1]).chain([u32::MAX]) {
            let mut column = Vec::new();
            put(&mut column, number);
            let mut reader = Reader(&column);
            assert_eq!((reader.number(), reader.0.len()), (Some(number), 0));
        }
        for (to, from) in [(0, 0), (5, 7), (7, 5), (0, 1 << 30), (1 << 30, 0)] {
            let mut column = Vec::new();
            put_difference(&mut column, to, from);
            assert_eq!(Reader(&column).difference(from), Some(to));
        }
        assert_eq!(Reader(&[3]).difference(0), None);
    }

    #[test]
    fn a_number_has_one_form() {
        for column in [
            &[][..],
            &[0x80],
            &[0x80, 0],
            &[0xff, 0xff, 0xff, 0xff, 0x10],
            &[0xff, 0xff, 0xff, 0xff, 0xff, 0],
        ] {
            assert_eq!(Reader(column).number(), None, "{column:?}");
        }
    }
}
