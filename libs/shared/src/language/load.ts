import { type Choice, type Identified, identified, readText } from "./identify.ts";
import { unpack } from "./linear-model.ts";
import type { Models } from "./odds.ts";
import { type Stretch, stretchesOf } from "./stretch.ts";
import type { VarietyModels } from "./variety.ts";
import { type Expected, type Verdict, verdictOn } from "./verdict.ts";
import { wideModel } from "./wide.ts";

/** Tells the language of texts. Same text, same answer: it keeps nothing between calls. */
export interface Identifier {
  /** The language of a text; `und` when it cannot be told. */
  readonly identify: (text: string, choice?: Choice) => Identified;
  /** The languages of a text, sentence by sentence; neighbours in one language are one stretch. */
  readonly languagesOf: (text: string, choice?: Choice) => readonly Stretch[];
  /** Whether a text is in the language that is expected of it. */
  readonly isWrongLanguage: (expected: Expected, text: string) => Verdict;
}

let loading: Promise<Identifier> | undefined;

/** Load the models, once for all callers: about 700 kB compressed, so a browser does it in a worker. */
export function loadIdentifier(): Promise<Identifier> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Identifier> {
  const [{ wide }, { latin }, { han }, { portuguese }] = await Promise.all([
    import("./models/wide.ts"),
    import("./models/latin.ts"),
    import("./models/han.ts"),
    import("./models/portuguese.ts"),
  ]);
  return identifierFrom({
    latin: unpack(latin),
    han: unpack(han),
    portuguese: unpack(portuguese),
    wide: wideModel(wide),
  });
}

function identifierFrom(models: Models & VarietyModels): Identifier {
  const identify = (text: string, choice: Choice = {}): Identified => {
    const reading = readText(models, text, choice);
    return reading ? identified(reading, choice) : { tag: "und", confidence: 0, reliable: false };
  };
  return {
    identify,
    languagesOf: (text, choice = {}) => stretchesOf(text, (part) => identify(part, choice)),
    isWrongLanguage: (expected, text) => verdictOn(models, expected, text),
  };
}
