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

/** The kind of every code unit. Above 0x250 all that is no punctuation and no symbol is taken for a letter. */
const kinds = new Uint8Array(0x10000).fill(LETTER);

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

for (const [from, to] of FAR_MARKS) kinds.fill(OTHER, from, to + 1);
kinds.fill(BLANK, 0x2000, 0x200b);
// Zero-width non-joiner and joiner stand inside words of Hindi and Persian.
kinds.fill(LETTER, 0x200c, 0x200e);
for (let code = 0; code < 0x250; code += 1) kinds[code] = plainKind(String.fromCharCode(code));
for (const mark of "…。！？؟।۔．") kinds[mark.charCodeAt(0)] = SENTENCE_END;

function plainKind(character: string): number {
  if (/[\p{L}\p{M}\p{N}]/u.test(character)) return LETTER;
  if (".!?\n…¿¡".includes(character)) return SENTENCE_END;
  return /\s/.test(character) ? BLANK : OTHER;
}

const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;

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
  /** The whole text in lower case, where that keeps every offset and needs no composing; else "". */
  private readonly lower: string;

  constructor(text: string) {
    this.text = text;
    const lower = text.toLowerCase();
    this.lower = lower.length === text.length && !/[\u0300-\u036f]/.test(lower) ? lower : "";
  }

  read(from: number, to: number): void {
    let at = from;
    while (at < to) {
      const kind = kinds[this.text.charCodeAt(at)] ?? OTHER;
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
    while (end < to && kinds[this.text.charCodeAt(end)] === LETTER) end += 1;
    const next = end < to ? this.text.charCodeAt(end) : 0;
    const elided = next === APOSTROPHE || next === RIGHT_QUOTE;
    const lower = this.lower
      ? this.lower.slice(start, end)
      : composed(this.text.slice(start, end).toLowerCase());
    this.words.push({
      start,
      end: elided ? end + 1 : end,
      text: elided ? `${lower}'` : lower,
      gap: this.gap,
      capital: this.isCapital(start, end),
      quoted: this.quotedLine || this.closing !== "",
      question: false,
    });
    this.gap = "";
    return elided ? end + 1 : end;
  }

  /** A first letter in upper case, in a word that is not in upper case throughout. */
  private isCapital(start: number, end: number): boolean {
    const first = this.text.charAt(start);
    if (first === first.toLowerCase()) return false;
    const word = this.text.slice(start, end);
    return word.length === 1 || word !== word.toUpperCase();
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

/** Turkish İ becomes i with a dot above, which joins with nothing. */
const composed = (word: string): string => word.normalize("NFC").replaceAll("i\u0307", "i");
