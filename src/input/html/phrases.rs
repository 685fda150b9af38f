//! The phrases with which pages introduce everything that is not the story, in seven languages.
//! Source: written by hand for this crate. Every list is sorted, in the form of
//! [`plain`](super::words::plain).

/// Headings of the sections after an article.
#[rustfmt::skip]
pub(super) const SECTIONS: &[&str] = &[
    "a decouvrir", "a la une", "a lire aussi", "a lire egalement", "a lire ensuite", "a suivre",
    "a voir aussi", "aanbevolen", "aanbevolen artikelen", "abonnez-vous a notre newsletter",
    "about the author", "about the authors", "add a comment", "advertentie", "advertisement",
    "advertisements", "ahnliche artikel", "ajouter un commentaire", "altri articoli",
    "am meisten gelesen", "anderen lazen ook", "anzeige", "anzeigen", "archivado en",
    "around the web", "articles les plus lus", "articles lies", "articles recents",
    "articles similaires", "articoli correlati", "articulos relacionados", "artigos relacionados",
    "artikel teilen", "as mais lidas", "assine nossa newsletter", "auch interessant", "avis",
    "bekijk ook", "best gelezen", "comentarios", "commentaires", "commenti", "comments",
    "comparte esta noticia", "compartilhar", "compartilhe", "compartir", "condividi",
    "condividi questo articolo", "condividi su", "contenido patrocinado", "contenido relacionado",
    "contenu sponsorise", "contenus partenaires", "contenus sponsorises",
    "contenuti sponsorizzati", "conteudo relacionado", "continue reading",
    "dans la meme rubrique", "dans le meme dossier", "das konnte sie auch interessieren",
    "das konnte sie interessieren", "deel dit artikel", "deixe um comentario",
    "deixe uma resposta", "deja un comentario", "deja una respuesta", "delen",
    "dernieres actualites", "dernieres infos", "derniers articles", "die meistgelesenen artikel",
    "diskutieren sie mit", "don't miss", "editor's picks", "editors' picks",
    "empfehlungen der redaktion", "en continu", "en lien avec cet article",
    "enlaces patrocinados", "follow us", "from around the web", "from the web",
    "geef een reactie", "gerelateerde artikelen", "gesponsord", "i piu letti", "in other news",
    "inscrivez-vous a notre newsletter", "iscriviti alla newsletter", "join the conversation",
    "join the discussion", "keep reading", "kommentar schreiben", "kommentar verfassen",
    "kommentare", "la redaction vous conseille", "laat een reactie achter", "laatste nieuws",
    "laisser un commentaire", "las mas leidas", "lascia un commento", "lascia una risposta",
    "latest news", "latest stories", "le piu lette", "le plus populaire", "le puede interesar",
    "lea tambien", "leave a comment", "leave a reply", "leave a response", "lee tambien",
    "leer tambien", "lees meer", "lees ook", "lees verder", "leggi anche", "leia mais",
    "leia tambem", "les articles les plus lus", "les dernieres actualites", "les plus consultes",
    "les plus lus", "les plus partages", "lesen sie auch", "liens sponsorises", "lire aussi",
    "lire egalement", "lo mas leido", "lo mas visto", "mais lidas", "mais lidos",
    "mas informacion", "mas leidas", "mas noticias", "mas sobre este tema",
    "materias relacionadas", "meer nieuws", "meer over", "meer over dit onderwerp",
    "meest gelezen", "mehr aus dem ressort", "mehr zum thema", "meistgelesen",
    "meistgelesene artikel", "more like this", "more news", "more on this", "more on this story",
    "more on this topic", "more stories", "most commented", "most popular", "most read",
    "most recent", "most shared", "most viewed", "most watched", "mots-cles", "neueste artikel",
    "newsletter", "newsletter abonnieren", "newsletter signup", "nos derniers articles",
    "noticias relacionadas", "notizie correlate", "os mais lidos", "partager",
    "partager cet article", "partagez cet article", "partilhar", "partilhe", "piu letti",
    "plus d'articles", "pode gostar tambem", "popular posts", "popular stories", "post a comment",
    "potrebbe interessarti", "potrebbe interessarti anche", "pour aller plus loin",
    "promoted content", "promoted stories", "pubblicita", "publicidad", "publicidade", "reacties",
    "read more", "read next", "reageer", "reagissez", "recent posts", "recomendados",
    "recomendados para voce", "recommande pour vous", "recommandes pour vous", "recommended",
    "recommended for you", "recommended stories", "related", "related articles",
    "related content", "related coverage", "related links", "related news", "related posts",
    "related searches", "related stories", "related story", "related topics", "related video",
    "related videos", "saiba mais", "schreiben sie einen kommentar", "see also", "share this",
    "share this article", "share this page", "share this post", "share this story",
    "show comments", "sign up", "sign up for our newsletter", "similar articles", "similar posts",
    "sponsored", "sponsored content", "sponsored links", "subscribe to our newsletter",
    "suggested articles", "suivez-nous", "sur le meme sujet", "sur le meme theme",
    "suscribete a nuestra newsletter", "tambien te puede interesar", "te puede interesar",
    "te recomendamos", "teilen", "temas relacionados", "themen", "ti potrebbe interessare",
    "ti potrebbe interessare anche", "top stories", "trending", "trending now",
    "ultimas noticias", "ultime notizie", "up next", "vease tambien", "vedi anche", "veja tambem",
    "ver tambien", "verwandte artikel", "view comments", "voce tambem pode gostar", "voir aussi",
    "vos commentaires", "vos reactions", "vous aimerez aussi", "vous pourriez aussi aimer",
    "weitere artikel", "weitere meldungen", "werbung", "what others are reading",
    "what to read next", "you may also like", "you may be interested in", "you may like",
    "you might also like", "you might like", "zum thema",
];

