import { graphemes } from "../text/index.ts";
import { type Count, weigh } from "./weigh.ts";

/** What a platform counts: X's weights, characters as readers see them, UTF-8 bytes, code points, UTF-16 units. */
export type LengthUnit = "weighted" | "graphemes" | "bytes" | "code-points" | "utf16";

/** Count a stretch of text in a unit. */
export function countIn(unit: LengthUnit, text: string, most: number): Count {
  switch (unit) {
    case "weighted":
      return weigh(text, most);
    case "graphemes": {
      const { count, end } = graphemes(text, Math.max(0, most));
      return { used: count, end };
    }
    case "bytes":
      return countCodePoints(text, most, bytesOf);
    case "code-points":
      return countCodePoints(text, most, one);
    case "utf16":
      return { used: text.length, end: Math.min(text.length, Math.max(0, most)) };
  }
}

const one = () => 1;
/** A lone surrogate is sent as U+FFFD, which takes three bytes too. */
const bytesOf = (code: number) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

function countCodePoints(text: string, most: number, cost: (code: number) => number): Count {
  let used = 0;
  let end = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    const after = used + cost(code);
    if (after > most && used <= most && end === text.length) end = index;
    used = after;
    if (code > 0xffff) index += 1;
  }
  return { used, end };
}
