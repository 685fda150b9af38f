//! Telephone numbers.

use super::chars::{is_alphanumeric, is_group_space, leading};

/// The most characters of a telephone number.
const LONGEST_TELEPHONE: usize = 24;

/// The length of a telephone number: `+34 912 345 678`, `01 42 34 56 78`.
pub(super) fn telephone(text: &str) -> Option<usize> {
    let number = leading(text, LONGEST_TELEPHONE, |c| {
        c.is_ascii_digit() || is_group_space(c) || c == '+'
    });
    let number = number.trim_end();
    let (groups, digits) = (
        number.split(is_group_space),
        number.bytes().filter(u8::is_ascii_digit).count(),
    );
    let sound = match number.strip_prefix('+') {
        Some(rest) => {
            let all = |group: &str| !group.is_empty() && !group.contains('+');
            (8..=15).contains(&digits)
                && rest.contains(is_group_space)
                && rest.starts_with(|c: char| matches!(c, '1'..='9'))
                && rest.split(is_group_space).all(all)
        }
        None => {
            digits == 10
                && number.starts_with('0')
                && !number.starts_with("00")
                && groups.clone().count() == 5
                && groups.clone().all(|group| group.len() == 2)
        }
    };
    let after = text.get(number.len()..)?;
    (sound && !after.starts_with(is_alphanumeric)).then_some(number.len())
}
