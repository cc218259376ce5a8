import type { Chunk } from "./scan.ts";

/** A stretch of neighbouring groups and how it is written: `9` for a digit, `A` for a letter, and the separators. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly form: string;
}

/** Longest form of any number that is looked up by its form. */
const LONGEST = 26;
const SHORTEST = 6;

/** Every stretch of a chunk that may be a number. Forms are short, so there are few for each group. */
export function stretchesOf(chunk: Chunk): readonly Stretch[] {
  return chunk.flatMap(({ start }, first) => stretchesFrom(chunk, first, start));
}

function stretchesFrom(chunk: Chunk, first: number, start: number): readonly Stretch[] {
  if (isTied(chunk, first)) return [];
  const found: Stretch[] = [];
  let form = "";
  for (let last = first; last < chunk.length && form.length <= LONGEST; last += 1) {
    const group = chunk[last] ?? { separator: "", form: "", end: start };
    form += last === first ? group.form : group.separator + group.form;
    if (form.length >= SHORTEST && form.length <= LONGEST && !isTied(chunk, last + 1))
      found.push({ start, end: group.end, form });
  }
  return found;
}

/** Digits on both sides of a dash or a full stop are one number: no other ends or begins between them. */
function isTied(chunk: Chunk, index: number): boolean {
  const group = chunk[index];
  const before = chunk[index - 1];
  if (!group || !before || (group.separator !== "-" && group.separator !== ".")) return false;
  return before.form.includes("9") && group.form.includes("9");
}

/** A form without separators, and with each of `separators` in place of its blanks. */
export function written(form: string, separators = " -."): readonly string[] {
  const forms = new Set([form.replaceAll(" ", "")]);
  for (const separator of separators) forms.add(form.replaceAll(" ", separator));
  return [...forms];
}
