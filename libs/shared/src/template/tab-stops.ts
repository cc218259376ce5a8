import type { Rendered } from "./render.ts";

/** A rendered variant as input of CodeMirror's `snippet()`, and what stands at each of its stops. */
export interface TabStops {
  /** Holes are numbered fields; the same variable is one field, so that it is typed once. */
  readonly snippet: string;
  /** Labels of the fields in the order of their numbers, from 1. */
  readonly labels: readonly string[];
}

/** Turn the holes of a rendered variant into tab stops. All else is escaped, so that no value opens a field. */
export function tabStops({ text, marks }: Pick<Rendered, "text" | "marks">): TabStops {
  const numbers = new Map<string, number>();
  const labels: string[] = [];
  let snippet = "";
  let at = 0;
  marks.forEach(({ kind, start, end, variable, label }, index) => {
    if (kind === "filled") return;
    const field = variable === "" ? `free ${index}` : variable;
    const number = numbers.get(field) ?? numbers.size + 1;
    if (number > numbers.size) labels.push(label);
    numbers.set(field, number);
    snippet += `${escaped(text.slice(at, start))}\${${number}:${text.slice(start, end).replace(/[{}]/g, "")}}`;
    at = end;
  });
  return { snippet: snippet + escaped(text.slice(at)), labels };
}

const escaped = (text: string): string => text.replace(/[{}]/g, "\\$&");
