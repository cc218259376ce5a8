import type { RawHit } from "../hit.ts";
import { kind } from "../kind.ts";

/** With the flag `u` the range of surrogates means lone ones only. */
const SUSPICIOUS = /[\ud800-\udfff\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b\u000e-\u001f\u007f]/u;
const LONE = /[\ud800-\udfff]/gu;
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;
const OPENS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068";
const ISOLATES = "\u2066\u2067\u2068";
const CLOSES_EMBEDDING = "\u202c";
const CLOSES_ISOLATE = "\u2069";

const at = (start: number, code: string): RawHit => ({ start, end: start + 1, score: 1, why: [code] });

/** Characters that break a text or turn it round without an end: half an emoji, controls, unpaired direction marks. */
export const charactersDetector = kind<Readonly<Record<never, never>>>({
  options: {},
  make: () => ({ scope: "draft", find: ({ text }) => (SUSPICIOUS.test(text) ? brokenIn(text) : []) }),
});

function brokenIn(text: string): readonly RawHit[] {
  const found = (form: RegExp, code: string): readonly RawHit[] =>
    [...text.matchAll(form)].map((match) => at(match.index, code));
  const lines = [...text.matchAll(/[^\n\r\u2028\u2029]+/g)];
  const hits = [
    ...found(LONE, "lone-surrogate"),
    ...found(CONTROL, "control"),
    ...lines.flatMap((line) => unpaired(line[0], line.index)),
  ];
  return runsOf(hits.sort((a, b) => a.start - b.start));
}

/** Hits of one kind that touch are one. */
function runsOf(hits: readonly RawHit[]): readonly RawHit[] {
  const runs: RawHit[] = [];
  for (const hit of hits) {
    const last = runs.at(-1);
    if (last?.end === hit.start && last.why[0] === hit.why[0])
      runs[runs.length - 1] = { ...last, end: hit.end };
    else runs.push(hit);
  }
  return runs;
}

/** Direction marks that are opened and not closed, or closed and not open. A line's end closes all. */
function unpaired(line: string, start: number): readonly RawHit[] {
  const open: number[] = [];
  const hits: RawHit[] = [];
  for (let index = 0; index < line.length; index += 1) {
    const character = line.charAt(index);
    if (OPENS.includes(character)) open.push(index);
    else if (character === CLOSES_EMBEDDING || character === CLOSES_ISOLATE) {
      const top = open.at(-1);
      const fits =
        top !== undefined && ISOLATES.includes(line.charAt(top)) === (character === CLOSES_ISOLATE);
      if (fits) open.pop();
      else hits.push(at(start + index, "unpaired-direction"));
    }
  }
  return [...hits, ...open.map((index) => at(start + index, "unpaired-direction"))];
}
