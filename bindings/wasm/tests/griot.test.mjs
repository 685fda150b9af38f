// What the package gives in Node. `../test` runs it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import init, { annotate, detect, Pipeline, sentences, stem, words } from "../target/npm/node.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const module = readFileSync(path("../target/npm/griot_bg.wasm"));
const seeds = readdirSync(path("../../../seeds")).filter((name) => /^\d{3}_.*\.txt$/.test(name)).sort();
const seed = (name) => readFileSync(path(`../../../seeds/${name}`), "utf8");

/** Every span of the document lies in its text, and the texts beside the spans are what they say. */
function assertSound(found) {
  const spans = [found.sentences, found.tokens, found.entities, found.quotations, found.zones].flatMap((it) => it ?? []);
  for (const { start, end, text } of spans) {
    assert.ok(0 <= start && start < end && end <= found.text.length, `${start}..${end}`);
    if (text !== undefined) assert.equal(found.text.slice(start, end), text);
  }
  let end = 0;
  for (const token of found.tokens) {
    assert.match(found.text.slice(end, token.start), /^\p{White_Space}*$/u);
    ({ end } = token);
  }
  assert.match(found.text.slice(end), /^\p{White_Space}*$/u);
}

test("offsets are those of JavaScript", () => {
  const text = "🌍 L’été 2023, le général Salifou Modi était à Niamey. « C’est 🎉 », a-t-il dit.";
  const found = annotate(text, { language: "fr" });
  assert.equal(found.offsets, "utf16");
  assert.equal(found.text, text);
  assertSound(found);
  const token = found.tokens.find((it) => it.lemma === "été");
  assert.equal(text.slice(token.start, token.end), "été");
  const names = found.entities.map((it) => [text.slice(it.start, it.end), it.label, it.value ?? it.id]);
  assert.deepEqual(names.slice(1), [["Salifou Modi", "PER", "per:salifou-modi"], ["Niamey", "LOC", "loc:niamey"]]);
  const [quotation] = found.quotations;
  assert.equal(quotation.text, "« C’est 🎉 »");
  assert.equal(found.entities[quotation.entity].id, "per:salifou-modi");
});

test("options choose layers, the day and names", () => {
  const text = "La Somaïr a fermé mardi.";
  const options = { language: "fr", layers: ["entities"], referenceDate: "2024-05-16", gazetteer: { ORG: { Somaïr: "somair" } } };
  const found = annotate(text, options);
  assert.deepEqual(found.entities.map((it) => [it.text, it.value ?? it.id]), [["Somaïr", "somair"], ["mardi", "2024-05-14"]]);
  assert.equal(found.tokens, undefined);
  assert.deepEqual(found.meta.layers, ["entities"]);
  assert.equal(annotate(text, { language: ["fr", "en"] }).language.code, "fr");
  assert.ok(annotate(text).tokens[0].stem, "all layers by default");
});

test("a pipeline gives what the function gives, and takes a day for each text", () => {
  const pipeline = new Pipeline({ language: "fr" });
  for (const name of seeds) assert.deepEqual(pipeline.annotate(seed(name)), annotate(seed(name), { language: "fr" }));
  const value = (date) => pipeline.annotate("Il part mardi.", date).entities[0].value;
  assert.equal(value("2024-05-16"), "2024-05-14");
  assert.equal(value("2024-05-23"), "2024-05-21");
  assert.equal(value(), undefined, "the day is of one text only");
  pipeline.free();
});

test("some things need no pipeline", () => {
  const found = detect("Le général est arrivé hier à Niamey avec une délégation.");
  assert.deepEqual([found.code, found.name, found.reliable], ["fr", "French", true]);
  assert.deepEqual(words("L’armée a-t-elle 12 000 hommes ?", "fr"), ["L’", "armée", "a", "-t-elle", "12 000", "hommes", "?"]);
  assert.deepEqual(sentences("M. Touré part. Il n’a rien dit."), ["M. Touré part.", "Il n’a rien dit."]);
  assert.equal(stem("militaires", "fr"), "militair");
});

test("what is wrong is an error that says so, and the next call works", () => {
  assert.throws(() => annotate("a", { langage: "fr" }), /unknown field `langage`, expected one of `language`/);
  assert.throws(() => annotate("a", { language: "frx" }), /frx/);
  assert.throws(() => annotate("a", { layers: ["stem"] }), /stem/);
  assert.throws(() => annotate("a", { referenceDate: "mardi" }), /mardi/);
  assert.throws(() => new Pipeline({ language: "fr" }).annotate("a", "2024-13-01"), /2024-13-01/);
  assert.throws(() => new Pipeline({}, [new Uint8Array(10)]), /not a kind of model/);
  const circle = {};
  circle.language = circle;
  assert.throws(() => annotate("a", circle), /circular/);
  assert.throws(() => words("a", "xx"), /xx/);
  assert.throws(() => stem("a", "zh"), /zh/);
  assert.equal(annotate("Le ministre.", { language: "fr" }).tokens.length, 3);
});

