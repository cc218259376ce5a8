export type { Choice, Identified } from "./identify.ts";
export { type Identifier, loadIdentifier } from "./load.ts";
export type { Stretch } from "./stretch.ts";
export { answer, baseOf, type Variety, varietyOf } from "./tags.ts";
export type { Expected, Verdict } from "./verdict.ts";
