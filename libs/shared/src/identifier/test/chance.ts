/** Numbers from 0 to below `most`, the same for the same seed. */
export function chance(seed: number): (most: number) => number {
  let state = seed >>> 0;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const pad = (value: number, width: number): string => String(value).padStart(width, "0");

/**
 * Fill a picture: `9` a digit, `A` a letter, `X` either, `ymd`, `dmy` and `Ymd` a date with two or four digits for the
 * year, anything else itself.
 */
export function fill(picture: string, random: (most: number) => number): string {
  const day = pad(1 + random(28), 2);
  const month = pad(1 + random(12), 2);
  const year = String(1940 + random(60));
  return picture
    .replace("Ymd", `${year}${month}${day}`)
    .replace("ymd", `${year.slice(2)}${month}${day}`)
    .replace("dmy", `${day}${month}${year.slice(2)}`)
    .replace(/[9AX]/g, (sign) => {
      if (sign === "9") return String(random(10));
      return sign === "A" || random(2) === 0 ? (LETTERS[random(26)] ?? "") : String(random(10));
    });
}
