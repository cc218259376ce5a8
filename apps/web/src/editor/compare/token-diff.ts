/** A stretch that both texts have, or that only one has. */
export interface DiffRun {
  readonly kind: "same" | "deleted" | "inserted";
  readonly text: string;
}

/** More pairs than this are not compared word by word: the middle counts as replaced. 2,000 words each way are far below. */
const MAX_PAIRS = 16_000_000;

/**
 * What changed between two texts, word by word as the language has words, so that one changed character does not mark a
 * whole Chinese sentence. Deletions come before insertions.
 */
export function diffTokens(before: string, after: string, language: string): readonly DiffRun[] {
  const a = tokens(before, language);
  const b = tokens(after, language);
  const head = commonStart(a, b);
  const tail = commonEnd(a, b, head);
  const middle = between(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const runs = [...runsOf("same", a.slice(0, head)), ...middle, ...runsOf("same", a.slice(a.length - tail))];
  return joined(runs);
}

function tokens(text: string, language: string): readonly string[] {
  return [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].map(
    ({ segment }) => segment,
  );
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const end = Math.min(a.length, b.length);
  let at = 0;
  while (at < end && a[at] === b[at]) at += 1;
  return at;
}

function commonEnd(a: readonly string[], b: readonly string[], head: number): number {
  const end = Math.min(a.length, b.length) - head;
  let at = 0;
  while (at < end && a[a.length - 1 - at] === b[b.length - 1 - at]) at += 1;
  return at;
}

/** Longest common subsequence by the usual table, read back from its first corner. */
function between(a: readonly string[], b: readonly string[]): readonly DiffRun[] {
  if (a.length === 0 || b.length === 0 || a.length * b.length > MAX_PAIRS)
    return [...runsOf("deleted", a), ...runsOf("inserted", b)];
  const width = b.length + 1;
  const table = commonLengths(a, b);
  const runs: DiffRun[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const kind = stepAt(table, { at: i * width + j, width, same: a[i] === b[j] });
    runs.push({ kind, text: (kind === "inserted" ? b[j] : a[i]) ?? "" });
    if (kind !== "inserted") i += 1;
    if (kind !== "deleted") j += 1;
  }
  return [...runs, ...runsOf("deleted", a.slice(i)), ...runsOf("inserted", b.slice(j))];
}

function runsOf(kind: DiffRun["kind"], texts: readonly string[]): DiffRun[] {
  return texts.map((text) => ({ kind, text }));
}

function stepAt(
  table: Uint16Array,
  { at, width, same }: { readonly at: number; readonly width: number; readonly same: boolean },
): DiffRun["kind"] {
  if (same) return "same";
  return (table[at + width] ?? 0) >= (table[at + 1] ?? 0) ? "deleted" : "inserted";
}

/** Cell (i, j): how many tokens `a` from i on and `b` from j on have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      table[i * width + j] =
        a[i] === b[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
  return table;
}

/** Neighbours of one kind become one run; between two changes a lone space belongs to them, or every word is a mark. */
function joined(runs: readonly DiffRun[]): readonly DiffRun[] {
  const result: DiffRun[] = [];
  let deleted = "";
  let inserted = "";
  const flush = () => {
    if (deleted) result.push({ kind: "deleted", text: deleted });
    if (inserted) result.push({ kind: "inserted", text: inserted });
    deleted = "";
    inserted = "";
  };
  runs.forEach(({ kind, text }, index) => {
    const next = runs[index + 1];
    if (kind === "deleted") deleted += text;
    else if (kind === "inserted") inserted += text;
    else if (deleted && inserted && /^\s$/.test(text) && next && next.kind !== "same") {
      deleted += text;
      inserted += text;
    } else {
      flush();
      const last = result.at(-1);
      if (last?.kind === "same") result[result.length - 1] = { kind: "same", text: last.text + text };
      else result.push({ kind, text });
    }
  });
  flush();
  return result;
}
