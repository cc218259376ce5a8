export { type Folded, fold } from "./fold.ts";
export { sentences } from "./sentences.ts";
export { overlaps, type Span } from "./span.ts";
