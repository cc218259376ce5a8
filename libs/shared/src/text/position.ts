/** A place in a text as people name it: both count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets into positions and back. Lines end with `\n`, `\r\n` or `\r`. Places outside are moved inside. */
export interface Lines {
  readonly count: number;
  readonly positionAt: (offset: number) => Position;
  readonly offsetAt: (position: Position) => number;
}

/** Find the lines of a text once, so that each place in it costs a binary search. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (const { 0: ending, index } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + ending.length);
  return {
    count: starts.length,
    positionAt: (offset) => {
      const inside = Math.max(0, Math.min(offset, text.length));
      const line = linesUpTo(starts, inside);
      return { line, column: inside - (starts[line - 1] ?? 0) + 1 };
    },
    offsetAt: ({ line, column }) => {
      const row = Math.max(1, Math.min(line, starts.length));
      const end = starts[row] ?? text.length;
      return Math.min((starts[row - 1] ?? 0) + Math.max(1, column) - 1, end);
    },
  };
}

/** How many lines start at or before `offset`. */
function linesUpTo(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
