import type { Span } from "../../text/index.ts";
import type { RawHit } from "../hit.ts";
import { kind } from "../kind.ts";
import { openTerms } from "../kinds/terms.ts";
import type { Draft } from "../rule.ts";
import type { Scene } from "../scene.ts";
import { type Fact, fact, words } from "../unit.ts";

/** Words before a greeting that leave it at the start: "Oh, hi Ana". */
const LEADING = 1;
/** A greeting reaches to the mark after the name: "Hello Ana Maria, ". */
const NAMES = 4;
const CLOSING_MARK = /^[,!.،、，！。:\s\-–—]+/u;

/** A greeting where the draft already has one: the template brought the first, the agent typed the second. */
export const greetingDetector = kind<Readonly<Record<never, never>>>({
  options: {},
  reads: ["greeting"],
  make: () => ({
    scope: "draft",
    find: (draft, scene) => greetings(draft, scene).slice(1),
  }),
});

function greetings({ units }: Draft, scene: Scene): readonly RawHit[] {
  return units.flatMap(({ unit, start }) =>
    opening(unit, scene).map(({ hit, removal }) => ({
      start: hit.start + start,
      end: hit.end + start,
      score: 0.9,
      why: ["repeated"],
      args: { term: unit.text.slice(hit.start, hit.end) },
      removal: { start: removal.start + start, end: removal.end + start },
    })),
  );
}

interface Greeting {
  readonly hit: Span;
  readonly removal: Span;
}

/** Greetings that open a sentence, or follow the one that does: "Hi Ana, hello Ana, ...". */
const opening: Fact<readonly Greeting[]> = fact((unit, scene) => {
  const all = words(unit, scene);
  const found: Greeting[] = [];
  let until = LEADING;
  for (const hit of openTerms(unit, scene, "greeting")) {
    if (hit.first > until) continue;
    const next = all.findIndex(({ joined }, index) => index > hit.last && !joined);
    const last = next < 0 ? all.length - 1 : next - 1;
    const named = last - hit.last <= NAMES ? last : hit.last;
    const end = all[named]?.end ?? hit.end;
    const mark = CLOSING_MARK.exec(unit.text.slice(end))?.[0].length ?? 0;
    found.push({ hit, removal: { start: hit.start, end: end + mark } });
    // The name may stand behind a comma of its own: "Olá, Ana, oi Ana".
    const after = all.findIndex(({ joined }, index) => index > named + 1 && !joined);
    until = named === hit.last && after > 0 && after - named <= NAMES ? after : named + 1;
  }
  return found;
});
