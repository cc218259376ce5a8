// Intl objects cost about 20 µs each to make and nothing to keep; a desk uses a few dozen.
const kept = new Map<string, unknown>();

/** The object for a key, made once. The key names everything the object depends on. */
export function once<T>(key: string, make: () => T): T {
  const found = kept.get(key);
  if (found !== undefined) return found as T;
  const made = make();
  kept.set(key, made);
  return made;
}

const RTL = /^(ar|fa|he|ur|ps|sd|ug|yi|dv|ckb)\b/;

/** The direction of a language's script. */
export const directionOf = (locale: string): "ltr" | "rtl" => (RTL.test(locale) ? "rtl" : "ltr");

/**
 * The locale to hand to Intl. Digits and calendar are pinned where engines of different age disagree, so that
 * browser and server print the same.
 */
export function intlLocale(locale: string): string {
  if (locale.includes("-u-")) return locale;
  return /^(ar|fa|th|ur|mr|ne|bn|my)\b/.test(locale) ? `${locale}-u-ca-gregory-nu-latn` : locale;
}
