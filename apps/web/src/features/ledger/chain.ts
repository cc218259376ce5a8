/** An event as far as its place in the chain is concerned. */
export interface Link {
  readonly id: string;
  readonly action: string;
  readonly actorId: string;
  readonly at: string;
  readonly subjectId: string;
  readonly streamSeq: number;
  /** The recorded bytes, as text. */
  readonly leaf: string;
  /** SHA-256 of 0x00 and the leaf, in hex. */
  readonly leafHash: string;
}

/** What does not fit: the hash, the link to the event before, or what is shown beside the leaf. */
export type Flaw = "hash" | "link" | "shown";

/** SHA-256 of some bytes, in hex. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

/** Recompute a chain from its beginning. Gives what does not fit, by event; an empty map means that all of it does. */
export async function flawsOf(chain: readonly Link[], digest: Digest): Promise<ReadonlyMap<string, Flaw>> {
  const flaws = new Map<string, Flaw>();
  const hashes = await Promise.all(chain.map(({ leaf }) => digest(leafBytes(leaf))));
  chain.forEach((link, index) => {
    const before = chain[index - 1];
    if (hashes[index] !== link.leafHash) flaws.set(link.id, "hash");
    else if (!follows(link, before)) flaws.set(link.id, "link");
    else if (!isShownAsRecorded(link)) flaws.set(link.id, "shown");
  });
  return flaws;
}

/** RFC 6962: a leaf's bytes stand behind a zero, so that no inner node can pass for a leaf. */
export function leafBytes(leaf: string): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(leaf);
  const bytes = new Uint8Array(text.length + 1);
  bytes.set(text, 1);
  return bytes;
}

interface Recorded {
  readonly type?: unknown;
  readonly actor?: unknown;
  readonly at?: unknown;
  readonly subject?: unknown;
  readonly seq?: unknown;
  readonly prev?: unknown;
}

function follows(link: Link, before: Link | undefined): boolean {
  const { seq, prev } = JSON.parse(link.leaf) as Recorded;
  return (
    seq === (before?.streamSeq ?? 0) + 1 && seq === link.streamSeq && prev === (before?.leafHash ?? null)
  );
}

function isShownAsRecorded({ leaf, action, actorId, at, subjectId }: Link): boolean {
  const { type, actor, at: recordedAt, subject } = JSON.parse(leaf) as Recorded;
  return (
    type === action &&
    actor === actorId &&
    subject === subjectId &&
    Date.parse(String(recordedAt)) === Date.parse(at)
  );
}

/** The browser's SHA-256; null where a page is not served securely and has none. */
export const browserDigest: Digest | null =
  typeof crypto !== "undefined" && crypto.subtle
    ? async (bytes) => {
        const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
        return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      }
    : null;
