const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a day of that month exists, in any year: a leap day always passes. */
export const isDay = (month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= (DAYS[month - 1] ?? 0);

/** Whether the date exists. */
export const isDate = (year: number, month: number, day: number): boolean =>
  isDay(month, day) &&
  (month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)));

const number = (digits: string, from: number, length: number): number =>
  Number(digits.slice(from, from + length));

/** Whether six digits at `from` are a day written year, month, day, with the century unknown. */
export const isYmd = (digits: string, from = 0): boolean =>
  isDay(number(digits, from + 2, 2), number(digits, from + 4, 2));

/** Whether six digits at `from` are a day written day, month, year, with the century unknown. */
export const isDmy = (digits: string, from = 0): boolean =>
  isDay(number(digits, from + 2, 2), number(digits, from, 2));

/** Whether eight digits at `from` are a date with its century, born between 1880 and 2039. */
export function isLongYmd(digits: string, from = 0): boolean {
  const year = number(digits, from, 4);
  return (
    year >= 1880 && year < 2040 && isDate(year, number(digits, from + 4, 2), number(digits, from + 6, 2))
  );
}
