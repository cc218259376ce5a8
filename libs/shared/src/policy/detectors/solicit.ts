import type { RawHit } from "../hit.ts";
import { kind } from "../kind.ts";
import { isNear, openTerms, wordWidth } from "../kinds/terms.ts";
import type { LexiconHit } from "../lexicon.ts";
import type { Draft } from "../rule.ts";
import type { Scene } from "../scene.ts";
import { type Fact, fact, terms, type Unit } from "../unit.ts";

/** Personal data one may be asked for, as the lexicons `noun.*` name it. */
export const ASKED_FOR = [
  "card",
  "account",
  "national-id",
  "secret",
  "phone",
  "email",
  "address",
  "birth",
  "order",
  "name",
] as const;

interface SolicitOptions {
  readonly nouns?: readonly string[];
}

/** How many words may stand between asking and what is asked for; characters count in scripts without blanks. */
const REACH = { after: 10, before: 7 };
/** A list goes on: "your name, order number and e-mail". */
const NEXT_IN_LIST = 4;
/** How far before the asking a negation still denies it. */
const DENIAL = 4;

/** A verb of asking and a personal thing in one sentence, unless the sentence forbids it or names a private place. */
export const solicitDetector = kind<SolicitOptions>({
  options: {
    nouns: {
      type: "array",
      items: { type: "string", enum: ASKED_FOR },
      description: "What must not be asked for; everything known when missing",
    },
  },
  reads: [
    "solicit.ask",
    "solicit.deny",
    "solicit.private",
    "negation",
    ...ASKED_FOR.map((noun) => `noun.${noun}`),
  ],
  make: ({ nouns = ASKED_FOR }) => ({
    scope: "draft",
    find: (draft, scene) =>
      draft.units.flatMap(({ unit, start }, index) => {
        const asked = askedFor(unit, scene).filter(({ entity = "" }) => nouns.includes(entity));
        if (asked.length === 0) return [];
        const why = ["asking", ...(invitesNearby(draft, index, scene) ? ["private-nearby"] : [])];
        return asked.map((hit) => ({ ...hit, why, start: hit.start + start, end: hit.end + start }));
      }),
  }),
});

/** Whether the sentence before or after names a private place. */
const invitesNearby = ({ units }: Draft, index: number, scene: Scene): boolean =>
  [units[index - 1], units[index + 1]].some(
    (placed) => placed !== undefined && terms(placed.unit, scene, "solicit.private").length > 0,
  );

/** What a sentence asks for. */
const askedFor: Fact<readonly RawHit[]> = fact((unit, scene) => {
  const asks = openTerms(unit, scene, "solicit.ask");
  if (asks.length === 0 || terms(unit, scene, "solicit.private").length > 0) return [];
  const nouns = ASKED_FOR.flatMap((entity) =>
    openTerms(unit, scene, `noun.${entity}`).map((hit) => ({ ...hit, entity })),
  ).sort((a, b) => a.first - b.first || b.last - a.last);
  const hits: RawHit[] = [];
  let before: LexiconHit | null = null;
  for (const noun of nouns) {
    if (before && noun.first <= before.last) continue;
    const listed = before !== null && noun.first - before.last <= NEXT_IN_LIST * wordWidth(scene);
    if (!listed && !asks.some((ask) => asksFor(ask, noun, { unit, scene }))) continue;
    before = noun;
    const { start, end, entity } = noun;
    hits.push({ start, end, entity, score: 0.9, why: [], args: { term: unit.text.slice(start, end) } });
  }
  return hits;
});

function asksFor(
  ask: LexiconHit,
  noun: LexiconHit,
  place: { readonly unit: Unit; readonly scene: Scene },
): boolean {
  const distance = noun.first - ask.last;
  const reach = distance > 0 ? REACH.after : REACH.before;
  const gap = distance > 0 ? distance : ask.first - noun.last;
  // "which number" asks for one; in "e-mail us" the noun is the verb itself.
  const inside = noun.first > ask.first && noun.last <= ask.last;
  if (noun.first === ask.first) return false;
  if (!inside && gap > reach * wordWidth(place.scene)) return false;
  const stretch = { first: Math.min(ask.first, noun.first), last: Math.max(ask.last, noun.last) };
  const denied = [
    { lexicon: "negation", before: DENIAL, after: 1 },
    { lexicon: "solicit.deny", before: 6, after: 6 },
  ];
  return !denied.some((unless) => isNear(stretch, unless, place));
}
