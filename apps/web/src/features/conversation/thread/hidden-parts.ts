/** A message as it is shown: what is personal in it is masked. */
interface Shown {
  readonly body: string;
  readonly hidden: readonly { readonly start: number; readonly end: number; readonly entity: string }[];
}

/** A stretch of it; `entity` says what is hidden there. */
export interface ShownPart {
  readonly start: number;
  readonly text: string;
  readonly entity: string | null;
}

/** The text cut where masked stretches begin and end. */
export function hiddenParts({ body, hidden }: Shown): readonly ShownPart[] {
  const parts: ShownPart[] = [];
  let at = 0;
  for (const { start, end, entity } of hidden.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    if (start > at) parts.push({ start: at, text: body.slice(at, start), entity: null });
    parts.push({ start, text: body.slice(start, end), entity });
    at = end;
  }
  return at < body.length ? [...parts, { start: at, text: body.slice(at), entity: null }] : parts;
}
