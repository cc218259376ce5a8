/** Which East Asian standards hold a character: a bit each. */
const SIMPLIFIED = 1;
const TRADITIONAL = 2;
const JAPANESE = 4;

/** Double-byte code pages and the lead and trail bytes of their everyday part, as the Encoding Standard defines them. */
const pages = [
  { bit: SIMPLIFIED, label: "gbk", lead: [0xb0, 0xf7], trail: [0xa1, 0xfe] },
  { bit: TRADITIONAL, label: "big5", lead: [0xa4, 0xc6], trail: [0x40, 0xfe] },
  { bit: TRADITIONAL, label: "big5", lead: [0xc9, 0xf9], trail: [0x40, 0xfe] },
  { bit: JAPANESE, label: "euc-jp", lead: [0xb0, 0xf4], trail: [0xa1, 0xfe] },
] as const;

/** The standard's decoder, which browsers and Node share; `lib` names it only together with the DOM. */
declare const TextDecoder: new (label: string) => { decode: (bytes: Uint8Array) => string };

let table: Uint8Array | undefined;

/** The standards of every character of the first plane, read off the code pages themselves. */
function standards(): Uint8Array {
  table ??= pages.reduce((bits, page) => {
    for (const code of charactersOf(page)) bits[code] = (bits[code] ?? 0) | page.bit;
    return bits;
  }, new Uint8Array(0x10000));
  return table;
}

/** The Han characters that a code page can write. */
function charactersOf({ label, lead, trail }: (typeof pages)[number]): readonly number[] {
  const bytes: number[] = [];
  // A line break after each pair keeps a pair that means nothing from swallowing the next.
  for (let first = lead[0]; first <= lead[1]; first += 1)
    for (let second = trail[0]; second <= trail[1]; second += 1) bytes.push(first, second, 0x0a);
  const text = new TextDecoder(label).decode(Uint8Array.from(bytes));
  return Array.from(text, (character) => character.charCodeAt(0)).filter(
    (code) => code >= 0x3400 && code < 0xa000,
  );
}

/** How many Han characters of a text lie outside what each standard writes. */
export interface Strange {
  readonly simplified: number;
  readonly traditional: number;
  readonly japanese: number;
}

/** Count the Han characters that a text in each of the three ways of writing would not have. */
export function strangeHan(text: string): Strange {
  const bits = standards();
  const strange = { simplified: 0, traditional: 0, japanese: 0 };
  for (let index = 0; index < text.length; index += 1) {
    const known = bits[text.charCodeAt(index)] ?? 0;
    if (known === 0) continue;
    if ((known & SIMPLIFIED) === 0) strange.simplified += 1;
    if ((known & TRADITIONAL) === 0) strange.traditional += 1;
    if ((known & JAPANESE) === 0) strange.japanese += 1;
  }
  return strange;
}
