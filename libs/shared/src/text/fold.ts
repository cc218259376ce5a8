import { codeAt, kindTable, widthOf } from "./code-points.ts";
import type { Span } from "./span.ts";

/** A text in the form a detector reads, and where each part of it stands in the original. */
export interface Folded {
  readonly text: string;
  /** The offset in the original of the character at `index`; the original's length at the end. */
  readonly at: (index: number) => number;
  /** The stretch of the original that a stretch of `text` came from, without invisible characters around it. */
  readonly span: (start: number, end: number) => Span;
}

/**
 * NFKC with every script's digits and every dash in ASCII, without invisible characters (zero width, bidi marks,
 * soft hyphens, variation selectors, keycap marks). Case stays as it is.
 */
export function fold(text: string): Folded {
  const pieces = NOT_ASCII.test(text) ? changedPieces(text) : [];
  return pieces.length === 0 ? same(text) : joined(text, pieces);
}

const NOT_ASCII = /[^\x00-\x7f]/;
/** A superset of what folding changes: whether it does, `foldPiece` decides. */
const CHANGING = /[[\p{Changes_When_NFKC_Casefolded}\p{Nd}\p{Pd}\u2212\u20e3]--\p{ASCII}]/v;
/** Joins what stands before it: combining marks, and the vowels and finals of conjoining Hangul. */
const JOINING = /[\p{M}\u1160-\u11ff]/v;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u20e3]/gv;
const FOREIGN = /[[\p{Nd}\p{Pd}\u2212]--\p{ASCII}]/gv;
const DIGIT = /\p{Nd}/u;

const same = (text: string): Folded => ({
  text,
  at: (index) => index,
  span: (start, end) => ({ start, end }),
});

/** A stretch of the original that folds to something else, and where that begins in the folded text. */
interface Piece extends Span {
  readonly folded: string;
  readonly at: number;
}

function changedPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let shift = 0;
  let end = 0;
  for (let start = 0; start < text.length; start = end) {
    const code = codeAt(text, start);
    const next = start + widthOf(code);
    end = pastJoining(text, next);
    if (end === next && (code < 0x80 || kindOf(code) === KIND.same)) continue;
    const piece = text.slice(start, end);
    const folded = foldPiece(piece);
    if (folded === piece) continue;
    pieces.push({ start, end, folded, at: start + shift });
    shift += folded.length - piece.length;
  }
  return pieces;
}

/** Where the characters that join what stands before `index` end. None lies below U+0300. */
function pastJoining(text: string, index: number): number {
  let end = index;
  while (end < text.length && text.charCodeAt(end) >= 0x300) {
    const code = codeAt(text, end);
    if (kindOf(code) !== KIND.joining) break;
    end += widthOf(code);
  }
  return end;
}

const KIND = { same: 1, changing: 2, joining: 3 };
const kindOf = kindTable((character) =>
  JOINING.test(character) ? KIND.joining : CHANGING.test(character) ? KIND.changing : KIND.same,
);

/** Pieces met so far; emptied when full. */
const foldedPieces = new Map<string, string>();
const MOST_PIECES = 2000;
const LONGEST_KEPT = 8;

function foldPiece(piece: string): string {
  const known = foldedPieces.get(piece);
  if (known !== undefined) return known;
  const folded = piece
    .replace(INVISIBLE, "")
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(FOREIGN, asciiOf);
  if (piece.length > LONGEST_KEPT) return folded;
  if (foldedPieces.size >= MOST_PIECES) foldedPieces.clear();
  foldedPieces.set(piece, folded);
  return folded;
}

/** Each decimal digit stands in a run of ten that begins with its zero, and runs that touch do so by whole tens. */
function asciiOf(character: string): string {
  if (!DIGIT.test(character)) return "-";
  const code = codeAt(character, 0);
  let value = 0;
  while (DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value % 10);
}

function joined(text: string, pieces: readonly Piece[]): Folded {
  let out = "";
  let from = 0;
  for (const { start, end, folded } of pieces) {
    out += text.slice(from, start) + folded;
    from = end;
  }
  out += text.slice(from);
  const startOf = (index: number): number => {
    if (index >= out.length) return text.length;
    const piece = lastBefore(pieces, index);
    if (!piece) return index;
    const past = index - piece.at - piece.folded.length;
    return past < 0 ? piece.start : piece.end + past;
  };
  const endOf = (index: number): number => {
    const piece = lastBefore(pieces, index);
    if (!piece) return index + 1;
    const past = index - piece.at - piece.folded.length;
    return past < 0 ? piece.end : piece.end + past + 1;
  };
  return {
    text: out,
    at: startOf,
    span: (start, end) => ({ start: startOf(start), end: end > start ? endOf(end - 1) : startOf(start) }),
  };
}

/** The last piece that begins at or before `index` of the folded text. */
function lastBefore(pieces: readonly Piece[], index: number): Piece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.at ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}
