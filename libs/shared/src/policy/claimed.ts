import type { Span } from "../text/index.ts";
import { type Fact, fact } from "./unit.ts";

/** Stretches that are no prose: links, addresses and identifiers. Word rules leave them alone. */
export const claimed: Fact<readonly Span[]> = fact("claimed", () => []);
