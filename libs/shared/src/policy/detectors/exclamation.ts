import type { Span } from "../../text/index.ts";
import type { RawHit } from "../hit.ts";
import { kind } from "../kind.ts";
import type { Scene } from "../scene.ts";
import { fact } from "../unit.ts";

interface ExclamationOptions {
  readonly max?: number;
}

const RUN = /[!！‼⁉]+(?:[?？]*[!！‼⁉]+)*/gu;
const MARK = /[!！‼⁉]/gu;

const runs = fact(({ text }) =>
  /[!！‼⁉]/.test(text)
    ? [...text.matchAll(RUN)].map((match) => ({ start: match.index, text: match[0] }))
    : [],
);

/** Exclamation marks in a row, and too many of them in one draft. */
export const exclamationDetector = kind<ExclamationOptions>({
  options: { max: { type: "integer", minimum: 0, maximum: 20, description: "In a draft; 3 when missing" } },
  make: ({ max = 3 }) => ({
    scope: "draft",
    find: ({ units }, scene) =>
      units
        .flatMap(({ unit, start }) => runs(unit, scene).map((run) => ({ ...run, start: run.start + start })))
        .map(({ start, text }, index) =>
          hitOf({ start, end: start + text.length }, { text, over: index >= max, max, scene }),
        )
        .filter((hit) => hit !== null),
  }),
});

interface Run {
  readonly text: string;
  readonly over: boolean;
  readonly max: number;
  readonly scene: Scene;
}

function hitOf(span: Span, { text, over, max, scene }: Run): RawHit | null {
  const repeated = (text.match(MARK)?.length ?? 0) > 1;
  if (!repeated && !over) return null;
  const wide = text.includes("！");
  const calm = over ? (wide ? "。" : ".") : wide ? "！" : "!";
  // Spanish opens with a mark as well: a full stop alone would leave it open.
  const mended = over && scene.language.startsWith("es") ? {} : { replacement: calm };
  return { ...span, score: 1, why: [repeated ? "repeated" : "count"], args: { max: String(max) }, ...mended };
}
