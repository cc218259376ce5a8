import { remembered } from "./remembered.ts";

/** Letters that look like a Latin one, by the letter they look like, as small letters in a browser's address bar. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  a: "аαɑᴀạ",
  b: "вьбъβƅɓʙᏏ",
  c: "сϲᴄƈ",
  d: "ԁɗɖđðᴅժ",
  e: "еєёεɛəәǝᴇҽ",
  f: "ƒғϝք",
  g: "ɡɢɠցǥ",
  h: "һнңҺհħɦʜ",
  i: "іїιıɩɪɨΐ",
  j: "јϳյȷᴊ",
  k: "кќκқĸᴋƙ",
  l: "ӏłɫɭʟاון׀ǀ",
  m: "мɱᴍ",
  n: "пηոռղɲŋɴ",
  o: "оοσөøɵᴏօסهθ०০๐໐੦૦ഠ",
  p: "рρƿþᴘ",
  q: "ԛզգ",
  r: "гґɾʀᴦ",
  s: "ѕꜱʂşș",
  t: "тτŧʈᴛ",
  u: "υսμʉᴜцս",
  v: "ѵνʋᴠט",
  w: "ԝѡωшщɯᴡա",
  x: "хχҳж×",
  y: "уүγўʏƴყ",
  z: "ʐƶᴢζ",
};

const LATIN = new Map(
  Object.entries(LOOKS_LIKE).flatMap(([latin, letters]) =>
    Array.from(letters, (letter) => [letter, latin] as const),
  ),
);

/** Digits that are read as letters. `i` and `l` are one: a capital `I` looks like the other's small letter. */
const DIGITS: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "l",
  "2": "z",
  "3": "e",
  "4": "a",
  "5": "s",
  "6": "b",
  "7": "t",
  "8": "b",
  "9": "g",
};

/** A name in letters alone, accents off, letters of other scripts as the Latin ones they look like. */
export const latinized = (name: string): string =>
  Array.from(name.normalize("NFKD").replace(/\p{M}/gu, ""), (letter) => LATIN.get(letter) ?? letter).join("");

/** What a hurried reader sees: two names with the same shape are taken for each other. */
export const shapeOf = remembered((name) =>
  latinized(name.toLowerCase())
    .replace(/\d/g, (digit) => DIGITS[digit] ?? digit)
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replaceAll("cl", "d")
    .replaceAll("i", "l")
    .replaceAll("q", "g"),
);
