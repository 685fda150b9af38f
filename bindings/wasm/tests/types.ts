// Checked by the TypeScript compiler, never run.

import init, { annotate, detect, Pipeline, sentences, stem, words } from "../target/npm/griot.js";
import type { Detection, Entity, GriotDocument, Layer, Options } from "../target/npm/griot.js";

export async function use(): Promise<string> {
  await init();
  const layers: Layer[] = ["entities", "tokens"];
  const options: Options = { language: ["fr", "en"], layers, referenceDate: "2024-05-16", gazetteer: { ORG: { Somaïr: "somair" } } };
  const found: GriotDocument = annotate("Le texte.", options);
  annotate("Le texte.");
  const names: Entity[] = found.entities ?? [];
  const detected: Detection = detect("Le texte.");
  const pipeline = new Pipeline({ language: "fr" }, [new Uint8Array()]);
  const other: GriotDocument = new Pipeline().annotate("Le texte.");
  pipeline.annotate("Le texte.", "2024-05-16").sentences?.map((it) => it.end_reason);
  const texts: string[] = [...words("a", "fr"), ...sentences("a"), stem("a", "fr"), detected.code, other.text];
  return names.map((it) => found.text.slice(it.start, it.end)).concat(texts).join();
}

// @ts-expect-error: no such layer
annotate("a", { layers: ["stem"] });
// @ts-expect-error: no such option
annotate("a", { langage: "fr" });
// @ts-expect-error: a text
words(1);
