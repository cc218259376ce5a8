import { RE2JS } from "re2js";
import type { RawHit } from "../hit.ts";
import { kind } from "../kind.ts";
import { longestLiteral } from "../literal.ts";
import { fact } from "../unit.ts";

/** A pattern of a pack, in characters; and the text it must contain so that most sentences need not be searched. */
export const LONGEST_PATTERN = 200;
export const SHORTEST_LITERAL = 3;

interface PatternOptions {
  readonly pattern: string;
  readonly caseSensitive?: boolean;
}

/** A regular expression in RE2's syntax: no look-around, no back-references, and no text makes it slow. */
export const patternKind = kind<PatternOptions>({
  options: {
    pattern: { type: "string", minLength: SHORTEST_LITERAL, maxLength: LONGEST_PATTERN },
    caseSensitive: { type: "boolean", description: "Capitals matter; they do not when this is missing" },
  },
  required: ["pattern"],
  make: ({ pattern, caseSensitive = false }) => {
    const expression = RE2JS.compile(pattern, caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
    const literal = longestLiteral(pattern).toLowerCase();
    return {
      scope: "sentence",
      find: (unit, scene) => (lowered(unit, scene).includes(literal) ? matches(expression, unit.text) : []),
    };
  },
});

const lowered = fact(({ text }) => text.toLowerCase());

function matches(expression: RE2JS, text: string): readonly RawHit[] {
  const matcher = expression.matcher(text);
  const hits: RawHit[] = [];
  while (matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()];
    if (end > start)
      hits.push({ start, end, score: 0.6, why: ["pattern"], args: { term: text.slice(start, end) } });
  }
  return hits;
}