test("documents equal those of this machine", () => {
  const options = JSON.stringify({ language: "fr" });
  const paths = seeds.map((name) => path(`../../../seeds/${name}`));
  const command = ["run", "--release", "--quiet", "--example", "native", "--", options, ...paths];
  // The compiler of this machine, whichever one made the package.
  const { RUSTC, ...env } = process.env;
  const output = execFileSync("cargo", command, { cwd: path(".."), encoding: "utf8", maxBuffer: 1 << 28, env });
  const native = output.trimEnd().split("\n").map(JSON.parse);
  assert.equal(native.length, 5);
  for (const [i, name] of seeds.entries()) {
    const found = annotate(seed(name), { language: "fr" });
    assertSound(found);
    assert.ok(found.entities.length > 5, name);
    assert.deepEqual(found, native[i], name);
  }
});

test("nasty texts", () => {
  const texts = [
    "", " ", "\n\r\n\u2028", "\0", "\ufeffL\u00adété", "a\u0301".repeat(500), "\u202eabc\u202c", "👨‍👩‍👧‍👦🇳🇪".repeat(200),
    "l’".repeat(1000), "(".repeat(5000), "«".repeat(5000), "M. ".repeat(3000), "1 000 ".repeat(2000), "a".repeat(100_000),
    "www.".repeat(1000), "\uffff\u{10ffff}", "<script>alert(1)</script>", "ﷺ\u0378Ａ", "12\u202f000\u00a0€", "\r".repeat(1000),
  ];
  for (const text of texts) {
    const found = annotate(text, { language: "fr" });
    assert.equal(found.text, text);
    assertSound(found);
    assertSound(annotate(text));
  }
});

test("half a surrogate pair keeps its place", () => {
  const text = "Le \ud83c ministre \udf0d Modi";
  const found = annotate(text, { language: "fr" });
  assert.equal(found.text, "Le \ufffd ministre \ufffd Modi");
  const token = found.tokens.find((it) => it.lemma === "ministre");
  assert.equal(text.slice(token.start, token.end), "ministre");
});

test("a text above one megabyte", () => {
  const article = seeds.map(seed).join("\n\n");
  const text = article.repeat(Math.ceil(1.2e6 / article.length));
  assert.ok(Buffer.byteLength(text) > 1 << 20);
  const found = annotate(text, { language: "fr" });
  assertSound(found);
  const last = found.tokens.at(-1);
  assert.equal(last.end, text.trimEnd().length);
  assert.ok(found.entities.at(-1).start > 1 << 20);
});

test("models of other languages are read from their files", () => {
  const read = (name) => readFileSync(path(`../target/npm/models/${name}`));
  for (const [code, text, lemma, name] of [
    ["en", "The generals met Angela Merkel in Paris.", "general", "Angela Merkel"],
    ["de", "Die Minister trafen Angela Merkel in Paris.", "Minister", "Angela Merkel"],
    ["es", "Los ministros vieron a Angela Merkel en París.", "ministro", "Angela Merkel"],
    ["pt", "Os ministros viram Angela Merkel em Paris.", "ministro", "Angela Merkel"],
  ]) {
    const models = ["names", "tags", "lexicon"].map((kind) => read(`${kind}-${code}.bin`));
    const without = annotate(text, { language: code });
    assert.ok(without.meta.missing.includes("lemmas"), code);
    const found = new Pipeline({ language: code }, models).annotate(text);
    assert.ok(found.tokens.some((it) => it.lemma === lemma), code);
    assert.ok(found.entities.some((it) => it.text === name && it.label === "PER"), code);
    assert.ok(found.meta.models.some((it) => it.startsWith(`names-${code}`)), code);
  }
});

test("init does nothing here, and may be called", async () => {
  await init();
  assert.equal(stem("armées", "fr"), "armé");
});

test("it asks nothing of its surroundings but JSON and errors", () => {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(module)).map((it) => it.name);
  const allowed = /^__(wbg_(parse|stringify|Error|new|message|instanceof|length|set|prototypesetcall)_|wbindgen_|wbg___wbindgen_)/;
  assert.deepEqual(imports.filter((name) => !allowed.test(name)), []);
});

test("the size stays within its budget", () => {
  const size = gzipSync(module).length;
  assert.ok(size <= 5_000_000, `${size} bytes with gzip`);
});
