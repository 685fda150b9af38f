"use strict";
// The texts of articles come here only as text: textContent and attributes are read, HTML is never made.
(() => {
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const inspector = byId("inspector");
  const POS = {
    ADJ: "adjective", ADP: "preposition", ADV: "adverb", AUX: "auxiliary verb", CCONJ: "conjunction",
    DET: "determiner", INTJ: "interjection", NOUN: "noun", NUM: "number", PART: "particle", PRON: "pronoun",
    PROPN: "proper noun", PUNCT: "punctuation", SCONJ: "conjunction", SYM: "symbol", VERB: "verb", X: "other",
  };

  // What is known of a word, of the mark around it and of the quotation around both.
  function word(element) {
    const [pos, ...lemma] = element.dataset.w.split(" ");
    return element.textContent + " – " + (POS[pos] || pos) + ", lemma " + lemma.join(" ");
  }
  function inspect(target) {
    const item = target instanceof Element ? target.closest(".text i, .text mark, .text q") : null;
    const mark = item && item.closest("mark");
    const quote = item && item.closest("q");
    const lines = [];
    if (mark) {
      const name = document.createElement("b");
      name.textContent = mark.textContent;
      lines.push(name);
    }
    const line = (text) => {
      const span = document.createElement("span");
      span.textContent = text;
      lines.push(span);
    };
    if (mark) line(mark.dataset.tip);
    if (item && item.matches("i")) line(word(item));
    else if (mark) all("i", mark).forEach((it) => line(word(it)));
    if (quote) line("quotation " + quote.dataset.said);
    inspector.replaceChildren(...lines);
  }
  document.addEventListener("pointerover", (event) => inspect(event.target));
  document.addEventListener("click", (event) => inspect(event.target));
  document.addEventListener("focusin", (event) => inspect(event.target));

  // Each text is one stop of the Tab key. Arrows go on from there.
  const STOPS = "mark[tabindex], q[tabindex]";
  for (const text of all(".text")) {
    const first = text.querySelector(STOPS);
    if (first) first.tabIndex = 0;
    text.setAttribute("role", "group");
    text.setAttribute("aria-label", "Text; arrow keys go from mark to mark");
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return inspector.replaceChildren();
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const text = step && !event.altKey && !event.ctrlKey && !event.metaKey && event.target.closest(".text");
    if (!text) return;
    const stops = all(event.shiftKey ? "i" : STOPS, text);
    const side = (it) => event.target.compareDocumentPosition(it);
    const after = (it) => side(it) & Node.DOCUMENT_POSITION_FOLLOWING;
    const before = (it) => side(it) & Node.DOCUMENT_POSITION_PRECEDING;
    const next = step > 0 ? stops.find(after) : stops.filter(before).pop();
    event.preventDefault();
    if (!next) return;
    all("[tabindex='0']", text).forEach((it) => { it.tabIndex = -1; });
    next.tabIndex = 0;
    next.focus();
  });

  // A link into a closed article, or behind "more", opens it.
  function reveal() {
    const target = location.hash && byId(location.hash.slice(1));
    if (!target) return;
    for (let it = target; it; it = it.parentElement) if (it.matches("details")) it.open = true;
    if (target.matches("mark")) {
      all("[tabindex='0']", target.closest(".text")).forEach((it) => { it.tabIndex = -1; });
      target.tabIndex = 0;
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: "center" });
    }
  }
  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) reveal();
  });
  reveal();

  // The filter compares without accents and case.
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’ʼ]/g, "'").replace(/\s+/g, " ").toLowerCase();
  const filter = byId("filter"), found = byId("found"), articles = all(".article");
  let items = null, waiting = 0;
  function sift() {
    const wanted = fold(filter.value.trim());
    items = items || all(".article, .member").map((it) => [it, fold(it.textContent)]);
    for (const [item, text] of items) item.hidden = !text.includes(wanted);
    const shown = articles.filter((it) => !it.hidden).length;
    for (const kind of all(".kind")) {
      kind.hidden = !kind.querySelector(".member:not([hidden])");
      const more = kind.querySelector("details");
      if (more && wanted) more.open = Boolean(more.querySelector(".member:not([hidden])"));
    }
    found.textContent = wanted ? shown + " of " + articles.length + " articles" : "";
  }
  filter.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(sift, 120);
  });
  const toggle = (open) => () => articles.forEach((it) => { if (!it.hidden) it.open = open; });
  if (byId("open")) {
    byId("open").addEventListener("click", toggle(true));
    byId("close").addEventListener("click", toggle(false));
  }
  addEventListener("beforeprint", () => all("details").forEach((it) => { it.open = true; }));
})();
