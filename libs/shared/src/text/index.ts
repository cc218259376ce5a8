export { overlaps, type Span } from "./span.ts";
