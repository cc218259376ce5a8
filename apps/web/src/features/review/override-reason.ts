import type { Translate } from "../../base/i18n.ts";

/** The words of a reason for overriding; a brand's own code stands as it is. */
export function overrideReason(code: string, t: Translate): string {
  return t(($) => $.review.overrideReasons[code as keyof typeof $.review.overrideReasons], {
    defaultValue: code,
  });
}
