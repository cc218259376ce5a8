import type { Span } from "../text/index.ts";

/** What stands between a word and the one before it: nothing or a blank, a hyphen, a comma or quotation mark, the end of a sentence. */
export type Gap = "" | "-" | "," | ".";

/** One word of a text, as the rules of register read it. */
export interface Word extends Span {
  /** Lower case, composed, with a straight apostrophe where it ends in one (`l'`). */
  readonly text: string;
  readonly gap: Gap;
  /** Begins with a capital letter and is not written in capitals throughout. */
  readonly capital: boolean;
  /** Inside quotation marks, or in a line that begins with `>`. */
  readonly quoted: boolean;
  /** Its sentence ends in a question mark. */
  question: boolean;
}

const LETTER = 1;
const SENTENCE_END = 2;
const OTHER = 3;
const BLANK = 4;

/** Kinds of the first 0x250 code units; above that nearly everything outside the punctuation blocks is a letter. */
const kinds = new Uint8Array(0x250);
for (let code = 0; code < kinds.length; code += 1) kinds[code] = plainKind(String.fromCharCode(code));

function plainKind(character: string): number {
  if (/[\p{L}\p{M}\p{N}]/u.test(character)) return LETTER;
  if (".!?\n…¿¡".includes(character)) return SENTENCE_END;
  return /\s/.test(character) ? BLANK : OTHER;
}

/** Ends of sentences of other scripts, by code unit: … 。 ！ ？ ؟ । ۔ ． */
const FAR_ENDS: ReadonlySet<number> = new Set([0x2026, 0x3002, 0xff01, 0xff1f, 0x61f, 0x964, 0x6d4, 0xff0e]);

/** Blocks of punctuation, symbols and surrogates above 0x250, from and to. */
const FAR_MARKS: readonly (readonly [number, number])[] = [
  [0x60c, 0x60c],
  [0x61b, 0x61b],
  [0x200b, 0x206f],
  [0x20a0, 0x2bff],
  [0x3000, 0x3004],
  [0x3006, 0x303f],
  [0xd800, 0xdfff],
  [0xfe00, 0xff0f],
];

function kindOf(code: number): number {
  if (code < kinds.length) return kinds[code] ?? OTHER;
  if (FAR_ENDS.has(code)) return SENTENCE_END;
  if (code >= 0x2000 && code < 0x200b) return BLANK;
  if (joins(code)) return LETTER;
  return FAR_MARKS.some(([from, to]) => code >= from && code <= to) ? OTHER : LETTER;
}

/** Zero-width non-joiner and joiner stand inside words of Hindi and Persian. */
const joins = (code: number): boolean => code === 0x200c || code === 0x200d;

const OPENING = '"«„“‹「『';
const CLOSING = '"»“”›」』';

/** Addresses, handles, tags and placeholders are no words of the reply. */
const FOREIGN = /(?:https?:\/\/|www\.)\S+|\S*@\S+|#[^\s#]+|\{[^{}]*\}\}?/g;

/** Whether a text can hold something that `FOREIGN` finds: a cheap look before the expression runs. */
function mayHoldForeign(text: string): boolean {
  return /[@#{]|:\/\/|www\./.test(text);
}

/** The words of a text in order. Web addresses, handles, tags and placeholders are passed over. */
export function wordsOf(text: string): Word[] {
  const walk = new Walk(text);
  if (mayHoldForeign(text)) {
    let from = 0;
    for (const match of text.matchAll(FOREIGN)) {
      walk.read(from, match.index);
      walk.skip();
      from = match.index + match[0].length;
    }
    walk.read(from, text.length);
  } else walk.read(0, text.length);
  walk.endSentence(false);
  return walk.words;
}

class Walk {
  readonly words: Word[] = [];
  private gap: Gap = ".";
  private closing = "";
  private quotedLine = false;
  private sentence = 0;

  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  read(from: number, to: number): void {
    let at = from;
    while (at < to) {
      const kind = kindOf(this.text.charCodeAt(at));
      if (kind === LETTER) at = this.word(at, to);
      else {
        if (kind === BLANK) this.blank();
        else this.mark(at, kind);
        at += 1;
      }
    }
  }

  /** Something that is no word stood here. */
  skip(): void {
    if (this.gap !== ".") this.gap = ",";
  }

  endSentence(question: boolean): void {
    if (question) for (const word of this.words.slice(this.sentence)) word.question = true;
    this.sentence = this.words.length;
  }

  private word(start: number, to: number): number {
    let end = start + 1;
    while (end < to && kindOf(this.text.charCodeAt(end)) === LETTER) end += 1;
    const raw = this.text.slice(start, end);
    const lower = raw.toLowerCase();
    const capital =
      raw.charCodeAt(0) !== lower.charCodeAt(0) && (raw.length === 1 || raw !== raw.toUpperCase());
    const next = this.text[end];
    const elided = (next === "'" || next === "’") && end < to;
    this.words.push({
      start,
      end: elided ? end + 1 : end,
      text: elided ? `${composed(lower)}'` : composed(lower),
      gap: this.gap,
      capital,
      quoted: this.quotedLine || this.closing !== "",
      question: false,
    });
    this.gap = "";
    return elided ? end + 1 : end;
  }

  private blank(): void {
    if (this.gap === "-") this.gap = ",";
  }

  private mark(at: number, kind: number): void {
    const character = this.text[at] ?? "";
    if (kind === SENTENCE_END) this.sentenceMark(character);
    else if (character === "-" || character === "‑") this.gap = this.gap === "" ? "-" : this.gap;
    else {
      this.quotation(character, at);
      if (this.gap !== ".") this.gap = character === ":" ? "." : ",";
    }
  }

  private sentenceMark(character: string): void {
    this.endSentence(character === "?" || character === "？" || character === "؟");
    this.gap = ".";
    if (character === "\n") this.quotedLine = false;
  }

  private quotation(character: string, at: number): void {
    if (character === this.closing) this.closing = "";
    else if (this.closing === "" && OPENING.includes(character)) this.open(character, at);
    else if (
      character === ">" &&
      /^\s*$/.test(this.text.slice(this.text.lastIndexOf("\n", at - 1) + 1, at))
    ) {
      this.quotedLine = true;
    }
  }

  /** A quotation mark opens only when its partner follows: a lone one is a slip, not a quotation. */
  private open(character: string, at: number): void {
    const closings = character === "„" ? '“”"' : (CLOSING[OPENING.indexOf(character)] ?? "");
    for (const closing of closings) {
      if (this.text.includes(closing, at + 1)) {
        this.closing = closing;
        return;
      }
    }
  }
}

function composed(word: string): string {
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    // Turkish İ becomes i with a dot above, which joins with nothing.
    if (code >= 0x300 && code < 0x370) return word.normalize("NFC").replaceAll("i\u0307", "i");
  }
  return word;
}
