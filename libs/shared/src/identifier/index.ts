export { ENTITIES, type EntityKind } from "./entities.ts";
export { findIdentifiers } from "./find.ts";
export type { FindOptions, Identifier, Why } from "./identifier.ts";
export { guessLanguage } from "./language-guess.ts";
export { type Masking, mask } from "./mask.ts";
export { parseOrderPattern } from "./order.ts";
export { TOPIC, type Topic } from "./topic.ts";
export { type IdentifierLexicon, mergeWords, type StreetWords, type Words } from "./words.ts";
