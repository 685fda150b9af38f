// Annotates the text as it is typed and shows the layers. Whatever comes from the text is set as text, never as
// HTML.

import init, { Pipeline, detect } from "./griot/griot.js";

const SAMPLE = `Niger : Moscou livre du matériel à l’armée

Le général Salifou Modi s’est rendu à Moscou mardi. « L’accord est bon », a déclaré M. Modi, qui y a vu 12 000 soldats et des chars pour 3,5 millions d’euros.

L’Union africaine n’a pas réagi. Le 26 juillet, les militaires nigériens avaient renversé le président Bazoum.

Source : agences`;

/** The files of a language that are fetched when it is chosen. */
const MODELS = {
  de: ["names-de.bin", "tags-de.bin", "lexicon-de.bin"],
  en: ["names-en.bin", "tags-en.bin", "lexicon-en.bin", "morph-en.bin"],
  es: ["names-es.bin", "tags-es.bin", "lexicon-es.bin"],
  it: ["names-it.bin"],
  nl: ["names-nl.bin"],
  pt: ["names-pt.bin", "tags-pt.bin", "lexicon-pt.bin", "morph-pt.bin"],
};

/** A table shows at most so many rows, because a browser is slow with more. */
const ROWS = 500;

const STORY = new Set(["body", "title", "kicker", "lede", "heading", "quotation"]);

const $ = (id) => document.getElementById(id);
const checked = (id) => [...$(id).querySelectorAll("input:checked")].map((it) => it.value);

const fetched = new Map();
let pipeline;

async function model(name) {
  if (!fetched.has(name)) {
    const response = await fetch(`models/${name}`);
    if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
    fetched.set(name, new Uint8Array(await response.arrayBuffer()));
  }
  return fetched.get(name);
}

/** Builds the pipeline of the options that are chosen, then shows the text anew. */
async function build() {
  try {
    const names = checked("models").flatMap((language) => MODELS[language]);
    const models = await Promise.all(names.map(model));
    const language = $("language").value || undefined;
    const next = new Pipeline({ language }, models);
    pipeline?.free();
    pipeline = next;
  } catch (problem) {
    $("status").textContent = `The models could not be loaded: ${problem.message}`;
    return;
  }
  show();
}

function show() {
  const begun = performance.now();
  const found = pipeline.annotate($("text").value, $("date").value || undefined);
  const took = performance.now() - begun;
  const models = found.meta.models.length;
  $("status").textContent = `${language(found)}, ${found.tokens.length} words and marks in ${took.toFixed(1)} ms, ` +
    `${models} ${models === 1 ? "model" : "models"}`;
  $("marked").lang = found.language.code;
  mark(found);
  fill("entities", found.entities, (it) =>
    [it.text, it.label, it.id, [it.value, it.mod].filter(Boolean).join(" "), it.title && slice(found, it.title), it.score.toFixed(2)]);
  fill("quotations", found.quotations, (it) =>
    [it.text, it.speaker && slice(found, it.speaker), it.verb !== undefined ? slice(found, found.tokens[it.verb]) : ""]);
  fill("sentences", found.sentences, (it) => [it.start, it.end, it.text, it.end_reason]);
  fill("tokens", found.tokens, (it) =>
    [slice(found, it), it.norm, it.lemma, it.pos, it.morph, it.stem, ["", "function word", "little content"][it.stop ?? 0]]);
}

/** The name of the language that was chosen or detected. */
function language(found) {
  const [chosen] = $("language").selectedOptions;
  if (chosen.value) return chosen.text;
  const { name, reliable } = detect(found.text);
  return reliable ? name : `${name} (not sure)`;
}

const slice = (found, { start, end }) => found.text.slice(start, end);

/** Shows the text with its names, quotations and zones marked. */
function mark(found) {
  const shown = new Set(checked("shown"));
  const outer = [];
  for (const it of found.entities ?? []) {
    // The longer of two nested entities comes first and is the one that is shown.
    if (shown.has(it.label) && it.start >= (outer.at(-1)?.end ?? 0)) outer.push(it);
  }
  const quotations = shown.has("quotation") ? found.quotations ?? [] : [];
  const dim = shown.has("zone") ? (found.zones ?? []).filter((it) => !STORY.has(it.kind)) : [];
  const cuts = new Set([0, found.text.length]);
  for (const it of [...outer, ...quotations, ...dim]) cuts.add(it.start).add(it.end);
  const at = [...cuts].sort((one, two) => one - two);

  const pieces = document.createDocumentFragment();
  const next = { entity: 0, quotation: 0, zone: 0 };
  const covering = (rows, key, start) => {
    while (rows[next[key]]?.end <= start) next[key] += 1;
    return rows[next[key]]?.start <= start ? rows[next[key]] : undefined;
  };
  for (let i = 1; i < at.length; i += 1) {
    const [start, end] = [at[i - 1], at[i]];
    const entity = covering(outer, "entity", start);
    const quotation = covering(quotations, "quotation", start);
    const zone = covering(dim, "zone", start);
    const piece = document.createElement(entity ? "mark" : "span");
    piece.textContent = found.text.slice(start, end);
    if (entity) {
      piece.className = entity.label;
      piece.title = [entity.id, entity.value].filter(Boolean).join(" ");
      if (end === entity.end) {
        const label = document.createElement("small");
        label.textContent = entity.label;
        piece.append(label);
      }
    }
    piece.classList.toggle("quotation", Boolean(quotation));
    piece.classList.toggle("zone", Boolean(zone));
    if (zone && !entity) piece.title = zone.kind;
    pieces.append(piece);
  }
  $("marked").replaceChildren(pieces);
}

/** Fills the table `id` with a row of cells for each item. */
function fill(id, items, cells) {
  const all = items ?? [];
  const rows = all.slice(0, ROWS).map((item) => {
    const row = document.createElement("tr");
    for (const content of cells(item)) {
      const cell = document.createElement("td");
      cell.textContent = content ?? "";
      row.append(cell);
    }
    return row;
  });
  $(id).tBodies[0].replaceChildren(...rows);
  $(`${id}-count`).textContent = all.length > ROWS ? `(the first ${ROWS} of ${all.length})` : `(${all.length})`;
}

// A fast typist is faster than a long text: what was typed since the last frame is annotated once.
let waiting = false;
function soon() {
  if (waiting || !pipeline) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    show();
  });
}

$("text").value = SAMPLE;
await init();
$("text").addEventListener("input", soon);
$("date").addEventListener("input", soon);
$("shown").addEventListener("change", soon);
$("language").addEventListener("change", build);
$("models").addEventListener("change", build);
await build();
