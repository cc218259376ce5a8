export { findIdentifiers } from "./find.ts";
export type { FindOptions, Identifier, Why } from "./identifier.ts";
export { TOPIC, type Topic } from "./topic.ts";
export { type IdentifierLexicon, mergeWords, type Words } from "./words.ts";
