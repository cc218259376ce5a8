const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Length = "narrow" | "long";

/** How long something lasts, in its largest whole unit: "12 min", "3 hr", "2 days". Less than a minute is one. */
export function duration(milliseconds: number, language: string, length: Length = "narrow"): string {
  const [unit, size] =
    milliseconds < HOUR ? ["minute", MINUTE] : milliseconds < 2 * DAY ? ["hour", HOUR] : ["day", DAY];
  const amount = Math.max(1, Math.floor(milliseconds / Number(size)));
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: String(unit),
    unitDisplay: length === "narrow" ? "short" : "long",
  }).format(amount);
}

/** The time of day today, else the day; the year only where it is another one. */
export function shortTime(at: number, now: number, language: string): string {
  const [then, today] = [new Date(at), new Date(now)];
  const sameYear = then.getFullYear() === today.getFullYear();
  if (then.toDateString() === today.toDateString()) return format(then, language, { timeStyle: "short" });
  return format(
    then,
    language,
    sameYear ? { day: "numeric", month: "short" } : { day: "numeric", month: "short", year: "numeric" },
  );
}

/** Date and time in full, for tips and screen readers. */
export function fullTime(at: number, language: string): string {
  return format(new Date(at), language, { dateStyle: "full", timeStyle: "short" });
}

/** The day as a heading between messages. */
export function dayName(at: number, now: number, language: string): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY);
  if (days > 1) return format(new Date(at), language, { dateStyle: "full" });
  const name = new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-days, "day");
  // As a heading stands it begins with a capital, in languages that have them.
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

export const timeOfDay = (at: number, language: string): string =>
  format(new Date(at), language, { timeStyle: "short" });

export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs more than using it, and a list uses one for each row. */
function format(date: Date, language: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, known);
  return known.format(date);
}
