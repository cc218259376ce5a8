import { fold } from "../../text/index.ts";
import { placeholdersOf } from "../message.ts";
import type { Hit } from "./finding.ts";
import { type Literal, linksOfLiteral, literalsOf } from "./literals.ts";
import { categoriesOf, fixesNumber } from "./selectors.ts";
import type { Subject } from "./subject.ts";

/** A hit in a block of the variant, or in none. */
export interface PlacedHit extends Hit {
  readonly block: number;
}

export const nowhere = { block: -1, start: 0, end: 0 };

/** Check 11: links the target lost or changed. */
export function keptLinks(target: Subject, source: Subject): readonly PlacedHit[] {
  const ours = distinctLinks(literalsOf(target));
  const theirs = distinctLinks(literalsOf(source));
  const same = (a: FoundLink, b: FoundLink) => a.url === b.url;
  const lost = theirs.filter((link) => !ours.some((own) => same(own, link)));
  const added = ours.filter((link) => !theirs.some((other) => same(other, link)));
  const hits: PlacedHit[] = [];
  for (const link of lost) {
    const at = added.findIndex(({ host }) => host === link.host);
    const [own] = added.splice(Math.max(0, at), 1);
    if (!own) hits.push({ code: "missing-link", args: { link: link.url }, ...nowhere });
    else if (own.host === link.host) hits.push({ code: "other-path", ...own.place });
    else hits.push({ code: "other-host", args: { host: own.host, expected: link.host }, ...own.place });
  }
  return [
    ...hits,
    ...added.map(({ host, place }) => ({
      code: "other-host" as const,
      args: { host, expected: "–" },
      ...place,
    })),
  ];
}

interface FoundLink {
  readonly url: string;
  readonly host: string;
  readonly place: { readonly block: number; readonly start: number; readonly end: number };
}

function distinctLinks(literals: readonly Literal[]): FoundLink[] {
  const found = new Map<string, FoundLink>();
  for (const literal of literals) {
    for (const link of linksOfLiteral(literal)) {
      const place = { block: literal.block, ...literal.place(link) };
      if (!found.has(link.url)) found.set(link.url, { url: link.url, host: link.host, place });
    }
  }
  return [...found.values()];
}

/** Check 12: numbers and addresses that stand in one of the two texts only. */
export function keptNumbers(target: Subject, source: Subject): readonly PlacedHit[] {
  const ours = figuresOf(target);
  const theirs = figuresOf(source);
  const lost = [...theirs].filter(([value]) => !ours.has(value));
  const added = [...ours].filter(([value]) => !theirs.has(value));
  return [
    ...lost.map(([value]) => ({ code: "other-number" as const, args: { value }, ...nowhere })),
    ...added.map(([value, place]) => ({ code: "other-number" as const, args: { value }, ...place })),
  ];
}

/** A blank joins groups of three digits only. */
const FIGURE =
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}|\p{Nd}+(?:[.,\u066b\u066c'’]\p{Nd}+|[\u00a0\u202f ]\p{Nd}{3}(?!\p{Nd}))*/gu;

function figuresOf(subject: Subject): ReadonlyMap<string, FoundLink["place"]> {
  const found = new Map<string, FoundLink["place"]>();
  for (const literal of literalsOf(subject)) {
    const links = linksOfLiteral(literal);
    const said = numbersSaidByKeys(literal, subject.key.locale);
    for (const { 0: written, index } of literal.text.matchAll(FIGURE)) {
      const span = { start: index, end: index + written.length };
      const value = plainFigure(written);
      const inLink = links.some(({ start, end }) => start <= span.start && span.end <= end);
      if (inLink || said.has(value) || found.has(value)) continue;
      found.set(value, { block: literal.block, ...literal.place(span) });
    }
  }
  return found;
}

/** `1.234,50`, `1,234.5` and `١٢٣٤٫٥` are one number. */
function plainFigure(written: string): string {
  if (written.includes("@")) return written.toLowerCase();
  const ascii = fold(written)
    .text.replaceAll("\u066b", ".")
    .replace(/[\s'’\u066c]/g, "");
  const marks = [...ascii.matchAll(/[.,]/g)];
  const last = marks.at(-1);
  if (!last) return ascii;
  const whole = ascii.slice(0, last.index).replace(/[.,]/g, "");
  const rest = ascii.slice(last.index + 1);
  const grouped = rest.length === 3 && marks.every(({ 0: mark }) => mark === last[0]);
  return grouped ? whole + rest : `${whole}.${rest.replace(/0+$/, "")}`.replace(/\.$/, "");
}

/** A form for exactly one may write `1` where the source prints the variable. */
function numbersSaidByKeys({ keys }: Literal, locale: string): ReadonlySet<string> {
  return new Set(
    keys.flatMap((key) => {
      if (/^\d+$/.test(key)) return [key];
      const members = categoriesOf(locale, "cardinal").get(key);
      return members && fixesNumber(key, locale) ? members.map(String) : [];
    }),
  );
}

/** Check 13: markup that differs from the source's, and any where no channel shows it. */
export function markup(target: Subject, source: Subject | null): readonly PlacedHit[] {
  const ours = markupOf(target);
  const shown = ours.map((place) => ({ code: "markup-not-allowed" as const, ...place }));
  if (!source) return shown;
  const theirs = markupOf(source);
  const names = (list: readonly { readonly args: { readonly name: string } }[]) =>
    list
      .map(({ args }) => args.name)
      .sort()
      .join(" ");
  if (names(ours) === names(theirs)) return shown;
  return [...shown, { code: "other-markup", args: { name: names(theirs) || "–" }, ...(ours[0] ?? nowhere) }];
}

function markupOf({ blocks }: Subject) {
  return blocks.flatMap(({ index, shared, parsed }) =>
    shared === null && parsed.message
      ? placeholdersOf(parsed.message)
          .filter(({ kind }) => kind === "markup")
          .map(({ start, end, name }) => ({ block: index, start, end, args: { name: name ?? "" } }))
      : [],
  );
}
