//! The words with which templates name everything that is not the article, in seven languages.
//! Source: written by hand for this crate, after the themes of WordPress, Drupal, Joomla, SPIP,
//! Blogger, Ghost and of newspapers. Every list is sorted.

use crate::lang::list::{List, list};

/// Words in classes and ids of elements that are never the article, whatever their size: comments,
/// and cookie notices.
#[rustfmt::skip]
pub(super) const NEVER: List = list![
    "captcha", "comentarios", "comment", "commentaire", "commentaires", "commenti", "comments",
    "consent", "cookie", "cookies", "discussion", "disqus", "feedback", "forum", "forums", "gdpr",
    "kommentare", "livefyre", "reacties", "reaction", "reactions", "respond", "rgpd",
    "usercomments",
];

/// Words in classes and ids of elements around the article. They do not count if the element holds
/// half of the page's words.
#[rustfmt::skip]
pub(super) const AROUND: List = list![
    "ad", "addtoany", "ads", "adsbygoogle", "adsense", "advert", "advertentie", "advertisement",
    "anzeige", "ariane", "axeptio", "breadcrumb", "breadcrumbs", "cmp", "correlati", "crosslinks",
    "cta", "dable", "didomi", "disclaimer", "footer", "gerelateerd", "hierarchie", "masthead",
    "meistgelesen", "menu", "mgid", "modal", "morefrom", "mostread", "nav", "navbar",
    "navigation", "newsletter", "onetrust", "outbrain", "pagenav", "pager", "pagination",
    "partage", "partager", "pied", "popup", "promo", "promotion", "pub", "pubblicita",
    "publicidad", "publicidade", "publicite", "readalso", "readmore", "recirc", "recirculation",
    "recommandes", "recommended", "relacionadas", "relacionados", "related", "relatedposts",
    "reseaux", "revcontent", "seealso", "share", "sharedaddy", "sharing", "sidebar", "signup",
    "similaires", "slideout", "social", "sociaux", "sponsor", "sponsored", "subscribebox",
    "taboola", "ticker", "toplist", "trending", "verwandt", "werbung", "yarpp",
    "zergnet",
];

/// Words in classes and ids that count only for small elements, most of all for an article's own
/// metadata.
#[rustfmt::skip]
pub(super) const SMALL: List = list![
    "abo", "abonnement", "affiliate", "agenda", "aussi", "auteur", "auteurs", "auteursnaam", "author",
    "authors", "autor", "autore", "autoren", "banner", "bio", "buy", "buybox", "byline", "caption",
    "contact", "contributor", "contributors", "copyright", "credit", "credits", "date", "dateline", "dates", "datum", "deal",
    "deals", "don", "donate", "donation", "email", "embed", "encart", "etiquettes", "fecha", "follow",
    "info", "infos", "join", "kicker", "labels", "legend", "legende", "locked", "login",
    "merchant", "meta", "metaoutils", "offer", "offers", "overlay", "paywall", "poll",
    "popularity", "premium", "print", "publication", "publie", "published", "quiz", "rating", "sign", "signature", "skip", "sondage", "submitted",
    "subscribe", "subscriber", "subscribers", "subscription", "suivre", "survey", "tags",
    "time", "timestamp", "toolbar", "tools", "topics", "vote", "whatsapp", "widget",
];

/// Words in classes and ids of elements that hold an article or its text. One of them in an id
/// excuses a name in the class, and the other way around.
#[rustfmt::skip]
pub(super) const HOLDERS: List = list![
    "article", "articlebody", "articolo", "articulo", "artigo", "artikel", "body", "content",
    "contenu", "corps", "entry", "main", "post", "story", "text", "texte",
];

/// Words in classes of elements that hold a picture with its legend.
#[rustfmt::skip]
pub(super) const PICTURES: List = list![
    "afbeelding", "bild", "documents", "figure", "foto", "illustration", "image", "imagem", "imagen", "images",
    "img", "immagine", "media", "photo", "photos", "picture", "pictures", "thumbnail", "visuel",
];

/// Words in classes of elements that hold many pictures, each with its legend.
#[rustfmt::skip]
pub(super) const GALLERIES: List = list![
    "bildergalerie", "carousel", "carrousel", "diaporama", "fotostrecke", "galeria", "galerie",
    "galleria", "gallery", "portfolio", "slider", "slideshow",
];

/// Words in classes of what sums up an article before it begins.
#[rustfmt::skip]
pub(super) const LEDES: List = list![
    "accroche", "bajada", "chapeau", "chapo", "deck", "dek", "entradilla", "essentiel", "excerpt",
    "highlights", "intro", "introduction", "kernaussagen", "keypoints", "lede", "occhiello",
    "resume", "sommario", "sottotitolo", "standfirst", "subhead", "subheading", "subheadline",
    "subtitle", "subtitulo", "summary", "takeaways", "teasertext", "vorspann",
];
