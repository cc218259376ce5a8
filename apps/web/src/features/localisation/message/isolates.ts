import type { Span } from "@parley/shared/text";
import { tokensOf } from "./tokens.ts";

/** A stretch that is laid out on its own. */
export interface Isolate extends Span {
  readonly direction: "ltr" | "rtl";
}

/**
 * What has to be kept together in a message of a right-to-left language: its placeholders, which are written from left
 * to right, and the words of a form, which are not, though its key is.
 */
export function isolatesOf(source: string): readonly Isolate[] {
  const braces = tokensOf(source).filter(({ kind }) => kind === "brace");
  const found: Isolate[] = [];
  const open: { readonly sign: string; readonly start: number; readonly end: number }[] = [];
  for (const { start, end } of braces) {
    const sign = source.slice(start, end);
    if (sign.startsWith("{")) {
      open.push({ sign, start, end });
      continue;
    }
    const opened = open.findLastIndex((one) => one.sign.length === sign.length);
    const [begun] = opened < 0 ? [] : open.splice(opened);
    if (begun) found.push(isolate(begun, { start, end }));
  }
  return found.filter((one) => one.end > one.start).sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A placeholder with its braces; of a form its words only. */
const isolate = (begun: { readonly sign: string } & Span, ended: Span): Isolate =>
  begun.sign === "{"
    ? { start: begun.start, end: ended.end, direction: "ltr" }
    : { start: begun.end, end: ended.start, direction: "rtl" };
