/** The name of a layer. */
export type Layer =
  | "language" | "zones" | "sentences" | "tokens" | "norms" | "stops" | "stems" | "lemmas" | "pos" | "morph"
  | "entities" | "quotations";

/** The options of a pipeline. */
export interface Options {
  /** A code such as `"fr"`, or several to choose from. The language is detected if it is not given. */
  language?: string | string[];
  /** The layers to return. All by default. */
  layers?: Layer[];
  /** The day against which relative dates are resolved: `YYYY-MM-DD`. */
  referenceDate?: string;
  /** Your own names: for each label the names with their ids. */
  gazetteer?: Record<string, Record<string, string>>;
}

/** A language that was detected. */
export interface Detection {
  /** The code of ISO 639-1, or of ISO 639-3 where there is none; `und` for no language. */
  code: string;
  name: string;
  /** From 0 to 1. */
  confidence: number;
  reliable: boolean;
}

/** Where something stands: `text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
}

export interface Zone extends Span {
  kind:
    | "body" | "title" | "kicker" | "lede" | "heading" | "caption" | "dateline" | "quotation" | "read-also" | "advert"
    | "repeated" | "address" | "signature" | "source" | "metadata";
}

export interface Sentence extends Span {
  text: string;
  end_reason: "stop" | "line-break" | "model" | "zone" | "language" | "end-of-text";
  /** How certain the end is, from 0 to 1. 1 if absent. */
  score?: number;
  /** The language, if it is not that of the text. */
  language?: string;
}

export interface Token extends Span {
  kind: "word" | "number" | "punctuation" | "symbol" | "url" | "email" | "hashtag" | "mention" | "emoji" | "other";
  /** The normal form. */
  norm?: string;
  stem?: string;
  /** The dictionary form. Absent for punctuation and symbols. */
  lemma?: string;
  /** The lemma is a guess. */
  guessed?: true;
  /** The part of speech of Universal Dependencies. */
  pos?:
    | "ADJ" | "ADP" | "ADV" | "AUX" | "CCONJ" | "DET" | "INTJ" | "NOUN" | "NUM" | "PART" | "PRON" | "PROPN" | "PUNCT"
    | "SCONJ" | "SYM" | "VERB" | "X";
  /** Morphological features: `Gender=Fem|Number=Plur`. */
  morph?: string;
  /** 0: the word carries content; 1: a function word; 2: another word of little content. */
  stop?: 0 | 1 | 2;
}

export interface Entity extends Span {
  text: string;
  /** `PER`, `LOC`, `ORG`, `MISC`, `DATE`, `QUANTITY`, or a label of the gazetteer. */
  label: string;
  /** Equal for all mentions of one thing in the document. */
  id?: string;
  /** Of a date: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `A/B` or a century. Of a quantity: kind, amount and unit. */
  value?: string;
  mod?: "START" | "MID" | "END" | "APPROX";
  source: "rule" | "gazetteer" | "tagger" | "link" | "user";
  /** From 0 to 1. */
  score: number;
  /** The title beside a person's name. */
  title?: Span;
  /** The id of the place whose name it has. */
  place?: string;
}

export interface Quotation extends Span {
  text: string;
  /** The words for the speaker. */
  speaker?: Span;
  /** The index of the speaker in `entities`. */
  entity?: number;
  /** The index of the verb in `tokens`. */
  verb?: number;
  lead?: "direct" | "indirect";
}

/**
 * A text with its annotation. All offsets count units of UTF-16, as JavaScript does. Layers that were not made or
 * not asked for are absent.
 */
export interface GriotDocument {
  /** The version of this format. */
  griot: 1;
  offsets: "utf16";
  text: string;
  language: { code: string; confidence: number; reliable: boolean };
  /** Stretches in one language each. They cover the text. */
  languages?: (Span & { code: string })[];
  /** What the parts of a press text are. They cover the text. */
  zones?: Zone[];
  /** The parts of the first dateline. */
  dateline?: { place?: Span; date?: Span; agency?: Span };
  sentences?: Sentence[];
  tokens?: Token[];
  /** By start, the longer first. They are disjoint or nested. */
  entities?: Entity[];
  quotations?: Quotation[];
  meta: {
    layers: Layer[];
    /** What determined the language. */
    language_engine: "given" | "model" | "whatlang";
    stem_edition: "snowball2" | "snowball3" | null;
    /** The models that were used, as `name version`. */
    models: string[];
    /** The layers that could not be made for the language of the text. */
    missing: Layer[];
    /** The day that relative dates were read against. */
    reference_date?: string;
  };
}
