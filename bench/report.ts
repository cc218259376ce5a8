/** One subject of a bench, Parley or a peer, with its figures. */
export interface Result {
  readonly subject: string;
  readonly [figure: string]: string | number;
}

/** Print a bench's results: one JSON line with `--json`, a table without. */
export function report(bench: string, results: readonly Result[]): void {
  if (process.argv.includes("--json")) console.log(JSON.stringify({ bench, results }));
  else {
    console.log(bench);
    console.table(results);
  }
}

/** The value below which the share `p` (0 to 1) of the sorted samples lies. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
}
