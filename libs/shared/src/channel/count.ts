import { graphemes } from "../text/index.ts";
import { type Count, type Stretch, weigh } from "./weigh.ts";

/** What a platform counts: X's weights, characters as readers see them, UTF-8 bytes, code points, UTF-16 units. */
export type LengthUnit = "weighted" | "graphemes" | "bytes" | "code-points" | "utf16";

/** Count a stretch of text in a unit. */
export function countIn(unit: LengthUnit, stretch: Stretch, most: number): Count {
  const { text, start, end } = stretch;
  switch (unit) {
    case "weighted":
      return weigh(stretch, most);
    case "graphemes": {
      const { count, end: fitting } = graphemes(text.slice(start, end), Math.max(0, most));
      return { used: count, end: start + fitting };
    }
    case "bytes":
      return countCodePoints(stretch, most, bytesOf);
    case "code-points":
      return countCodePoints(stretch, most, one);
    case "utf16":
      return { used: end - start, end: Math.max(start, Math.min(end, start + most)) };
  }
}

const one = () => 1;
/** A lone surrogate is sent as U+FFFD, which takes three bytes too. */
const bytesOf = (code: number) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

function countCodePoints({ text, start, end }: Stretch, most: number, cost: (code: number) => number): Count {
  let used = 0;
  let fitting = end;
  for (let index = start; index < end; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    const after = used + cost(code);
    if (after > most && used <= most && fitting === end) fitting = index;
    used = after;
    if (code > 0xffff) index += 1;
  }
  return { used, end: fitting };
}
