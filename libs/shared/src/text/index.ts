export { type Folded, fold } from "./fold.ts";
export { overlaps, type Span } from "./span.ts";
