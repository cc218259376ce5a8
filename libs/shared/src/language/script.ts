/** Groups of scripts: what one look at the letters can tell. */
export type Script =
  | "latin"
  | "cyrillic"
  | "arabic"
  | "cjk"
  | "greek"
  | "hebrew"
  | "devanagari"
  | "thai"
  | "bengali"
  | "gurmukhi"
  | "gujarati"
  | "oriya"
  | "tamil"
  | "telugu"
  | "kannada"
  | "malayalam"
  | "sinhala"
  | "lao"
  | "myanmar"
  | "georgian"
  | "armenian"
  | "ethiopic"
  | "khmer";

/** Letters of one script group in a text, and for East Asia how many of each kind. */
export interface Letters {
  readonly script: Script;
  readonly count: number;
  readonly han: number;
  readonly kana: number;
  readonly hangul: number;
}

type Kind = Script | "han" | "kana" | "hangul";

/** First code unit after the range, and what stands in the range. Sorted; marks and signs inside count as letters. */
const ranges: readonly (readonly [number, Kind | null])[] = [
  [0x41, null],
  [0x5b, "latin"],
  [0x61, null],
  [0x7b, "latin"],
  [0xc0, null],
  [0x2b0, "latin"],
  [0x370, null],
  [0x400, "greek"],
  [0x530, "cyrillic"],
  [0x590, "armenian"],
  [0x600, "hebrew"],
  [0x620, null],
  [0x66a, "arabic"],
  [0x66e, null],
  [0x700, "arabic"],
  [0x750, null],
  [0x780, "arabic"],
  [0x8a0, null],
  [0x900, "arabic"],
  [0x980, "devanagari"],
  [0xa00, "bengali"],
  [0xa80, "gurmukhi"],
  [0xb00, "gujarati"],
  [0xb80, "oriya"],
  [0xc00, "tamil"],
  [0xc80, "telugu"],
  [0xd00, "kannada"],
  [0xd80, "malayalam"],
  [0xe00, "sinhala"],
  [0xe80, "thai"],
  [0xf00, "lao"],
  [0x1000, null],
  [0x10a0, "myanmar"],
  [0x1100, "georgian"],
  [0x1200, "hangul"],
  [0x13a0, "ethiopic"],
  [0x1780, null],
  [0x1800, "khmer"],
  [0x1c90, null],
  [0x1cc0, "georgian"],
  [0x1e00, null],
  [0x1f00, "latin"],
  [0x2000, "greek"],
  [0x3005, null],
  [0x3008, "han"],
  [0x3041, null],
  [0x30fb, "kana"],
  [0x30fc, null],
  [0x3100, "kana"],
  [0x3131, null],
  [0x318f, "hangul"],
  [0x31f0, null],
  [0x3200, "kana"],
  [0x3400, null],
  [0xa000, "han"],
  [0xac00, null],
  [0xd7a4, "hangul"],
  [0xf900, null],
  [0xfb00, "han"],
  [0xfb07, "latin"],
  [0xfb1d, null],
  [0xfb50, "hebrew"],
  [0xfe00, "arabic"],
  [0xfe70, null],
  [0xfeff, "arabic"],
  [0xff21, null],
  [0xff3b, "latin"],
  [0xff41, null],
  [0xff5b, "latin"],
  [0xff66, null],
  [0xffa0, "kana"],
  [0x10000, null],
];

/** The kind of every code unit, as an index into `kinds`; 0 for what is no letter. */
const kinds: readonly (Kind | null)[] = [
  null,
  ...new Set(ranges.map(([, kind]) => kind).filter((kind) => kind !== null)),
];
let table: Uint8Array | undefined;

function kindTable(): Uint8Array {
  if (table) return table;
  const built = new Uint8Array(0x10000);
  let start = 0;
  for (const [end, kind] of ranges) {
    built.fill(kinds.indexOf(kind), start, end);
    start = end;
  }
  table = built;
  return built;
}

/** How much a letter weighs beside one of another script: brands are written in Latin letters everywhere. */
const weight = (script: Script): number => (script === "latin" ? 1 : script === "cjk" ? 8 : 4);

/** The script groups in a text, the one that carries it first. */
export function lettersOf(text: string): readonly Letters[] {
  const kindAt = kindTable();
  const counts = new Uint32Array(kinds.length);
  for (let index = 0; index < text.length; index += 1) {
    const kind = kindAt[text.charCodeAt(index)] ?? 0;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const of = (kind: Kind): number => counts[kinds.indexOf(kind)] ?? 0;
  const [han, kana, hangul] = [of("han"), of("kana"), of("hangul")];
  const none = { han: 0, kana: 0, hangul: 0 };
  const found: Letters[] = kinds
    .filter((kind) => kind !== null && kind !== "han" && kind !== "kana" && kind !== "hangul")
    .map((script) => ({ script, count: of(script), ...none }));
  found.push({ script: "cjk", count: han + kana + hangul, han, kana, hangul });
  return found
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count * weight(b.script) - a.count * weight(a.script));
}
