import { RE2JS, RE2JSException } from "re2js";
import { SHORTEST_LITERAL } from "../policy/kinds/pattern.ts";
import { kinds } from "../policy/kinds.ts";
import { longestLiteral } from "../policy/literal.ts";
import type { RawPack, RawRule } from "../policy/pack.ts";
import { isObject, misfits } from "../policy/schema.ts";
import { parseTerm } from "../policy/term.ts";
import { foldWord } from "../policy/words.ts";

/** What is wrong with a pack of the right shape, and where. */
export interface PackFault {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly details: Readonly<Record<string, string | number>>;
}

/** What the schema cannot say: options by kind, unreadable or repeated terms, patterns, ids used twice. */
export function packProblems(pack: RawPack): readonly PackFault[] {
  const seen = new Set<string>();
  const rules = (pack.rules ?? []).flatMap((rule, index) => {
    const path = ["rules", index];
    const again = seen.has(rule.id);
    seen.add(rule.id);
    return [
      ...(again ? [{ code: "pack.repeated_rule", path: [...path, "id"], details: { rule: rule.id } }] : []),
      ...optionFaults(rule, path),
    ];
  });
  return [...lexiconFaults(pack.lexicons ?? {}), ...rules];
}

function optionFaults(rule: RawRule, path: readonly (string | number)[]): readonly PackFault[] {
  const { options = {}, use } = rule;
  const schema = kinds[use]?.options ?? {};
  const shape = misfits(options, schema, [...path, "options"]).map(({ code, ...rest }) => ({
    code: `pack.${code}`,
    ...rest,
  }));
  if (shape.length > 0 || use !== "pattern") return shape;
  return patternFaults(String(options.pattern), [...path, "options", "pattern"]);
}

function patternFaults(pattern: string, path: readonly (string | number)[]): readonly PackFault[] {
  const reason = refusal(pattern);
  if (reason !== null) return [{ code: "pack.pattern_refused", path, details: { reason } }];
  const literal = longestLiteral(pattern);
  if (literal.length >= SHORTEST_LITERAL) return [];
  return [{ code: "pack.pattern_without_literal", path, details: { min: SHORTEST_LITERAL } }];
}

/** What the expression library says against a pattern; `null` when it takes it. */
function refusal(pattern: string): string | null {
  try {
    RE2JS.compile(pattern);
    return null;
  } catch (error) {
    if (error instanceof RE2JSException) return error.message;
    throw error;
  }
}

/** Terms that cannot be read, and terms that stand twice in one lexicon. */
export function lexiconFaults(lexicons: Readonly<Record<string, unknown>>): readonly PackFault[] {
  return Object.entries(lexicons).flatMap(([lexicon, byLanguage]) =>
    Object.entries(isObject(byLanguage) ? byLanguage : {}).flatMap(([tag, list]) =>
      termFaults(Array.isArray(list) ? list : [], tag, ["lexicons", lexicon, tag]),
    ),
  );
}

/** What is wrong with a list of terms of one language. */
export function termFaults(
  list: readonly unknown[],
  tag: string,
  path: readonly (string | number)[],
): readonly PackFault[] {
  const seen = new Set<string>();
  return list.flatMap((item, index): PackFault[] => {
    const term = String(item);
    const folded = foldWord(term.split(" => ")[0]?.trim().replace(/\s+/g, " ") ?? "", tag === "tr");
    const again = seen.has(folded);
    seen.add(folded);
    if (!parseTerm(term)) return [{ code: "pack.bad_term", path: [...path, index], details: { term } }];
    return again ? [{ code: "pack.repeated_term", path: [...path, index], details: { term } }] : [];
  });
}
