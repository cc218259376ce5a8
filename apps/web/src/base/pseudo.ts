import type { PseudoLanguage } from "./languages.ts";

const plain = "aceinouyACEINOUYszSZlL";
const accented = "áçéîñöûýÀÇÉÎÑÖÛÝšžŠŽłŁ";
const arabic: Readonly<Record<string, string>> = {
  a: "ا",
  b: "ب",
  c: "ك",
  d: "د",
  e: "ي",
  f: "ف",
  g: "غ",
  h: "ه",
  i: "ي",
  j: "ج",
  k: "ك",
  l: "ل",
  m: "م",
  n: "ن",
  o: "و",
  p: "پ",
  q: "ق",
  r: "ر",
  s: "س",
  t: "ت",
  u: "و",
  v: "ڤ",
  w: "و",
  x: "خ",
  y: "ي",
  z: "ز",
};

/** English words as no one writes them: longer and accented in brackets, or in Arabic letters. `{{placeholders}}` stay. */
export function pseudo(text: string, language: PseudoLanguage): string {
  const parts = text.split(/(\{\{[^}]*\}\}|<[^>]+>|\$t\([^)]*\))/);
  const changed = parts.map((part, index) => (index % 2 === 1 ? part : letters(part, language))).join("");
  return language === "en-XA" ? `[${changed}${filler(text.length)}]` : changed;
}

/** A translation is often 40 % longer than English, and a short one twice as long. */
function filler(length: number): string {
  const extra = Math.ceil(length < 10 ? length : length * 0.4);
  return ` ${"lorem ipsum dolor ".repeat(10).slice(0, Math.max(0, extra - 1))}`.trimEnd();
}

function letters(text: string, language: PseudoLanguage): string {
  const map = (letter: string) =>
    language === "en-XA" ? accented[plain.indexOf(letter)] : arabic[letter.toLowerCase()];
  return [...text].map((letter) => map(letter) ?? letter).join("");
}

/** Every string of a namespace changed by `pseudo`, however deep. */
export function pseudoWords(words: object, language: PseudoLanguage): object {
  const change = (value: unknown): unknown =>
    typeof value === "string" ? pseudo(value, language) : pseudoWords(value as object, language);
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, change(value)]));
}