/// The beginnings of a link to another article.
#[rustfmt::skip]
pub(super) const POINTERS: &[&str] = &[
    "[read", "[related", "a ecouter", "a lire", "a relire", "a voir", "also read",
    "artikel teilen", "auch interessant", "bekijk ook", "click here", "confira tambem",
    "continue reading", "don't miss", "en savoir plus", "full coverage", "guarda anche",
    "keep reading", "lea ademas", "lea mas", "lea tambien", "learn more", "lee mas",
    "lee tambien", "leer mas", "leer tambien", "lees meer", "lees ook", "lees verder",
    "leggi anche", "leggi di piu", "leggi l'articolo", "leia mais", "leia tambem",
    "lesen sie auch", "lesen sie dazu", "lesen sie hier", "lesen sie mehr", "lire aussi",
    "lire egalement", "lire l'article", "lire la suite", "lire notre", "listen:",
    "mas informacion", "mehr dazu", "mehr zum thema", "more on", "more:", "partager",
    "partager sur", "partagez", "per approfondire", "pour en savoir plus", "read also",
    "read more", "read next", "read:", "related article", "related story", "related:",
    "retrouvez", "saiba mais", "see also", "see more", "share on", "share this", "share via",
    "sur le meme sujet", "tambien:", "te puede interesar", "vedi anche", "veja mais",
    "veja tambem", "ver mas", "view more", "voir aussi", "voir egalement", "watch more", "watch:",
    "weiterlesen", "zie ook", "zum thema",
];

/// The beginnings of a line about an article: who wrote it, and when.
#[rustfmt::skip]
pub(super) const BYLINES: &[&str] = &[
    "actualizado", "aggiornato", "aktualisiert", "atualizado", "auteur", "author:", "bijgewerkt",
    "by ", "created", "cree le", "derniere mise a jour", "di ", "door ", "ecrit par", "erstellt",
    "escrito por", "first published", "geplaatst", "gepubliceerd", "geschreven door",
    "laatste update", "last modified", "last updated", "lecture :", "leestijd", "lesezeit",
    "mis a jour", "mise a jour", "modifie", "modified", "par ", "por ", "poste le", "posted by",
    "posted on", "propos recueillis", "pubblicato", "publicado", "publie", "published",
    "reading time", "redige par", "scritto da", "soumis par", "stand:", "submitted by", "tempo de leitura", "tempo di lettura",
    "temps de lecture", "texte :", "tiempo de lectura", "ultima actualizacion",
    "ultimo aggiornamento", "updated", "veroffentlicht", "von ", "written by",
    "zuletzt aktualisiert",
];

/// The beginnings of a line about the days of an article. They count in any place, before a date.
#[rustfmt::skip]
pub(super) const DATELINES: &[&str] = &[
    "actualizado", "aggiornato", "aktualisiert", "atualizado", "bijgewerkt", "created", "cree le",
    "derniere mise a jour", "erstellt", "first published", "geplaatst", "gepubliceerd",
    "laatste update", "last modified", "last updated", "mis a jour", "mise a jour", "modifie",
    "modified", "poste", "posted", "posted on", "pubblicato", "publicado", "publie", "publiee",
    "published", "stand:", "ultima actualizacion", "ultimo aggiornamento", "updated",
    "veroffentlicht", "zuletzt aktualisiert",
];

