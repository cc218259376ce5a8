import type { Identifier } from "../language/index.ts";
import { registerOf } from "../register/index.ts";
import { type BrandProfile, NO_BRAND } from "./brand.ts";
import { digestOf, type Hash, ownHash } from "./digest.ts";
import { kinds } from "./kinds.ts";
import {
  identifierWords,
  type LanguageData,
  type Languages,
  lexiconsOf,
  registerReader,
  textsOf,
} from "./language-data.ts";
import { compileLexicons, type Lexicons, type Matcher } from "./lexicon.ts";
import type { Adjustment, Pack, RuleDef } from "./pack.ts";
import type { Policy } from "./policy.ts";
import type { PolicyRule } from "./rule.ts";

/** What a policy is made of. Reading files is up to the caller. */
export interface PolicyParts {
  readonly packs: readonly Pack[];
  /** By language tag. A browser may leave out languages it does not write in, if it gives all digests. */
  readonly languages: Languages;
  /** Digests of languages, as `languageDigest` gives them; missing ones are computed. */
  readonly languageDigests?: Readonly<Record<string, string>>;
  readonly brand?: BrandProfile;
  /** The language model, when it is loaded: about 700 kB that a browser keeps in a worker. */
  readonly identifier?: Identifier;
  /** SHA-256 in hexadecimal, where the machine has a faster one than this library's own. */
  readonly hash?: Hash;
}

/** The digest of one language's files. Their own order of fields counts: the same file gives the same text everywhere. */
export const languageDigest = (data: LanguageData, hash: Hash = ownHash): string =>
  hash(JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1))));

/** Put packs, language data and a brand together. Adjustments of a pack change the rules of the packs it extends. */
export function assemblePolicy(parts: PolicyParts): Policy {
  const { packs, languages, brand = NO_BRAND, identifier } = parts;
  const words = lazily(() => identifierWords(languages));
  const matchers = new Map<string, Matcher>();
  const registers = registerReader(languages);
  const texts = new Map<string, Readonly<Record<string, string>>>();
  const digest = lazily(() => policyDigest(parts));
  const lexicons = (tag: string): Lexicons => ({
    "brand.competitors": brand.competitors,
    ...lexiconsOf(tag, languages, packs),
  });
  return {
    get digest() {
      return digest();
    },
    packs: packs.map(({ id, version }) => ({ id, version })),
    rules: rulesInForce(packs),
    brand,
    identifier,
    with: (change) => assemblePolicy({ ...parts, ...change }),
    matcher: (tag) => remembered(matchers, tag, () => compileLexicons(tag, lexicons(tag))),
    texts: (tag) => remembered(texts, tag, () => textsOf(tag, languages)),
    get words() {
      return words();
    },
    registerOf: (text, tag) => registerOf(text, tag, registers(tag)),
  };
}

function policyDigest({
  packs,
  languages,
  languageDigests = {},
  brand = NO_BRAND,
  hash,
}: PolicyParts): string {
  const missing = Object.entries(languages).filter(([tag]) => languageDigests[tag] === undefined);
  const own = missing.map(([tag, data]) => [tag, languageDigest(data, hash)]);
  const digests = { ...languageDigests, ...Object.fromEntries(own) };
  return digestOf({ packs: packs.map(withoutTests), brand, languages: digests }, hash);
}

const withoutTests = (pack: Pack): Pack => ({
  ...pack,
  rules: pack.rules.map(({ tests: _, ...rule }) => rule),
});

function lazily<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

function remembered<T>(known: Map<string, T>, key: string, compute: () => T): T {
  const value = known.get(key) ?? compute();
  known.set(key, value);
  return value;
}

function rulesInForce(packs: readonly Pack[]): readonly PolicyRule[] {
  return packs.flatMap((pack) => {
    const adjustments = packs.filter((other) => extendsPack(other, pack)).flatMap(({ adjust }) => adjust);
    return pack.rules.flatMap((def): PolicyRule[] => {
      const changes = adjustments.filter(({ id }) => id === def.id);
      const adjusted = changes.reduce(adjustedRule, def);
      const finder = changes.some(({ off }) => off) ? undefined : kinds[adjusted.use]?.make(adjusted);
      return finder ? [{ def: adjusted, pack: pack.id, version: pack.version, finder }] : [];
    });
  });
}

/** Whether a pack names another, in its major version, in `extends`. */
export const extendsPack = (pack: Pack, other: Pack): boolean =>
  pack.extends.includes(`${other.id}@${other.version.split(".")[0]}`);

const adjustedRule = (def: RuleDef, { severity, overridable, options }: Adjustment): RuleDef => ({
  ...def,
  ...(severity && { severity }),
  ...(overridable && { overridable }),
  ...(options && { options: { ...def.options, ...options } }),
});
