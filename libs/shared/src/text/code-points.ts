/** The code point at `index`, and 0 behind the end. */
export const codeAt = (text: string, index: number): number => text.codePointAt(index) ?? 0;

/** How many code units a code point takes. */
export const widthOf = (code: number): number => (code > 0xffff ? 2 : 1);

/**
 * Remembers what `classify` says (1 to 255) of each code point met, in pages of 256: asking a regular expression
 * with properties for each character of a text costs twenty times more.
 */
export function kindTable(classify: (character: string) => number): (code: number) => number {
  const pages: (Uint8Array | undefined)[] = [];
  return (code) => {
    let page = pages[code >> 8];
    if (!page) {
      page = new Uint8Array(256);
      pages[code >> 8] = page;
    }
    const known = page[code & 0xff];
    if (known) return known;
    const kind = classify(String.fromCodePoint(code));
    page[code & 0xff] = kind;
    return kind;
  };
}
