/** What somebody writes and has not published, kept in this browser. */
export interface KeptDraft {
  readonly source: string;
  /** The version it was made from; null for a new pack. */
  readonly base: string | null;
}

/** Whose, and of which pack. */
export interface DraftPlace {
  readonly memberId: string;
  readonly brandId: string;
  readonly packId: string;
}

const PREFIX = "parley.pack.";

export const keyOf = ({ memberId, brandId, packId }: DraftPlace): string =>
  `${PREFIX}${memberId}.${brandId}.${packId}`;

/** Keep a text, or take it away; false when the browser refuses. */
export function keepDraft(place: DraftPlace, draft: KeptDraft | null): boolean {
  try {
    if (draft) localStorage.setItem(keyOf(place), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(place));
    return true;
  } catch {
    // A full or forbidden storage: the text stays in the page, which asks before it goes.
    return false;
  }
}

export function keptDraft(place: DraftPlace): KeptDraft | null {
  return readDraft(stored(keyOf(place)));
}

/** The packs of a brand of which a member has something unpublished here. */
export function keptPacks({ memberId, brandId }: Omit<DraftPlace, "packId">): readonly string[] {
  const start = keyOf({ memberId, brandId, packId: "" });
  return storedKeys()
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length));
}

/** What was stored, as a draft again; null when it is not understood. */
export function readDraft(text: string | null): KeptDraft | null {
  try {
    const value: Partial<KeptDraft> | null = JSON.parse(text ?? "null");
    if (typeof value?.source !== "string") return null;
    return { source: value.source, base: typeof value.base === "string" ? value.base : null };
  } catch {
    return null;
  }
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function storedKeys(): readonly string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
