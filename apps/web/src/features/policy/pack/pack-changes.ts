import { parsePack } from "@parley/shared/pack";
import type { Pack } from "@parley/shared/policy";

/** What a new text of a pack changes about its rules. */
export interface PackChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Lexicons with other terms. */
  readonly lexicons: readonly string[];
  /** Rules of other packs that it changes otherwise. */
  readonly adjusted: readonly string[];
}

/** Compare two texts of a pack; null while one of them cannot be read. Examples do not count: they change no reply. */
export function packChanges(before: string | null, after: string): PackChanges | null {
  const old = before === null ? EMPTY : parsePack(before).pack;
  const { pack } = parsePack(after);
  if (!old || !pack) return null;
  const [was, is] = [byId(old.rules), byId(pack.rules)];
  return {
    added: [...is.keys()].filter((id) => !was.has(id)),
    changed: [...is].flatMap(([id, rule]) => (was.has(id) && was.get(id) !== rule ? [id] : [])),
    removed: [...was.keys()].filter((id) => !is.has(id)),
    lexicons: differing(old.lexicons, pack.lexicons),
    adjusted: differing(Object.fromEntries(byId(old.adjust)), Object.fromEntries(byId(pack.adjust))),
  };
}

const EMPTY: Pick<Pack, "rules" | "lexicons" | "adjust"> = { rules: [], lexicons: {}, adjust: [] };

function byId(parts: readonly { readonly id: string }[]): ReadonlyMap<string, string> {
  return new Map(parts.map((part) => [part.id, JSON.stringify({ ...part, tests: undefined })]));
}

function differing(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>) {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]));
}
