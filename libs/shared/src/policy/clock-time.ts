import type { Span } from "../text/index.ts";

/** A time of day as someone wrote it. */
export interface ClockTime extends Span {
  /** After midnight. */
  readonly minutes: number;
  readonly text: string;
}

const BEFORE = "午前|午後|上午|下午|中午|晚上|早上|凌晨";
const AFTER =
  "(?:Uhr|uur|godz\\.?|[ap]\\.?\\s?m\\.?|hrs?|horas?|heures?|ore|h|صباحا|صباحًا|مساء|مساءً|ظهرا|ظهرًا)(?!\\p{L})|時半|時|点半|点钟|点";
/** What follows the number of a length of time and not of a time of day. */
const LENGTH = "个?小时|個?小時|時間|分钟|天|日内";
const TIME = new RegExp(
  `(?<before>${BEFORE})?\\s?(?<![\\d.,:])(?<hour>[01]?\\d|2[0-4])(?:\\s?(?<mark>[:.：hH時点])\\s?(?<minute>[0-5]\\d)分?)?(?![\\d%€$£]|\\s?(?:${LENGTH}))(?:\\s?(?<after>${AFTER}))?`,
  "giu",
);
const LATE = /^(?:午後|下午|晚上|中午|مساءً?|p)/i;
const EARLY = /^(?:午前|上午|早上|凌晨|صباح|a)/i;

/** Times of day: "18:00", "6 pm", "18 Uhr", "午後6時". A bare hour counts, too: the caller knows whether a time is meant. */
export function clockTimes(text: string): readonly ClockTime[] {
  return [...text.matchAll(TIME)].map((match) => {
    const { before = "", hour = "0", minute = "0", after = "" } = match.groups ?? {};
    const half = after.endsWith("半") ? 30 : 0;
    const hours = inDay(Number(hour), { before, after, explicit: match.groups?.minute !== undefined });
    const [whole] = match;
    const start = match.index + (whole.length - whole.trimStart().length);
    return {
      start,
      end: match.index + whole.trimEnd().length,
      minutes: hours * 60 + Number(minute) + half,
      text: whole.trim(),
    };
  });
}

/** Without a mark for the half of the day, "until 6" is the evening's: no desk closes at six in the morning. */
function inDay(
  hour: number,
  { before, after, explicit }: { before: string; after: string; explicit: boolean },
): number {
  const late = LATE.test(before) || LATE.test(after);
  if (late) return hour < 12 ? hour + 12 : hour;
  if (EARLY.test(before) || EARLY.test(after)) return hour === 12 ? 0 : hour;
  return hour > 0 && hour < 8 && !explicit ? hour + 12 : hour;
}

/** A time in the form of another one; `18:00` without one, or when the other one names the other half of the day. */
export function written(minutes: number, like: ClockTime | null): string {
  const plain = `${Math.floor(minutes / 60) % 24}:${String(minutes % 60).padStart(2, "0")}`;
  if (!like) return plain;
  const match = [...like.text.matchAll(TIME)][0];
  return inFormOf({ ...match?.groups }, minutes) ?? plain;
}

function inFormOf(form: Readonly<Record<string, string | undefined>>, minutes: number): string | null {
  const { before = "", mark = ":", minute, after = "" } = form;
  const hour = Math.floor(minutes / 60) % 24;
  const late = LATE.test(before) || LATE.test(after);
  const early = EARLY.test(before) || EARLY.test(after);
  if ((late && hour < 12) || (early && hour >= 12)) return null;
  const shown = late && hour > 12 ? hour - 12 : hour;
  const exact =
    minute !== undefined || minutes % 60 !== 0 ? `${mark}${String(minutes % 60).padStart(2, "0")}` : "";
  const blank = /^\p{Script=Latin}{2}/u.test(after) ? " " : "";
  return `${before}${shown}${exact}${blank}${after.replace(/半$/, "")}`;
}
