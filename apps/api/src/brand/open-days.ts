import type { OpenDay } from "@parley/shared/policy";
import type { Hours } from "./hours.entity.ts";

const DAYS = 7;
const DAY_MS = 86_400_000;

/** The brand's calendar from today on with holidays applied, and the minutes since its midnight. */
export function openDays(
  hours: Hours,
  now: Date,
): { readonly hours: readonly OpenDay[]; readonly now: number } {
  const today = localTime(now, hours.zone);
  const noon = Date.UTC(today.year, today.month - 1, today.day, 12);
  return {
    now: today.minutes,
    hours: Array.from({ length: DAYS }, (_, index) => {
      const date = new Date(noon + index * DAY_MS);
      const weekday = date.getUTCDay() || 7;
      const closed = hours.holidays.includes(date.toISOString().slice(0, 10));
      const openings = closed ? [] : (hours.week[weekday - 1] ?? []).map(([from, to]) => ({ from, to }));
      return { weekday, openings };
    }),
  };
}

/** The day on which the brand is open next, today when it is or will be; null when no day within a week is. */
export function nextOpening(hours: Hours, now: Date): Date | null {
  const { hours: days, now: minutes } = openDays(hours, now);
  const index = days.findIndex(({ openings }, day) => openings.some(({ to }) => day > 0 || to > minutes));
  return index < 0 ? null : new Date(now.getTime() + index * DAY_MS);
}

function localTime(now: Date, zone: string) {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(now);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return {
    year: part("year"),
    month: part("month"),
    day: part("day"),
    minutes: part("hour") * 60 + part("minute"),
  };
}
