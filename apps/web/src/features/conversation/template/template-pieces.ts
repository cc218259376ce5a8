import type { Piece } from "../../../editor/stops.ts";

interface Mark {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly variable: string;
}

/** A rendered template as text and places to fill; the same variable is one place, so that it is typed once. */
export function templatePieces(text: string, marks: readonly Mark[]): readonly Piece[] {
  const open = marks.filter(({ kind }) => kind !== "filled");
  const pieces: Piece[] = [];
  let at = 0;
  open.forEach(({ start, end, variable }, index) => {
    if (start > at) pieces.push({ text: text.slice(at, start) });
    pieces.push({ name: variable || `free ${index}`, shown: text.slice(start, end) });
    at = end;
  });
  return at < text.length ? [...pieces, { text: text.slice(at) }] : pieces;
}
