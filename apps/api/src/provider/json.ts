/** What a text from outside says in JSON; undefined when it says nothing so. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The member of an object from outside. */
export const memberAt = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** A text in what came from outside; null when there is none. */
export function textAt(value: unknown, name: string): string | null {
  const found = memberAt(value, name);
  return typeof found === "string" ? found : null;
}

/** A list in what came from outside; empty when there is none. */
export function listAt(value: unknown, name: string): readonly unknown[] {
  const found = memberAt(value, name);
  return Array.isArray(found) ? found : [];
}
