import type { Client } from "pg";
import { hashLeaf } from "./seal.ts";

/** Where the stored ledger contradicts itself. */
export interface Breach {
  readonly stream: string;
  readonly seq: number;
  /** `hash`: the leaf's bytes were changed. `chain`: an event is missing, moved or replaced. `row`: columns contradict the leaf. */
  readonly kind: "hash" | "chain" | "row";
}

export interface ChainReport {
  readonly events: number;
  readonly streams: number;
  readonly breaches: readonly Breach[];
}

interface StoredEvent {
  readonly stream: string;
  readonly seq: number;
  readonly prev: Buffer | null;
  readonly leafBytes: Buffer;
  readonly leafHash: Buffer;
  readonly action: string;
  readonly actor: string;
}

const PAGE = 5000;

/** Recompute every chain from the stored bytes. Reads in pages, with the role that may see the whole ledger. */
export async function verifyChains(client: Client): Promise<ChainReport> {
  const breaches: Breach[] = [];
  let events = 0;
  let streams = 0;
  let last: StoredEvent | null = null;
  for await (const event of allEvents(client)) {
    const before: StoredEvent | null = follows(last, event) ? last : null;
    events += 1;
    streams += before ? 0 : 1;
    const kind = breachOf(event, before);
    if (kind) breaches.push({ stream: event.stream, seq: event.seq, kind });
    last = event;
  }
  return { events, streams, breaches };
}

const follows = (last: StoredEvent | null, event: StoredEvent): boolean => last?.stream === event.stream;

async function* allEvents(client: Client): AsyncGenerator<StoredEvent> {
  let page: StoredEvent[] = [];
  do {
    page = await readPage(client, page.at(-1) ?? null);
    yield* page;
  } while (page.length === PAGE);
}

function breachOf(event: StoredEvent, before: StoredEvent | null): Breach["kind"] | null {
  if (!hashLeaf(event.leafBytes).equals(event.leafHash)) return "hash";
  const expected = before?.leafHash ?? null;
  const linked = expected === null ? event.prev === null : event.prev?.equals(expected) === true;
  if (!linked || event.seq !== (before?.seq ?? 0) + 1) return "chain";
  const leaf = JSON.parse(event.leafBytes.toString("utf8")) as Readonly<Record<string, unknown>>;
  const same =
    leaf.stream === event.stream &&
    leaf.seq === event.seq &&
    leaf.type === event.action &&
    leaf.actor === event.actor &&
    leaf.prev === (event.prev?.toString("hex") ?? null);
  return same ? null : "row";
}

async function readPage(client: Client, after: StoredEvent | null): Promise<StoredEvent[]> {
  const { rows } = await client.query<StoredEvent>(
    `SELECT stream_id AS stream, stream_seq AS seq, prev_leaf AS prev, leaf_bytes AS "leafBytes", leaf_hash AS "leafHash",
       action, actor_id AS actor FROM audit.event
     WHERE $1::uuid IS NULL OR (stream_id, stream_seq) > ($1, $2::int) ORDER BY stream_id, stream_seq LIMIT ${PAGE}`,
    [after?.stream ?? null, after?.seq ?? null],
  );
  return rows;
}
