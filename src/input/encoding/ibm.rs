//! Encodings of one byte that no web page may declare, and that old files have all the same.
//! Source: the code pages of IBM as Unicode maps them (`VENDORS/MICSFT/PC`).

/// An encoding with one byte for each character: its name, and the characters of the bytes from
/// 0x80 on.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Page {
    pub(super) name: &'static str,
    pub(super) upper: &'static str,
}

/// Western Europe under DOS.
pub(super) const IBM850: Page = Page {
    name: "IBM850",
    upper: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
        áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
        └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
        ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}",
};

/// Central Europe under DOS.
pub(super) const IBM852: Page = Page {
    name: "IBM852",
    upper: "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×č\
        áíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐\
        └┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀\
        ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}",
};

/// Cyrillic under DOS.
pub(super) const IBM855: Page = Page {
    name: "IBM855",
    upper: "ђЂѓЃёЁєЄѕЅіІїЇјЈљЉњЊћЋќЌўЎџЏюЮъЪ\
        аАбБцЦдДеЕфФгГ«»░▒▓│┤хХиИ╣║╗╝йЙ┐\
        └┴┬├─┼кК╚╔╩╦╠═╬¤лЛмМнНоОп┘┌█▄Пя▀\
        ЯрРсСтТуУжЖвВьЬ№\u{ad}ыЫзЗшШэЭщЩчЧ§■\u{a0}",
};

/// All of them.
pub(super) static PAGES: [Page; 3] = [IBM850, IBM852, IBM855];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_128_characters() {
        for page in &PAGES {
            assert_eq!(page.upper.chars().count(), 128, "{}", page.name);
        }
        let at = |page: &Page, byte: usize| page.upper.chars().nth(byte - 0x80);
        assert_eq!(
            (at(&IBM850, 0x82), at(&IBM850, 0x85)),
            (Some('é'), Some('à'))
        );
        assert_eq!(
            (at(&IBM852, 0xa5), at(&IBM855, 0xa0)),
            (Some('ą'), Some('а'))
        );
    }
}
