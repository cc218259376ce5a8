import { overlaps } from "../../text/index.ts";
import { type ClockTime, clockTimes, written } from "../clock-time.ts";
import type { OpenDay } from "../context.ts";
import type { RawHit } from "../hit.ts";
import { kind } from "../kind.ts";
import { isNear, openTerms } from "../kinds/terms.ts";
import type { LexiconHit } from "../lexicon.ts";
import type { Draft } from "../rule.ts";
import type { Scene } from "../scene.ts";
import { type Fact, fact, terms, type Unit } from "../unit.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
/** Characters between "until" and the time it belongs to. */
const NEAR = 16;
/** Words between "available" and "at any time". */
const BESIDE = 3;

/** Hours a reply promises against the brand's calendar: open later than it is, open on a closed day, or always. */
export const hoursDetector = kind<Readonly<Record<never, never>>>({
  cost: "idle",
  options: {},
  reads: [
    "hours.open",
    "hours.until",
    "hours.always",
    "hours.anytime",
    "hours.today",
    "hours.tomorrow",
    "hours.reply",
    ...DAYS.map((day) => `hours.${day}`),
  ],
  make: () => ({
    scope: "draft",
    find: (draft, scene) => {
      const { hours } = draft.context;
      if (!hours || hours.length === 0) return [];
      return draft.units.flatMap(({ unit, start }) =>
        promises(unit, scene).flatMap((promise) => {
          const hit = broken(promise, hours, draft);
          return hit ? [{ ...hit, start: hit.start + start, end: hit.end + start }] : [];
        }),
      );
    },
  }),
});

/** What a sentence promises: a day (0 is today; a weekday counts from its name), and until when. */
interface Promised {
  readonly kind: "until" | "day" | "always";
  readonly start: number;
  readonly end: number;
  readonly day: { readonly ahead: number } | { readonly weekday: number };
  readonly time: ClockTime | null;
}

const promises: Fact<readonly Promised[]> = fact((unit, scene) => {
  const opens = openTerms(unit, scene, "hours.open").length > 0;
  const plain = openTerms(unit, scene, "hours.always");
  const meant = anytime(unit, scene).filter((hit) => !plain.some((other) => overlaps(other, hit)));
  const always = [...plain, ...meant].map(
    ({ start, end }): Promised => ({ kind: "always", start, end, day: { ahead: 0 }, time: null }),
  );
  const day = namedDay(unit, scene);
  if (opens) {
    const until = untilTime(unit, scene);
    if (until) {
      const { start, end } = until;
      return [...always, { kind: "until", start, end, day: day?.which ?? { ahead: 0 }, time: until }];
    }
  }
  const promisesDay = day !== null && openTerms(unit, scene, "hours.reply").length > 0;
  return promisesDay
    ? [...always, { kind: "day", start: day.start, end: day.end, day: day.which, time: null }]
    : always;
});

/** "Write to us at any time" promises no open desk; "we are there for you at any time" does. */
const anytime = (unit: Unit, scene: Scene): readonly LexiconHit[] =>
  openTerms(unit, scene, "hours.anytime").filter((hit) =>
    isNear(hit, { lexicon: "hours.open", before: BESIDE, after: BESIDE }, { unit, scene }),
  );

interface NamedDay {
  readonly start: number;
  readonly end: number;
  readonly which: Promised["day"];
}

function namedDay(unit: Unit, scene: Scene): NamedDay | null {
  const named = (lexicon: string, which: Promised["day"]): NamedDay | null => {
    const hit = terms(unit, scene, lexicon)[0];
    return hit ? { start: hit.start, end: hit.end, which } : null;
  };
  return (
    named("hours.tomorrow", { ahead: 1 }) ??
    named("hours.today", { ahead: 0 }) ??
    DAYS.map((day, index) => named(`hours.${day}`, { weekday: index + 1 })).find((day) => day !== null) ??
    null
  );
}

/** The time that belongs to an "until": beside it, before or after, as the language has it. */
function untilTime(unit: Unit, scene: Scene): ClockTime | null {
  const until = terms(unit, scene, "hours.until");
  if (until.length === 0) return null;
  const near = (time: ClockTime): boolean =>
    until.some((mark) => Math.max(mark.start - time.end, time.start - mark.end) <= NEAR);
  return clockTimes(unit.text).filter(near).at(-1) ?? null;
}

type Broken = Omit<RawHit, "score">;

function broken(promise: Promised, hours: readonly OpenDay[], { context }: Draft): RawHit | null {
  const { start, end } = promise;
  const hit = (variant: string, more: Partial<Broken> = {}): RawHit => ({
    start,
    end,
    score: 0.9,
    why: ["calendar"],
    variant,
    ...more,
  });
  if (promise.kind === "always") return isAlwaysOpen(hours) ? null : hit("not-always");
  const day = dayOf(promise, hours);
  if (!day) return null;
  if (day.openings.length === 0) return hit("closed");
  if (promise.time === null) return null;
  const closes = Math.max(...day.openings.map(({ to }) => to));
  const today = day === hours[0];
  if (today && context.now !== undefined && context.now >= closes)
    return hit("over", { args: { closes: written(closes, null) } });
  if (promise.time.minutes <= closes) return null;
  return hit("later", {
    args: { closes: written(closes, null) },
    replacement: written(closes, promise.time),
  });
}

function dayOf({ day }: Promised, hours: readonly OpenDay[]): OpenDay | null {
  if ("ahead" in day) return hours[day.ahead] ?? null;
  return hours.find(({ weekday }) => weekday === day.weekday) ?? null;
}

const isAlwaysOpen = (hours: readonly OpenDay[]): boolean =>
  hours.every(({ openings }) => openings.some(({ from, to }) => from <= 0 && to >= 1440));
