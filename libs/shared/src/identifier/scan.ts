/** A run of ASCII letters and digits. */
export interface Group {
  readonly start: number;
  readonly end: number;
  /** What stands between the group before it and this one: a blank, `-`, `.`, `/`, `:`, `,` or `+`; empty at the first. */
  readonly separator: string;
  /** Its form: `9` for a digit, `A` for a letter. */
  readonly form: string;
}

/** Groups that stand together, with a digit in at least one of them. */
export type Chunk = readonly Group[];

/** Longest run of letters that may belong to a number: "IBAN" before it, "GmbH" inside it. */
const LETTERS = 4;
/** Runs of letters and digits longer than this are no number that a person has. */
const LONGEST = 80;
/** This many single digits in a row are one number in disguise, or a list that is longer than any number. */
const SINGLES = 7;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
const isWord = (code: number): boolean => isDigit(code) || isLetter(code);
const TIGHT = new Set(["-", ".", "/", ":", ",", "+"]);

/** Find the chunks of a folded text from left to right. Each character is visited a fixed number of times. */
export function chunksOf(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let from = 0; from < text.length; ) {
    let digit = from;
    while (digit < text.length && !isDigit(text.charCodeAt(digit))) digit += 1;
    if (digit === text.length) break;
    const chunk = chunkAt(text, from, digit);
    chunks.push(chunk);
    from = Math.max(digit + 1, chunk.at(-1)?.end ?? 0);
  }
  return chunks;
}

function chunkAt(text: string, from: number, digit: number): Chunk {
  let start = digit;
  while (start > from && digit - start < LONGEST && isWord(text.charCodeAt(start - 1))) start -= 1;
  start = lettersBefore(text, from, lettersBefore(text, from, start));
  const groups: Group[] = [];
  for (let separator = ""; ; ) {
    const group = groupAt(text, start, separator);
    if (groups.length > 0 && !belongs(group, groups)) break;
    groups.push(group);
    separator = separatorAt(text, group.end);
    start = group.end + widthOf(text, group.end);
    if (separator === "" || !isWord(text.charCodeAt(start))) break;
  }
  while (groups.length > 1 && !groups.at(-1)?.form.includes("9") && (groups.at(-1)?.form.length ?? 0) > 3)
    groups.pop();
  return joinSingles(groups);
}

/** The start of a short run of letters before `start`, if only a separator lies between. */
function lettersBefore(text: string, from: number, start: number): number {
  const end = start - 1;
  if (end <= from || separatorAt(text, end) === "" || !isLetter(text.charCodeAt(end - 1))) return start;
  let first = end;
  while (first > from && end - first <= LETTERS && isLetter(text.charCodeAt(first - 1))) first -= 1;
  return end - first > LETTERS || (first > from && isWord(text.charCodeAt(first - 1))) ? start : first;
}

/** Letters alone belong if they are few and do not go on for a third word; those in front lead to the digit. */
function belongs(group: Group, groups: readonly Group[]): boolean {
  if (group.form.includes("9") || groups.length < 2) return true;
  const before = groups.slice(-2);
  return group.form.length <= LETTERS && before.some(({ form }) => form.includes("9"));
}

function groupAt(text: string, start: number, separator: string): Group {
  let end = start;
  let form = "";
  while (end < text.length && end - start < LONGEST && isWord(text.charCodeAt(end))) {
    form += isDigit(text.charCodeAt(end)) ? "9" : "A";
    end += 1;
  }
  return { start, end, separator, form };
}

/** The separator at `end`, as one character; empty if what follows does not belong. */
function separatorAt(text: string, end: number): string {
  const first = text[end] ?? "";
  if (first !== " ") return !TIGHT.has(first) ? "" : text[end + 1] === " " && first === "-" ? "-" : first;
  const second = text[end + 1] ?? "";
  return second === "-" || second === "/" ? second : first;
}

/** How many characters the separator at `end` takes: " - " and "- " are wider than one. */
function widthOf(text: string, end: number): number {
  let width = 1;
  if (text[end] === " " && (text[end + 1] === "-" || text[end + 1] === "/")) width = 2;
  if (text[end + width] === " " && /[-/]/.test(text[end + width - 1] ?? "")) width += 1;
  return width;
}

function joinSingles(groups: readonly Group[]): Chunk {
  const joined: Group[] = [];
  for (let index = 0; index < groups.length; ) {
    const last = lastSingle(groups, index);
    const run = groups.slice(index, last + 1);
    const first = run[0];
    if (first && run.length >= SINGLES)
      joined.push({ ...first, end: run.at(-1)?.end ?? first.end, form: "9".repeat(run.length) });
    else for (const group of run) joined.push(group);
    index = last + 1;
  }
  return joined;
}

/** The last of the single digits that begin at `index` and have the same separator between them. */
function lastSingle(groups: readonly Group[], index: number): number {
  if (groups[index]?.form !== "9") return index;
  let last = index;
  while (
    groups[last + 1]?.form === "9" &&
    (last === index || groups[last + 1]?.separator === groups[last]?.separator)
  )
    last += 1;
  return last;
}
