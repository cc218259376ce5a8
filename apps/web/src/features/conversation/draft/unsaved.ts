import type { Unsaved } from "./draft-keeper.ts";
import type { DraftText } from "./draft-text.ts";

export type Visibility = "public" | "private";

/** Whose text, of which conversation, for whom to read. */
export interface TextPlace {
  readonly memberId: string;
  readonly conversationId: string;
  readonly visibility: Visibility | "note";
}

export interface DraftPlace extends TextPlace {
  readonly visibility: Visibility;
}

/** What a page left in this browser, and where it belongs. */
export interface LeftBehind extends TextPlace {
  readonly unsaved: Unsaved;
  /** Take it away once it is somewhere else. */
  readonly forget: () => void;
}

const PREFIX = "parley.unsaved.";
/** This page. Two tabs never write to one entry. */
const tab = crypto.randomUUID();
const lockOf = (id: string) => `parley.tab.${id}`;

/** Hold this page's sign of life for as long as it lives. Browsers know locks only over HTTPS or on this machine. */
void navigator.locks?.request(lockOf(tab), () => new Promise(() => undefined));

/** Keep a text that the server does not have yet, or take it away. */
export function backUp(place: TextPlace, unsaved: Unsaved | null): void {
  const key = keyOf(place, tab);
  try {
    if (unsaved) localStorage.setItem(key, JSON.stringify(unsaved));
    else localStorage.removeItem(key);
  } catch {
    // A full or forbidden storage must not stop anyone from writing: the server has the text a moment later.
  }
}

/** What pages that live no more left behind for this member. */
export async function leftBehind(memberId: string): Promise<readonly LeftBehind[]> {
  const living = await livingTabs();
  return storedKeys().flatMap((key) => {
    const place = placeOf(key);
    if (place?.memberId !== memberId || living.has(place.tab)) return [];
    const unsaved = read(localStorage.getItem(key));
    const forget = () => localStorage.removeItem(key);
    if (!unsaved) forget();
    return unsaved ? [{ ...place, unsaved, forget }] : [];
  });
}

/** Take away all that a member who signs out has in this browser. */
export function forgetAll(memberId: string): void {
  for (const key of storedKeys()) if (placeOf(key)?.memberId === memberId) localStorage.removeItem(key);
}

function storedKeys(): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

async function livingTabs(): Promise<ReadonlySet<string>> {
  const held = (await navigator.locks?.query())?.held ?? [];
  const names = held.flatMap(({ name }) =>
    name?.startsWith(lockOf("")) ? [name.slice(lockOf("").length)] : [],
  );
  return new Set([tab, ...names]);
}

export function keyOf({ memberId, conversationId, visibility }: TextPlace, inTab: string): string {
  return `${PREFIX}${[memberId, inTab, conversationId, visibility].join(".")}`;
}

export function placeOf(key: string): (TextPlace & { readonly tab: string }) | null {
  const [memberId, inTab, conversationId, visibility] = key.slice(PREFIX.length).split(".");
  if (!memberId || !inTab || !conversationId) return null;
  if (visibility !== "public" && visibility !== "private" && visibility !== "note") return null;
  return { memberId, tab: inTab, conversationId, visibility };
}

/** What was stored, as a text again; null when it is not understood. */
export function read(stored: string | null): Unsaved | null {
  const found = parsed(stored);
  const text = found?.text as Partial<DraftText> | undefined;
  if (typeof text?.body !== "string") return null;
  return {
    text: {
      body: text.body,
      language: typeof text.language === "string" ? text.language : null,
      uses: Array.isArray(text.uses) ? text.uses : [],
      variables: typeof text.variables === "object" && text.variables !== null ? text.variables : {},
    },
    baseId: typeof found?.baseId === "string" ? found.baseId : null,
  };
}

function parsed(stored: string | null): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(stored ?? "null");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
