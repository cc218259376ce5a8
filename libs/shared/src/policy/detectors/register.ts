import type { Cue } from "../../register/index.ts";
import type { Address } from "../context.ts";
import type { RawHit } from "../hit.ts";
import { kind } from "../kind.ts";
import type { Draft } from "../rule.ts";
import type { Scene } from "../scene.ts";
import { type Fact, fact } from "../unit.ts";

/** One register against this many cues of the other is a slip of the reader, not of the writer. */
const BALANCE = 3;
/** Where even a friendly reply to a customer keeps its polite endings, these are no fault of an informal draft. */
const POLITE_THROUGHOUT = /^(ja|ko)\b/;

/** How the draft addresses the customer: in one way, the brand's way, and as before in the thread. */
export const registerDetector = kind<Readonly<Record<never, never>>>({
  cost: "idle",
  options: {},
  make: () => ({
    scope: "draft",
    find: (draft, scene) => {
      const cues = cuesIn(draft, scene);
      // A third person's verb or a greeting makes no mixture.
      const [few, many] = bySide(cues.filter(({ sure }) => sure));
      const mixed = few.length > 0 && many.length <= BALANCE * few.length;
      if (mixed) return unwanted([few, many], scene).map((cue) => swapping(hitOf(cue, "mixed"), [cue]));
      return unlike(many.length > 0 ? many : bySide(cues)[1], scene);
    },
  }),
});

/** The cues of either register, the fewer first. */
function bySide(cues: readonly Cue[]): readonly [readonly Cue[], readonly Cue[]] {
  const formal = cues.filter(({ register }) => register === "formal");
  const informal = cues.filter(({ register }) => register === "informal");
  return formal.length < informal.length ? [formal, informal] : [informal, formal];
}

/** Of a mixed draft the side that is not as wanted; the lesser side where nobody said what is. */
function unwanted(
  [few, many]: readonly [readonly Cue[], readonly Cue[]],
  { context }: Scene,
): readonly Cue[] {
  const expected = context.register ?? context.threadRegister;
  return few[0]?.register === expected ? many : few;
}

/** A draft in one register against the brand's setting, or without one against the thread so far. */
function unlike(cues: readonly Cue[], { context, language }: Scene): readonly RawHit[] {
  const { register: brand, threadRegister: thread } = context;
  const expected = brand ?? thread;
  const [cue] = cues;
  if (!cue || expected === undefined || cue.register === expected) return [];
  if (expected === "informal" && POLITE_THROUGHOUT.test(language)) return [];
  return [swapping(hitOf(cue, brand === undefined ? "thread" : "brand", expected), cues)];
}

/** With the words of the other register, where every place has one: half a change would mix the draft. */
function swapping(hit: RawHit, cues: readonly Cue[]): RawHit {
  const edits = cues.flatMap(({ start, end, swap: text }) =>
    text === undefined ? [] : [{ start, end, text }],
  );
  return edits.length === cues.length ? { ...hit, edits } : hit;
}

const verdict: Fact<readonly Cue[]> = fact(({ text }, { registerOf }) => registerOf(text).evidence);

/** The places of the draft that show its register. */
const cuesIn = ({ units }: Draft, scene: Scene): readonly Cue[] =>
  units.flatMap(({ unit, start }) =>
    verdict(unit, scene).map((cue) => ({ ...cue, start: cue.start + start, end: cue.end + start })),
  );

const CODES = { mixed: "mixed", brand: "differs-from-brand", thread: "differs-from-thread" } as const;

const hitOf = ({ start, end, why }: Cue, variant: keyof typeof CODES, expected?: Address): RawHit => ({
  start,
  end,
  score: 0.9,
  variant,
  why: [CODES[variant], why],
  args: expected === undefined ? {} : { expectedRegister: expected },
});
