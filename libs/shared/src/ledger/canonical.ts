/** What RFC 8785 can write: no undefined, no NaN, no lone surrogates. */
export type Canonical =
  | null
  | boolean
  | number
  | string
  | readonly Canonical[]
  | { readonly [key: string]: Canonical };

/** The canonical JSON text of a value (RFC 8785). Throws a `TypeError` naming the place of what has none. */
export function canonicalJson(value: unknown, place = "$"): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === "string" && value.isWellFormed()) return JSON.stringify(value);
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item, index) => canonicalJson(item, `${place}[${index}]`)).join(",")}]`;
  }
  if (isPlainObject(value)) {
    // Sorting compares UTF-16 code units, as the RFC demands (section 3.2.3).
    const members = Object.keys(value)
      .sort()
      .map((key) => `${canonicalJson(key, `${place} key`)}:${canonicalJson(value[key], `${place}.${key}`)}`);
    return `{${members.join(",")}}`;
  }
  throw new TypeError(`${place} has no canonical JSON`);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