/// Whole lines that are not part of the story.
#[rustfmt::skip]
pub(super) const LINES: &[&str] = &[
    "a post shared by", "abbonati", "ad", "ads", "advert", "advertentie", "advertenties",
    "advertisement", "advertisement - continue reading below",
    "advertisement — continue reading below", "advertisements", "advertising", "afdrukken",
    "ajouter a vos favoris", "annonce", "annonces", "annuncio", "anuncio", "anzeige", "anzeigen",
    "article continues after advertisement", "article continues below",
    "article continues below advertisement", "article precedent", "article reserve aux abonnes",
    "article suivant", "artikel merken", "artikel teilen", "assine", "back to top",
    "cet article vous a plu ?", "chargement", "chargement...", "chargement…", "close",
    "comentarios", "comment", "commenter", "commenti", "comments", "compartilhar", "compartilhe",
    "compartir", "condividi", "contenido patrocinado", "contenu sponsorise",
    "contenuto sponsorizzato", "conteudo patrocinado", "continua apos a publicidade",
    "continue reading", "continue reading below", "continue reading the main story",
    "copier le lien", "copy link", "deel dit artikel", "delen", "drucken", "ecouter l'article",
    "email", "email this", "embedded content", "empfehlen", "envoyer par mail", "facebook",
    "follow us", "gesponsord", "guardar", "haut de page", "i piu letti", "image", "image source",
    "imprimer", "imprimir", "instagram", "iscriviti", "javascript is disabled", "je m'abonne",
    "kommentare", "la suite apres cette publicite", "la suite apres la publicite",
    "lees verder na de advertentie", "les plus lus", "les plus vus", "liens sponsorises",
    "linkedin", "lire la suite", "lire les commentaires", "lire plus tard", "listen",
    "listen to article", "lo mas leido", "loading", "loading...", "loading…", "log in",
    "mais lidas", "media caption", "meest gelezen", "meistgelesen", "merken", "messenger",
    "most popular", "most read", "most viewed", "next", "next article", "offrir l'article",
    "paid content", "paid partner content", "partager", "partager sur facebook",
    "partager sur twitter", "partilhar", "partilhe", "passer la publicite", "patrocinado",
    "photo", "pinterest", "play video", "please enable javascript", "previous",
    "previous article", "print", "print this", "promoted", "promoted by", "pub", "pubblicita",
    "publicidad", "publicidade", "publicite", "publicites", "reacties", "read full article",
    "read more", "reagir", "reddit", "reply", "report this ad", "reserve aux abonnes",
    "retour en haut", "s'abonner", "save", "scroll to continue",
    "scroll to continue with content", "se connecter", "share", "share on facebook",
    "share on twitter", "share this", "share this article", "siga-nos", "sign in", "sign up",
    "siguenos", "skip advertisement", "sponsored", "sponsored by", "sponsored content",
    "sponsored links", "sponsorise", "stampa", "story continues below",
    "story continues below advertisement", "subscribe", "suivez-nous", "suscribete", "teilen",
    "tekst gaat verder onder de advertentie", "tekst loopt door onder de advertentie",
    "telecharger", "telegram", "top", "tweet", "twitter", "view comments", "view gallery",
    "view photo", "view photos", "view this post on instagram", "voir les commentaires",
    "vorlesen", "watch now", "weiterlesen nach der anzeige", "werbung", "whatsapp",
    "zur startseite",
];

/// The beginnings of a line after the story that asks for something. They count at the end of an
/// article, in a short line with a link.
#[rustfmt::skip]
pub(super) const TAILS: &[&str] = &[
    "abbonati", "abonneer", "abonnez-vous", "abonnieren", "acompanhe", "apoyanos", "assine",
    "baixe", "become a member", "buy", "cadastre-se", "cet article a ete publie", "clicca",
    "click here", "clique", "cliquez", "contact", "contactez", "decouvrez", "descarga", "donate",
    "download", "download de", "ecoutez", "email", "entre no", "faites un don", "find out more",
    "folgen sie", "follow", "for more", "get our", "get the", "have a tip", "haz clic",
    "hier geht es", "hier geht's", "inscreva-se", "inscrivez-vous", "iscriviti", "jetzt anmelden",
    "join", "klik", "laden sie", "like us", "likez", "listen to", "mehr informationen",
    "meld je aan", "melden sie sich", "para mas informacion", "participe", "per saperne di piu",
    "pour plus d'informations", "pour vous abonner", "read the full", "recevez", "registrate",
    "rejoignez", "retrouvez", "scarica", "schrijf je in", "segui", "seguici", "send", "siga",
    "siganos", "sign up", "sigue a", "sigue toda la", "siguenos", "sostienici", "soutenez",
    "steun", "subscribe", "suivez", "support", "suscribase", "suscribete", "telechargez",
    "this article was originally published", "this post was originally published",
    "this story was originally published", "to read more", "tune in", "unete", "unterstutzen sie",
    "volg", "want more", "watch",
];

/// Headings of the points that sum up an article before it begins.
#[rustfmt::skip]
pub(super) const KEYS: &[&str] = &[
    "a retenir", "at a glance", "auf einen blick", "ce qu'il faut retenir",
    "ce qu'il faut savoir", "claves", "das wichtigste in kurze", "em resumo", "en bref",
    "en resume", "en resumen", "highlights", "i punti chiave", "in breve", "in brief",
    "in het kort", "in kurze", "in sintesi", "key points", "key takeaways", "kort samengevat",
    "l'essentiel", "l'essentiel a retenir", "les points cles", "lo esencial", "points cles",
    "pontos-chave", "puntos clave", "resumo", "samengevat", "story highlights", "summary",
    "the gist", "what you need to know",
];
