import { assemblePolicy, extendsPack, type PolicyParts } from "../policy/assemble.ts";
import type { Finding } from "../policy/finding.ts";
import { lexiconsOf } from "../policy/language-data.ts";
import type { Adjustment, Pack, RuleDef } from "../policy/pack.ts";
import { isObject } from "../policy/schema.ts";
import { runExamples } from "./examples.ts";
import type { PackFault } from "./pack-problems.ts";
import type { PackProblem, ParsedPack, Place } from "./parse-pack.ts";

/** An example of a pack as it ran, with its place in the source. */
export interface PlacedExample extends Place {
  readonly rule: string;
  readonly list: "match" | "noMatch";
  readonly text: string;
  readonly language: string;
  /** What its rule finds in it. */
  readonly findings: readonly Finding[];
  /** Why it does not hold; null when it does. */
  readonly problem: PackProblem | null;
}

/** What is to be said about a pack before it may be published. */
export interface Judgement {
  /** Why it may not be; empty when it may. */
  readonly problems: readonly PackProblem[];
  /** Its examples; null when it cannot be read. */
  readonly examples: readonly PlacedExample[] | null;
}

/** Judge a pack as publishing does, and say how each of its examples fares. */
export function judgePack({ pack, problems, place }: ParsedPack, parts: PolicyParts): Judgement {
  if (!pack) return { problems, examples: null };
  const others = parts.packs.filter(({ id }) => id !== pack.id);
  const faults = [
    ...relationFaults(pack, others),
    ...lexiconFaults(pack, { ...parts, packs: [...others, pack] }),
  ];
  const told = ({ path, code, details }: PackFault): PackProblem => ({ ...place(path), code, details });
  const examples = runExamples(pack, assemblePolicy({ ...parts, packs: [...others, pack] })).map(
    ({ rule, list, example: { text, lang = "en" }, path, findings, fault }): PlacedExample => ({
      ...place(path),
      ...{ rule, list, text, findings },
      language: lang,
      problem: fault && told(fault),
    }),
  );
  const failed = examples.flatMap(({ problem }) => problem ?? []);
  return { problems: faults.length > 0 ? faults.map(told) : failed, examples };
}

/**
 * Why a pack may not be published beside other packs: it cannot be read, names what is not there, loosens what may
 * never be overridden, or an example does not hold. Empty when it may.
 */
export const verifyPack = (parsed: ParsedPack, parts: PolicyParts): readonly PackProblem[] =>
  judgePack(parsed, parts).problems;

function relationFaults(pack: Pack, others: readonly Pack[]): readonly PackFault[] {
  const extended = others.filter((other) => extendsPack(pack, other));
  const known = new Set(extended.map(({ id, version }) => `${id}@${version.split(".")[0]}`));
  const missing = pack.extends.flatMap((name, index) =>
    known.has(name) ? [] : [{ code: "pack.unknown_pack", path: ["extends", index], details: { pack: name } }],
  );
  const rules = new Map(extended.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule])));
  const adjusted = pack.adjust.flatMap((change, index): readonly PackFault[] => {
    const rule = rules.get(change.id);
    const code = rule ? loosened(rule, change) : "pack.unknown_rule";
    return code === null ? [] : [{ code, path: ["adjust", index], details: { rule: change.id } }];
  });
  return [...missing, ...adjusted];
}

/** What may never be overridden stays in force, as it is. */
const loosened = (
  { overridable }: RuleDef,
  { off, severity, overridable: wanted }: Adjustment,
): string | null =>
  overridable === "never" && (off || severity || (wanted ?? "never") !== "never")
    ? "pack.never_loosened"
    : null;

function lexiconFaults(pack: Pack, { packs, languages }: PolicyParts): readonly PackFault[] {
  const known = new Set(
    Object.keys(languages).flatMap((tag) => Object.keys(lexiconsOf(tag, languages, packs))),
  );
  for (const { lexicons } of packs) for (const name of Object.keys(lexicons)) known.add(name);
  known.add("brand.competitors");
  return pack.rules.flatMap((rule, index) =>
    lexiconsNamed(rule)
      .filter((lexicon) => !known.has(lexicon))
      .map((lexicon) => ({ code: "pack.unknown_lexicon", path: ["rules", index], details: { lexicon } })),
  );
}

/** The lexicons a rule's options and surroundings name. */
function lexiconsNamed({ use, options, context }: RuleDef): readonly string[] {
  const { lexicon, when, first, next, unless } = options;
  const inOptions = use.startsWith("detector/") ? [] : [lexicon, when, first, next];
  const inUnless = isObject(unless) ? [unless.lexicon] : [];
  return [...inOptions, ...inUnless, context?.boost, context?.exclude].filter(
    (name) => typeof name === "string",
  );
}
