import { sentences } from "../text/index.ts";
import { identified, type Reading, readText } from "./identify.ts";
import type { Models } from "./odds.ts";
import { modelled, varietyOf } from "./tags.ts";
import type { VarietyModels } from "./variety.ts";

/** What a text should be in. */
export interface Expected {
  /** The tag that the text should be in. */
  readonly expected: string;
  /** The other languages that it may be in by mistake, such as those of the brand. Every known language when missing. */
  readonly among?: readonly string[];
}

/** Whether a text is in the language that is expected of it. */
export type Verdict =
  /** Nothing speaks against it. */
  | { readonly kind: "right" }
  /** Too little text, or too little difference. */
  | { readonly kind: "unsure" }
  | {
      readonly kind: "wrong";
      /** What it is in instead. */
      readonly tag: string;
      readonly confidence: number;
      /** Sure enough to stop a reply: 40 characters or more, and two sentences agree. */
      readonly certain: boolean;
    };

/** Letters below which no text is called wrong; East Asian ones say about four times as much. */
const FEWEST = 15;
const FEWEST_CJK = 4;
/** The share of the language that is found, and the most that may be left to the one that is expected. */
const FOUND = 0.97;
const LEFT = 0.02;
/** A country is called wrong only from this share on. */
const OTHER_COUNTRY = 0.97;
const WHOLE_REPLY = 40;

/** Compare a text with the language that is expected of it. */
export function verdictOn(models: Models & VarietyModels, expected: Expected, text: string): Verdict {
  const among = expected.among && [...expected.among, expected.expected];
  const reading = readText(models, text, among ? { among } : {});
  if (!reading) return { kind: "unsure" };
  const verdict = judge(reading, expected.expected);
  if (verdict.kind !== "wrong") return verdict;
  const agree = sentences(text).filter((span) => {
    const part = readText(models, text.slice(span.start, span.end), among ? { among } : {});
    return part && judge(part, expected.expected).kind === "wrong";
  });
  return { ...verdict, certain: text.length >= WHOLE_REPLY && agree.length >= 2 };
}

function judge(reading: Reading, expected: string): Verdict {
  const { odds, letters, variety } = reading;
  const enough = letters.count >= (letters.script === "cjk" ? FEWEST_CJK : FEWEST);
  const language = modelled(expected);
  const [[found, share] = ["und", 0]] = odds;
  if (found === language) {
    const wanted = varietyOf(expected);
    const other = variety && wanted && variety.variety !== wanted && variety.share >= OTHER_COUNTRY;
    if (!other) return { kind: "right" };
    return enough ? wrong(reading) : { kind: "unsure" };
  }
  const left = odds.get(language) ?? 0;
  return enough && share >= FOUND && left <= LEFT ? wrong(reading) : { kind: "unsure" };
}

function wrong(reading: Reading): Verdict {
  const { tag, confidence } = identified(reading);
  return { kind: "wrong", tag, confidence, certain: false };
}
