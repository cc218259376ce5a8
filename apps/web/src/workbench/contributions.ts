import { useMemo } from "react";
import { type Readable, useStore } from "../base/store.ts";
import type { Contribution } from "./contribution.ts";

/** The kinds of things a contribution lists, each with an id. */
type Kind =
  | "views"
  | "editors"
  | "commands"
  | "statusItems"
  | "quickOpen"
  | "settings"
  | "menuItems"
  | "pages";
type Contributed<K extends Kind> = NonNullable<Contribution[K]>[number];

const kinds: readonly Kind[] = [
  "views",
  "editors",
  "commands",
  "statusItems",
  "quickOpen",
  "settings",
  "menuItems",
  "pages",
];

/** All that is contributed of one kind, in the order of the contributions. */
export function contributed<K extends Kind>(
  contributions: readonly Contribution[],
  kind: K,
): Contributed<K>[] {
  return contributions.flatMap((contribution) => (contribution[kind] ?? []) as Contributed<K>[]);
}

export function useContributed<K extends Kind>(
  store: Readable<readonly Contribution[]>,
  kind: K,
): Contributed<K>[] {
  const contributions = useStore(store);
  return useMemo(() => contributed(contributions, kind), [contributions, kind]);
}

/** Throws when something of `next` is contributed already, or twice in it. */
export function refuseDuplicates(present: readonly Contribution[], next: Contribution): void {
  if (present.some(({ id }) => id === next.id))
    throw new Error(`The contribution "${next.id}" is there already`);
  for (const kind of kinds) {
    const seen = new Set(contributed(present, kind).map(({ id }) => id));
    for (const { id } of contributed([next], kind)) {
      if (seen.has(id))
        throw new Error(`"${id}" is contributed twice to ${kind}, the second time by "${next.id}"`);
      seen.add(id);
    }
  }
}

/** What is shown instead of the window while nobody is signed in. */
export function useGate(store: Readable<readonly Contribution[]>): Contribution["gate"] {
  return useStore(store).find(({ gate }) => gate)?.gate;
}

/** The page that has this address to itself. */
export function pageAt(
  contributions: readonly Contribution[],
  path: string,
): Contributed<"pages"> | undefined {
  return contributed(contributions, "pages").find((page) => page.path === path.replace(/\/$/, ""));
}
