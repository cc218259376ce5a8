import { expect, test } from "vitest";
import { snoozeTimes } from "./snooze.ts";

/** 16 November 2026 is a Monday. */
const day = (date: number, hour: number) => new Date(2026, 10, date, hour);

test.each([
  [
    "in the morning",
    day(17, 10),
    { hour: day(17, 11), evening: day(17, 18), tomorrow: day(18, 9), monday: day(23, 9) },
  ],
  ["in the evening", day(17, 20), { hour: day(17, 21), tomorrow: day(18, 9), monday: day(23, 9) }],
  [
    "on a Sunday tomorrow is Monday",
    day(22, 10),
    { hour: day(22, 11), evening: day(22, 18), tomorrow: day(23, 9) },
  ],
  [
    "on a Monday the next one is meant",
    day(16, 10),
    { hour: day(16, 11), evening: day(16, 18), tomorrow: day(17, 9), monday: day(23, 9) },
  ],
])("%s", (_, now, times) => {
  expect(Object.fromEntries(snoozeTimes(now).map(({ id, until }) => [id, until]))).toEqual(times);
});
