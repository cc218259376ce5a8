import { graphemeStart, graphemes, overlaps, type Span } from "../text/index.ts";
import type { Channel, Limit } from "./channel.ts";
import { composedOrigin } from "./composed-origin.ts";
import { countIn, type LengthUnit } from "./count.ts";
import { findMentions } from "./mentions.ts";
import { scanLinks } from "./scan-links.ts";

/** What a text counts against one limit. */
export interface Part {
  readonly unit: LengthUnit;
  readonly used: number;
  readonly limit: number;
  readonly fits: boolean;
  /** What does not fit, from a grapheme's start to the text's end. */
  readonly over?: Span;
}

/** A text's length as its channel counts it. */
export interface Measured extends Part {
  /** Every limit of the channel; the first is the one whose figures stand above. */
  readonly parts: readonly Part[];
}

export interface MeasureOptions {
  /** Names that the platform puts before a reply by itself, without `@`: at the text's start they cost nothing. */
  readonly autoMentions?: readonly string[];
}

/** Count a text as its channel does. It fits when it fits every limit; `over` is where the first of them is passed. */
export function measure(text: string, channel: Channel, options: MeasureOptions = {}): Measured {
  const counted = channel.limits[0].unit === "weighted" ? text.normalize("NFC") : text;
  const fixed = fixedWeights(counted, channel, options);
  const parts = channel.limits.map((limit) => placed(countPart(counted, limit, fixed), text, counted));
  const [first = nothing] = parts;
  const overs = parts.flatMap(({ over }) => (over ? [over.start] : []));
  const { over: _, ...shown } = first;
  return {
    ...shown,
    fits: overs.length === 0,
    ...(overs.length > 0 ? { over: { start: Math.min(...overs), end: text.length } } : {}),
    parts,
  };
}

const nothing: Part = { unit: "utf16", used: 0, limit: 0, fits: true };

/** A stretch that counts the same however long it is. */
interface FixedWeight extends Span {
  readonly weight: number;
}

function fixedWeights(text: string, channel: Channel, options: MeasureOptions): FixedWeight[] {
  const lead = leadEnd(text, options.autoMentions ?? []);
  const links = linkWeights(text, channel);
  const names = addressWeights(text, channel).filter((name) => !links.some((link) => overlaps(link, name)));
  const fixed = [...links, ...names].filter(({ start }) => start >= lead).sort((a, b) => a.start - b.start);
  return lead > 0 ? [{ start: 0, end: lead, weight: 0 }, ...fixed] : fixed;
}

function linkWeights(text: string, { id, linkWeight }: Channel): FixedWeight[] {
  if (!linkWeight) return [];
  // Mastodon makes a link only of what has a scheme.
  return scanLinks(text, id === "mastodon" ? "reader" : "x")
    .filter(({ scheme }) => scheme || id !== "mastodon")
    .map(({ start, end }) => ({ start, end, weight: linkWeight.value }));
}

/** `@name@host` counts as `@name`. */
function addressWeights(text: string, { mentions }: Channel): FixedWeight[] {
  if (mentions.value !== "address" || !text.includes("@")) return [];
  return findMentions(text, "address").flatMap(({ start, end, name, host }) =>
    host ? [{ start, end, weight: graphemes(name).count + 1 }] : [],
  );
}

/** Where the names that the platform adds end, with the space behind them. */
function leadEnd(text: string, names: readonly string[]): number {
  if (names.length === 0) return 0;
  const known = new Set(names.map((name) => name.toLowerCase()));
  let end = 0;
  for (const [written, name = ""] of text.matchAll(/\s*[@＠](\w+)(?:\s+|$)/gy)) {
    if (!known.has(name.toLowerCase())) break;
    end += written.length;
  }
  return end;
}

function countPart(text: string, limit: Limit, fixed: readonly FixedWeight[]): Part {
  let used = 0;
  let over = -1;
  const add = (amount: number, at: number) => {
    if (over < 0 && used + amount > limit.most) over = at;
    used += amount;
  };
  let from = 0;
  for (const { start, end, weight } of [...fixed, { start: text.length, end: text.length, weight: 0 }]) {
    const count = countIn(limit.unit, { text, start: from, end: start }, limit.most - used);
    add(count.used, count.end);
    add(weight, start);
    from = end;
  }
  const part = { unit: limit.unit, used, limit: limit.most };
  if (used <= limit.most) return { ...part, fits: true };
  return { ...part, fits: false, over: { start: graphemeStart(text, over), end: text.length } };
}

/** The part with its places in the text as it was written, not as it was composed to be counted. */
function placed(part: Part, text: string, counted: string): Part {
  if (!part.over || text === counted) return part;
  return { ...part, over: { start: composedOrigin(text, part.over.start), end: text.length } };
}
