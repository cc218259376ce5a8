import type { Span } from "../text/index.ts";
import { hashtags, mentions, sureLinks } from "./links.ts";
import { type Fact, fact } from "./unit.ts";

/** Stretches that are no prose: links, names of accounts, hashtags. Word rules leave them alone. */
export const claimed: Fact<readonly Span[]> = fact((unit, scene) => [
  ...sureLinks(unit, scene),
  ...mentions(unit, scene),
  ...hashtags(unit, scene),
]);
