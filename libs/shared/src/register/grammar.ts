/** Emits one form of a verb with its class, such as `tienes`, `v2.pr`. */
export type Emit = (form: string, kind: string) => void;

/** Principal parts of an irregular verb, by their short names; what is missing follows the rule. */
export type Parts = Readonly<Record<string, string>>;

/** The parts from which a language's rules make all forms: present, preterite, imperfect, future stem, subjunctives, gerund. */
export interface Principal {
  readonly pr: string;
  readonly pr2: string;
  readonly pt: string;
  readonly pt2: string;
  readonly im: string;
  readonly fu: string;
  readonly sp: string;
  readonly si: string;
  readonly ge: string;
  readonly sp2?: string;
  /** A short imperative for `tú`, `tu`. */
  readonly im2?: string;
  /** A second form of the present subjunctive. */
  readonly spx?: string;
}

/** Emit the second and the third person singular of a tense. */
export function emitPair(emit: Emit, tense: string, [second, third]: readonly [string, string]): void {
  emit(second, `v2.${tense}`);
  emit(third, `v3.${tense}`);
}

/** What the rules of a language add to its word list. */
export interface Grammar {
  /** Every form of `verb` that tells who is addressed. `mark` names its stem change. */
  readonly conjugate?: (verb: Verb, emit: Emit) => void;
  /** Class of a word that no list knows, "" when it has none. `known` looks a form up. */
  readonly guess?: (word: string, known: (form: string) => string) => string;
}

export interface Verb {
  readonly infinitive: string;
  readonly mark: string;
  readonly parts: Parts;
}

/** `text` with its last `from` replaced, or unchanged where there is none. */
export function replaceLast(text: string, from: string, to: string): string {
  const at = text.lastIndexOf(from);
  return at < 0 ? text : text.slice(0, at) + to + text.slice(at + from.length);
}

export const withoutAccents = (text: string): string => text.normalize("NFD").replace(/[\u0300\u0301]/g, "");
