import { type KeyObject, randomUUID } from "node:crypto";
import { canonicalJson } from "@parley/shared/ledger";
import { In } from "typeorm";
import type { LedgerRecord, Tx } from "../base/tx.ts";
import { SubjectKey } from "./event.entity.ts";
import { hashLeaf, newKey, type Sealed, seal, unwrapKey, wrapKey } from "./seal.ts";

/** Who records, and the key that wraps the keys of data subjects. */
export interface Recorder {
  readonly actorId: string;
  readonly workspaceKey: KeyObject;
  readonly at: Date;
}

interface Head {
  readonly seq: number;
  readonly hash: Buffer | null;
}

interface Row {
  readonly id: string;
  readonly record: LedgerRecord;
  readonly dataSubjectId: string;
  readonly seq: number;
  readonly prev: Buffer | null;
  readonly leafBytes: Buffer;
  readonly leafHash: Buffer;
  readonly sealed: Sealed | null;
}

/** Add events to their chains, inside the act's transaction. Waits for other acts on the same chains. */
export async function appendEvents(
  tx: Tx,
  records: readonly LedgerRecord[],
  recorder: Recorder,
): Promise<void> {
  if (records.length === 0) return;
  const heads = await chainHeads(tx, [...new Set(records.map(streamOf))].sort());
  const keys = await subjectKeys(tx, records, recorder.workspaceKey);
  const rows: Row[] = [];
  for (const record of records) {
    const head = heads.get(streamOf(record)) ?? { seq: 0, hash: null };
    const row = makeRow(record, head, { recorder, key: keys.get(subjectOf(record)) });
    heads.set(streamOf(record), { seq: row.seq, hash: row.leafHash });
    rows.push(row);
  }
  await insertRows(tx, rows, recorder);
}

const streamOf = (record: LedgerRecord): string => record.conversationId ?? record.brandId;
const subjectOf = (record: LedgerRecord): string => record.dataSubjectId ?? record.brandId;

/** Lock the chains, always in the same order, and read their last events. */
async function chainHeads(tx: Tx, streams: readonly string[]): Promise<Map<string, Head>> {
  await tx.query(
    "SELECT pg_advisory_xact_lock(hashtextextended(s, 0)) FROM unnest($1::text[]) WITH ORDINALITY AS t(s, i) ORDER BY i",
    [streams],
  );
  const rows = await tx.query<{ stream: string; seq: number; hash: Buffer }[]>(
    `SELECT s AS stream, e.stream_seq AS seq, e.leaf_hash AS hash FROM unnest($1::uuid[]) AS s
     CROSS JOIN LATERAL (SELECT stream_seq, leaf_hash FROM audit.event WHERE stream_id = s ORDER BY stream_seq DESC LIMIT 1) e`,
    [streams],
  );
  return new Map(rows.map(({ stream, seq, hash }) => [stream, { seq, hash }]));
}

function makeRow(
  record: LedgerRecord,
  head: Head,
  given: { recorder: Recorder; key: KeyObject | undefined },
): Row {
  const id = randomUUID();
  const dataSubjectId = subjectOf(record);
  const sealed =
    record.payload && given.key
      ? seal(Buffer.from(canonicalJson(record.payload)), given.key, { eventId: id, dataSubjectId })
      : null;
  const leafBytes = Buffer.from(
    canonicalJson({
      v: 1,
      type: record.action,
      stream: streamOf(record),
      seq: head.seq + 1,
      at: given.recorder.at.toISOString(),
      actor: given.recorder.actorId,
      subject: record.subjectId,
      subject_ref: dataSubjectId,
      payload: sealed
        ? { ct_sha256: sealed.ciphertextHash, pt_commit: sealed.commitment, key_ref: dataSubjectId }
        : null,
      facts: record.facts ?? {},
      prev: head.hash?.toString("hex") ?? null,
    }),
  );
  const leafHash = hashLeaf(leafBytes);
  return { id, record, dataSubjectId, seq: head.seq + 1, prev: head.hash, leafBytes, leafHash, sealed };
}

async function insertRows(tx: Tx, rows: readonly Row[], { actorId, at }: Recorder): Promise<void> {
  await tx.query(
    `INSERT INTO audit.event (id, brand_id, stream_id, stream_seq, prev_leaf, action, subject_id, leaf_bytes, leaf_hash, actor_id, at)
     SELECT *, $10::uuid, $11::timestamptz
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::bytea[], $6::text[], $7::uuid[], $8::bytea[], $9::bytea[])`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.record.brandId),
      rows.map((row) => streamOf(row.record)),
      rows.map((row) => row.seq),
      rows.map((row) => row.prev),
      rows.map((row) => row.record.action),
      rows.map((row) => row.record.subjectId),
      rows.map((row) => row.leafBytes),
      rows.map((row) => row.leafHash),
      actorId,
      at,
    ],
  );
  const sealed = rows.flatMap((row) => (row.sealed ? [{ ...row, ...row.sealed }] : []));
  if (sealed.length === 0) return;
  await tx.query(
    `INSERT INTO audit.payload (event_id, brand_id, data_subject_id, nonce, ciphertext)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bytea[], $5::bytea[])`,
    [
      sealed.map((row) => row.id),
      sealed.map((row) => row.record.brandId),
      sealed.map((row) => row.dataSubjectId),
      sealed.map((row) => row.nonce),
      sealed.map((row) => row.ciphertext),
    ],
  );
}

/** The keys of all data subjects with a payload, made at the first event about them. */
async function subjectKeys(
  tx: Tx,
  records: readonly LedgerRecord[],
  workspaceKey: KeyObject,
): Promise<ReadonlyMap<string, KeyObject>> {
  const brands = new Map(records.filter((r) => r.payload).map((r) => [subjectOf(r), r.brandId]));
  if (brands.size === 0) return new Map();
  const ids = [...brands.keys()].sort();
  const fresh = new Map(ids.map((id) => [id, newKey()]));
  const made = await tx.query<{ id: string }[]>(
    `INSERT INTO audit.subject_key (data_subject_id, brand_id, wrapped)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bytea[]) ON CONFLICT DO NOTHING RETURNING data_subject_id AS id`,
    [
      ids,
      ids.map((id) => brands.get(id)),
      ids.map((id) => wrapKey(fresh.get(id) ?? newKey(), workspaceKey, id)),
    ],
  );
  const mine = new Set(made.map(({ id }) => id));
  const others = await tx.findBy(SubjectKey, { dataSubjectId: In(ids.filter((id) => !mine.has(id))) });
  for (const { dataSubjectId, wrapped } of others) {
    fresh.set(dataSubjectId, unwrapKey(wrapped, workspaceKey, dataSubjectId));
  }
  return fresh;
}
