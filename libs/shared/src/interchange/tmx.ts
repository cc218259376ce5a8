import { patternText, textPattern } from "./forms.ts";
import { type ExchangeProblem, problem, type ReadResult, unread } from "./unit.ts";
import { escaped, everywhere, inside, readXml, textOf, type XmlElement } from "./xml.ts";

/** A pair of a translation memory: patterns with placeholders in braces. */
export interface MemoryPair {
  readonly source: string;
  readonly target: string;
  readonly sourceLocale: string;
  readonly targetLocale: string;
}

/** Write TMX 1.4: placeholders as `ph` with their source inside. */
export function writeTmx(pairs: readonly MemoryPair[]): string {
  const [first] = pairs;
  const units = pairs.flatMap(({ source, target, sourceLocale, targetLocale }) => [
    "  <tu>",
    `   <tuv xml:lang="${escaped(sourceLocale)}"><seg>${segment(source)}</seg></tuv>`,
    `   <tuv xml:lang="${escaped(targetLocale)}"><seg>${segment(target)}</seg></tuv>`,
    "  </tu>",
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<tmx version="1.4">',
    ` <header creationtool="Parley" creationtoolversion="1" segtype="block" o-tmf="Parley" adminlang="en" srclang="${escaped(first?.sourceLocale ?? "en")}" datatype="plaintext"/>`,
    " <body>",
    ...units,
    " </body>",
    "</tmx>",
    "",
  ].join("\n");
}

function segment(text: string): string {
  const pattern = textPattern(text);
  if (!pattern) return escaped(text);
  let count = 0;
  return pattern
    .map((part) => {
      if (typeof part === "string") return escaped(part);
      count += 1;
      return `<ph x="${count}">${escaped(patternText([part]))}</ph>`;
    })
    .join("");
}

/** Read TMX. Units without the two languages are passed over and said to be. */
export function readTmx(
  text: string,
  sourceLocale: string,
  targetLocale: string,
): ReadResult<readonly MemoryPair[]> {
  const { root, problems } = readXml(text);
  if (!root) return { value: null, problems };
  if (root.name !== "tmx") return unread(problem("not-tmx", { found: root.name }, root.line));
  const found: ExchangeProblem[] = [];
  const pairs = everywhere(root, "tu").flatMap((unit): readonly MemoryPair[] => {
    const [source, target] = [sourceLocale, targetLocale].map((locale) => textIn(unit, locale));
    if (source === undefined || target === undefined || source === null || target === null) {
      found.push(problem("tmx-languages", {}, unit.line));
      return [];
    }
    return [{ source, target, sourceLocale, targetLocale }];
  });
  return { value: pairs, problems: found };
}

function textIn(unit: XmlElement, locale: string): string | null {
  const wanted = locale.toLowerCase();
  const variants = inside(unit, "tuv").map((variant) => ({
    variant,
    tag: (variant.attributes["xml:lang"] ?? variant.attributes.lang ?? "").toLowerCase(),
  }));
  const near =
    variants.find(({ tag }) => tag === wanted) ?? variants.find(({ tag }) => tag.split("-")[0] === wanted);
  const [seg] = near ? inside(near.variant, "seg") : [];
  return seg ? segmentText(seg) : null;
}

/** Placeholders of ours come back as they were; markup of other tools is left out, its text too. */
const segmentText = (seg: XmlElement): string =>
  seg.children
    .map((child) => {
      if (typeof child === "string") return child.replace(/[\\{}]/g, "\\$&");
      if (child.name === "hi" || child.name === "sub") return segmentText(child);
      const source = textOf(child);
      return textPattern(source) && /^\{.*\}$/s.test(source) ? source : "";
    })
    .join("");
