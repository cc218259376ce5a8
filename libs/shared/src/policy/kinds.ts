import { detectors } from "./detectors.ts";
import type { Kind } from "./kind.ts";
import { limitKind } from "./kinds/limit.ts";
import { orderKind } from "./kinds/order.ts";
import { patternKind } from "./kinds/pattern.ts";
import { requireKind } from "./kinds/require.ts";
import { swapKind } from "./kinds/swap.ts";
import { termsKind } from "./kinds/terms.ts";

/** Everything `use` may name. The set is closed: packs bring words and numbers, never code. */
export const kinds: Readonly<Record<string, Kind>> = {
  terms: termsKind,
  swap: swapKind,
  limit: limitKind,
  require: requireKind,
  order: orderKind,
  pattern: patternKind,
  ...Object.fromEntries(Object.entries(detectors).map(([name, kind]) => [`detector/${name}`, kind])),
};
