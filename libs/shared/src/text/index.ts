export { codeAt, kindTable, widthOf } from "./code-points.ts";
export { type Folded, fold } from "./fold.ts";
export { type GraphemeCount, graphemeStart, graphemes } from "./graphemes.ts";
export { type Lines, linesOf, type Position } from "./position.ts";
export { searchWords } from "./search-words.ts";
export { sentences } from "./sentences.ts";
export { sha256 } from "./sha256.ts";
export { overlaps, type Span } from "./span.ts";
