/** A time until which a conversation can be set aside. */
export interface SnoozeTime {
  readonly id: "hour" | "evening" | "tomorrow" | "monday";
  readonly until: Date;
}

const HOUR = 60 * 60_000;
const EVENING = 18;
const MORNING = 9;

/** When to be reminded, in the member's own time zone; the evening is left out once it has come. */
export function snoozeTimes(now: Date): readonly SnoozeTime[] {
  const evening = at(now, 0, EVENING);
  const daysToMonday = (8 - now.getDay()) % 7 || 7;
  return [
    { id: "hour", until: new Date(now.getTime() + HOUR) },
    ...(evening.getTime() - now.getTime() > HOUR ? [{ id: "evening" as const, until: evening }] : []),
    { id: "tomorrow", until: at(now, 1, MORNING) },
    ...(daysToMonday > 1 ? [{ id: "monday" as const, until: at(now, daysToMonday, MORNING) }] : []),
  ];
}

function at(now: Date, days: number, hour: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
}
