import type { Identifier } from "@parley/shared/language";
import { judgePack, type PackProblem, type PlacedExample, parsePack } from "@parley/shared/pack";
import {
  assemblePolicy,
  type BrandProfile,
  type Checker,
  createChecker,
  type Finding,
  type Languages,
  type Pack,
  type ReplyContext,
} from "@parley/shared/policy";

/** What every brand has: the rules that come with Parley, and the words of all languages. */
export interface Everywhere {
  readonly packs: readonly Pack[];
  readonly languages: Languages;
  /** Tells languages; large, so that it is loaded when it is first needed. */
  readonly identifier: () => Promise<Identifier>;
}

/** A pack being written, and the brand's other packs in force, as YAML. */
export interface Judging {
  readonly source: string;
  readonly beside: readonly string[];
}

export interface Judged {
  readonly problems: readonly PackProblem[];
  /** Null when the pack cannot be read. */
  readonly examples: readonly PlacedExample[] | null;
  readonly rules: readonly JudgedRule[] | null;
  readonly id: string | null;
  readonly version: string | null;
}

/** A rule of a pack, as far as lists show it. */
export interface JudgedRule {
  readonly id: string;
  readonly severities: readonly Finding["severity"][];
  readonly use: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Any text, and what is to be taken as known about it. */
export interface Trial extends Judging {
  readonly text: string;
  readonly brand: BrandProfile;
  /** Null: as it is identified. */
  readonly language: string | null;
  readonly context: Omit<ReplyContext, "language">;
}

export interface Tried {
  readonly findings: readonly Finding[];
  readonly language: string;
}

/** A list of terms that rules may name. */
export interface NamedLexicon {
  readonly name: string;
  readonly count: number;
  /** Some of its terms, by language. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
}

/** What a pack may name of what is there. */
export interface Vocabulary {
  readonly lexicons: readonly NamedLexicon[];
  readonly packs: readonly {
    readonly id: string;
    readonly version: string;
    readonly rules: readonly string[];
  }[];
  readonly languages: readonly string[];
}

/** Judges packs as the server does when one is published: with the same rules and words, and without a brand. */
export interface PackJudge {
  readonly judge: (judging: Judging) => Promise<Judged>;
  readonly tryOut: (trial: Trial) => Promise<Tried>;
  readonly vocabulary: (beside: readonly string[]) => Vocabulary;
}

export function createPackJudge({ packs, languages, identifier }: Everywhere): PackJudge {
  const besides = (sources: readonly string[]) => [
    ...packs,
    ...sources.flatMap((source) => parsePack(source).pack ?? []),
  ];
  let last: { readonly key: string; readonly checker: Checker } | null = null;
  const checkerFor = async ({ source, beside, brand }: Trial) => {
    const key = JSON.stringify([source, beside, brand]);
    if (last?.key !== key) {
      const { pack } = parsePack(source);
      const all = besides(beside);
      const tried = pack ? [...all.filter(({ id }) => id !== pack.id), pack] : all;
      const policy = assemblePolicy({ packs: tried, languages, brand, identifier: await identifier() });
      last = { key, checker: createChecker(policy) };
    }
    return last.checker;
  };
  return {
    judge: async ({ source, beside }) => {
      const parsed = parsePack(source);
      const { pack, place } = parsed;
      return {
        ...judgePack(parsed, { packs: besides(beside), languages, identifier: await identifier() }),
        rules: pack?.rules.map((rule, index) => ruleOf(rule, place(["rules", index]).line)) ?? null,
        id: pack?.id ?? null,
        version: pack?.version ?? null,
      };
    },
    tryOut: async (trial) => {
      const checker = await checkerFor(trial);
      const language = trial.language ?? (await identified(trial, identifier));
      return { findings: checker.check(trial.text, { ...trial.context, language }), language };
    },
    vocabulary: (beside) => ({
      lexicons: lexiconsOf(languages),
      packs: besides(beside).map(({ id, version, rules }) => ({
        ...{ id, version },
        rules: rules.map((rule) => rule.id),
      })),
      languages: Object.keys(languages),
    }),
  };
}

const ruleOf = ({ id, severity, use }: Pack["rules"][number], line: number): JudgedRule => ({
  ...{ id, use, line },
  severities: [...new Set(severity.map(({ is }) => is))],
});

/** What the server would take a reply to be written in. */
async function identified({ text, context }: Trial, identifier: Everywhere["identifier"]): Promise<string> {
  const { among = [] } = context;
  const { tag, reliable } = (await identifier()).identify(text, { among });
  return reliable ? tag : "und";
}

/** Terms of a lexicon that are shown of each language. */
const SHOWN = 6;

function lexiconsOf(languages: Languages): readonly NamedLexicon[] {
  const found = new Map<string, { count: number; terms: Record<string, readonly string[]> }>();
  for (const [tag, { policy }] of Object.entries(languages)) {
    const { lexicons = {} } = (policy ?? {}) as { lexicons?: Readonly<Record<string, readonly string[]>> };
    for (const [name, terms] of Object.entries(lexicons)) {
      const known = found.get(name) ?? { count: 0, terms: {} };
      known.count += terms.length;
      known.terms[tag] = terms.slice(0, SHOWN);
      found.set(name, known);
    }
  }
  return [...found]
    .map(([name, { count, terms }]) => ({ name, count, terms }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
