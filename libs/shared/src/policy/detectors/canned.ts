import type { RawHit } from "../hit.ts";
import { hash } from "../identity.ts";
import { kind } from "../kind.ts";
import type { Draft } from "../rule.ts";
import type { Scene } from "../scene.ts";
import { type Fact, fact, words } from "../unit.ts";
import { unitsOf } from "../units.ts";
import { wordsOf } from "../words.ts";

interface CannedOptions {
  readonly share?: number;
  readonly template?: number;
}

/** Words in a row that are compared; characters in scripts without blanks. */
const ROW = 3;
/** Shorter drafts are alike by nature. */
const LEAST_ROWS = 6;
/** How much of the twin is shown. */
const SHOWN = 140;

/** Nearness to the template it came from, and to what the brand wrote to others lately: it shows the twin. */
export const cannedDetector = kind<CannedOptions>({
  cost: "idle",
  options: {
    share: {
      type: "number",
      minimum: 0.3,
      maximum: 1,
      description: "Of word rows shared with an earlier reply; 0.75 when missing",
    },
    template: {
      type: "number",
      minimum: 0.3,
      maximum: 1,
      description: "Of word rows shared with the template; 0.95 when missing",
    },
  },
  make: ({ share = 0.75, template = 0.95 }) => ({
    scope: "draft",
    find: (draft, scene) => {
      const shelf = shelfOf(scene);
      if (shelf.texts.length === 0) return [];
      const twin = nearest(draft, scene, shelf);
      const least = twin.index === shelf.template ? template : share;
      return twin.share >= least ? [twinHit(draft, shelf, twin)] : [];
    },
  }),
});

/** The texts a draft is compared with, and the rows of each. */
interface Shelf {
  readonly texts: readonly string[];
  readonly rows: readonly ReadonlySet<number>[];
  /** Where the template stands among the texts; -1 without one. */
  readonly template: number;
}

const shelves = new WeakMap<Scene, Shelf>();

function shelfOf(scene: Scene): Shelf {
  const known = shelves.get(scene) ?? createShelf(scene);
  shelves.set(scene, known);
  return known;
}

function createShelf({ context, language }: Scene): Shelf {
  const { history = [], template } = context;
  const texts = template === undefined ? history : [...history, template];
  const rows = texts.map((text) => rowsOfText(text, language === "tr"));
  return { texts, rows, template: template === undefined ? -1 : history.length };
}

/** Rows of texts met so far: the brand's last replies come again with each draft. */
const knownRows = new Map<string, ReadonlySet<number>>();
const MOST_KNOWN = 2000;

function rowsOfText(text: string, turkish: boolean): ReadonlySet<number> {
  const key = turkish ? `tr ${text}` : text;
  const known = knownRows.get(key);
  if (known) return known;
  const sentences = unitsOf(text).map(({ start, end }) => wordsOf(text.slice(start, end), turkish));
  const rows = new Set(sentences.flatMap((all) => rowsOf(all.map(({ folded }) => folded))));
  if (knownRows.size >= MOST_KNOWN) knownRows.clear();
  knownRows.set(key, rows);
  return rows;
}

function rowsOf(folded: readonly string[]): readonly number[] {
  if (folded.length < ROW) return folded.length === 0 ? [] : [hash(folded.join(" "), 3)];
  return folded.slice(ROW - 1).map((_, index) => hash(folded.slice(index, index + ROW).join(" "), 3));
}

/** How many rows a unit has, and how many of them each text on the shelf has too. */
interface Shared {
  readonly rows: number;
  readonly counts: readonly number[];
}

const sharedRows: Fact<Shared> = fact((unit, scene) => {
  const own = new Set(rowsOf(words(unit, scene).map(({ folded }) => folded)));
  const counts = shelfOf(scene).rows.map((rows) => {
    let count = 0;
    for (const row of own) if (rows.has(row)) count += 1;
    return count;
  });
  return { rows: own.size, counts };
});

interface Twin {
  readonly index: number;
  readonly share: number;
}

/** The text with the largest share of common rows: of all rows of both, how many the other has, too. */
function nearest({ units }: Draft, scene: Scene, shelf: Shelf): Twin {
  let rows = 0;
  const counts = new Uint32Array(shelf.texts.length);
  for (const { unit } of units) {
    const part = sharedRows(unit, scene);
    rows += part.rows;
    for (let index = 0; index < counts.length; index += 1)
      counts[index] = (counts[index] ?? 0) + (part.counts[index] ?? 0);
  }
  let best: Twin = { index: -1, share: 0 };
  if (rows < LEAST_ROWS) return best;
  counts.forEach((count, index) => {
    const share = (2 * count) / Math.max(1, rows + (shelf.rows[index]?.size ?? 0));
    if (share > best.share) best = { index, share };
  });
  return best;
}

function twinHit({ text }: Draft, { texts, template }: Shelf, { index, share }: Twin): RawHit {
  const fromTemplate = index === template;
  return {
    start: 0,
    end: text.trimEnd().length,
    score: share,
    why: [fromTemplate ? "near-template" : "near-reply"],
    variant: fromTemplate ? "template" : "reply",
    whole: true,
    args: { share: String(Math.round(share * 100)), twin: (texts[index] ?? "").slice(0, SHOWN) },
  };
}
