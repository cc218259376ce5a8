/**
 * The longest text that every match of a pattern contains, or "" when none can be told. Only what stands outside
 * groups, classes and alternatives counts, so a text that is not found here may still be there.
 */
export function longestLiteral(pattern: string): string {
  const runs: string[] = [];
  let run = "";
  const close = (): void => {
    runs.push(run);
    run = "";
  };
  for (let at = 0; at < pattern.length; ) {
    const token = tokenAt(pattern, at);
    at += token.length;
    const repeat = /^(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?/.exec(pattern.slice(at))?.[0] ?? "";
    at += repeat.length;
    if (token === "|") return "";
    const character = literalOf(token);
    if (character === null || repeat !== "") {
      // `a+` has at least one `a`, which ends what stands before it.
      if (character !== null && repeat.startsWith("+")) run += character;
      close();
    } else run += character;
  }
  close();
  return runs.reduce((longest, next) => (next.length > longest.length ? next : longest), "");
}

/** A group or class as a whole, an escape, or one character. */
function tokenAt(pattern: string, at: number): string {
  const rest = pattern.slice(at);
  const character = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
  if (character === "\\")
    return /^\\(?:Q[\s\S]*?(?:\\E|$)|[pPx]\{[^}]*\}|x[\da-fA-F]{2}|[\s\S])/.exec(rest)?.[0] ?? "\\";
  if (character === "[") return /^\[\^?\]?(?:\\[\s\S]|\[:[^\]]*:\]|[^\]\\])*\]/.exec(rest)?.[0] ?? rest;
  return character === "(" ? groupAt(rest) : character;
}

function groupAt(rest: string): string {
  let depth = 0;
  for (let at = 0; at < rest.length; ) {
    const inner = rest.charAt(at) === "(" ? "(" : tokenAt(rest, at);
    at += inner.length;
    if (inner === "(") depth += 1;
    if (inner === ")") depth -= 1;
    if (depth === 0) return rest.slice(0, at);
  }
  return rest;
}

/** The character a token stands for, or `null` for one that may be many things. */
function literalOf(token: string): string | null {
  if (token.startsWith("\\")) return /^\\[^\p{L}\p{N}\s]$/u.test(token) ? token.slice(1) : null;
  return token.startsWith("(") || token.startsWith("[") || /^[.^$]$/.test(token) ? null : token;
}
