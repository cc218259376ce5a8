import { type Staleness, staleness } from "@parley/shared/template";
import type { ResultOf } from "../../../gql/graphql.ts";
import type {
  CheckVariantDocument,
  ShownVariant,
  VariantBesideDocument,
  VariantPlacesDocument,
} from "../localisation.documents.ts";
import type { Unsaved } from "./left-behind.ts";
import { blocksOf, emptyWords, sameWords, type VariantWords, wordsOf } from "./words.ts";

export type VariantShown = ResultOf<typeof ShownVariant>;
export type Revision = VariantShown["revisions"][number];
export type Decision = Revision["decisions"][number];
export type Comment = VariantShown["comments"][number];
export type Places = NonNullable<ResultOf<typeof VariantPlacesDocument>["template"]>;
export type Beside = NonNullable<ResultOf<typeof VariantBesideDocument>["variant"]>;
export type Source = Beside["revisions"][number];
export type FindingSent = ResultOf<typeof CheckVariantDocument>["checkVariant"][number];

/** Why the server would not do it: its code, and the findings that stood in the way. */
export interface Refusal {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A variant in an editor: what the server has, and what is being written. */
export interface Opened {
  readonly status: "loading" | "ready" | "missing" | "failed";
  readonly error: unknown;
  readonly template: Places | null;
  /** Null while nobody has begun it. */
  readonly variant: VariantShown | null;
  /** What it is made from; null in the source language. */
  readonly source: Source | null;
  readonly words: VariantWords | null;
  /** The revision that `words` were changed from. */
  readonly baseId: string | null;
  /** A revision that somebody else made of the same one. Both texts are kept until the member decides. */
  readonly conflict: Revision | null;
  /** What the member wrote before they took another's text, to be brought back. */
  readonly setAside: VariantWords | null;
  readonly refused: readonly Refusal[];
  readonly busy: boolean;
}

export const notYet: Opened = {
  status: "loading",
  error: null,
  template: null,
  variant: null,
  source: null,
  words: null,
  baseId: null,
  conflict: null,
  setAside: null,
  refused: [],
  busy: false,
};

/** The newest revision: what decisions are about. */
export const newest = ({ variant }: Pick<Opened, "variant">): Revision | null =>
  variant?.revisions[0] ?? null;

export const liveRevision = ({ variant }: Pick<Opened, "variant">): Revision | null =>
  variant?.revisions.find(({ id }) => id === variant.live?.id) ?? null;

/** The words as they were when the member began to change them. */
export function baseWords({ variant, baseId, source }: Opened): VariantWords {
  const base = variant?.revisions.find(({ id }) => id === baseId);
  return base ? wordsOf(base) : emptyWords(source);
}

export const isDirty = (opened: Opened): boolean =>
  opened.words !== null && !sameWords(opened.words, baseWords(opened));

/** What the server has now comes in. What is being written stays; whether another wrote too is told. */
export function meet(
  opened: Opened,
  latest: Pick<Opened, "variant" | "source">,
  left: Unsaved | null = null,
): Opened {
  const head = newest(latest);
  const met = { ...opened, ...latest, status: "ready" as const, error: null };
  const theirs = { ...met, baseId: head?.id ?? null };
  const mine =
    opened.words !== null && isDirty(opened) ? { words: opened.words, baseId: opened.baseId } : left;
  if (!mine || sameWords(mine.words, baseWords(theirs)))
    return { ...theirs, words: kept(opened, baseWords(theirs)), conflict: null };
  const conflict = head !== null && head.id !== mine.baseId ? head : null;
  return { ...met, ...mine, conflict };
}

/** Equal words keep the keys of their parts, and with them caret and undo. */
const kept = ({ words }: Opened, fresh: VariantWords): VariantWords =>
  words && sameWords(words, fresh) ? words : fresh;

/** How far the source has moved since a revision was made from it. */
export function stalenessOf(revision: Revision | null, source: Source | null): Staleness {
  if (!revision?.madeFrom || !source || revision.madeFrom.id === source.id) return "current";
  return staleness(blocksOf(revision.madeFrom.blocks), blocksOf(source.blocks));
}

/** Whether a member wrote any part of a revision since the one that was last approved. */
export function wrotePartOf(revision: Revision, revisions: readonly Revision[], memberId: string): boolean {
  const byId = new Map(revisions.map((one) => [one.id, one]));
  const seen = new Set<string>();
  for (let at: Revision | undefined = revision; at && !seen.has(at.id); ) {
    if (at.author?.id === memberId) return true;
    seen.add(at.id);
    const parent: Revision | undefined = at.parentId ? byId.get(at.parentId) : undefined;
    at =
      parent && !parent.decisions.some(({ state }) => state === "approved" || state === "live")
        ? parent
        : undefined;
  }
  return false;
}
