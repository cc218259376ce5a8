/** A stretch of a text with the heaviest severity of the findings in it. */
export interface MarkedRun {
  readonly start: number;
  readonly text: string;
  readonly severity: "error" | "warning" | "info" | null;
  /** The findings that cover it. */
  readonly ids: readonly string[];
}

export interface Span {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly severity: "error" | "warning" | "info";
}

const order = ["error", "warning", "info"] as const;

/** Cut a text where findings begin and end. A finding over all of it marks nothing: it would only hide the others. */
export function markedRuns(text: string, spans: readonly Span[]): readonly MarkedRun[] {
  const local = spans.filter(({ start, end }) => start < end && end - start < text.length);
  const cuts = new Set([0, text.length]);
  for (const { start, end } of local) {
    if (start > 0 && start < text.length) cuts.add(start);
    if (end > 0 && end < text.length) cuts.add(end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? text.length;
    const inside = local.filter(({ start, end }) => start <= from && end >= to);
    const severity = order.find((one) => inside.some((span) => span.severity === one)) ?? null;
    return { start: from, text: text.slice(from, to), severity, ids: inside.map(({ id }) => id) };
  });
}
