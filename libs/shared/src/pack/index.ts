export type { PackFault } from "./pack-problems.ts";
export { publishedSchema } from "./pack-schema.ts";
export { type PackProblem, type ParsedPack, type Place, parsePack } from "./parse-pack.ts";
export { type Judgement, judgePack, type PlacedExample, verifyPack } from "./verify-pack.ts";
