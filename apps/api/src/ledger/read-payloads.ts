import type { KeyObject } from "node:crypto";
import DataLoader from "dataloader";
import { type EntityManager, In } from "typeorm";
import type { Read, Words } from "../base/context.ts";
import { LedgerPayload, SubjectKey } from "./event.entity.ts";
import { unseal, unwrapKey } from "./seal.ts";

/** Loads the words of events, batched, in the request's read transaction. */
export const wordsLoader = (read: Read, workspaceKey: KeyObject): DataLoader<string, Words | null> =>
  new DataLoader((eventIds) => read((db) => readWords(db, eventIds, workspaceKey)));

/** Decrypt the payloads that the transaction's viewer may read; null where there is none any more. */
async function readWords(
  db: EntityManager,
  eventIds: readonly string[],
  workspaceKey: KeyObject,
): Promise<readonly (Words | null)[]> {
  const payloads = await db.findBy(LedgerPayload, { eventId: In([...eventIds]) });
  const keys = await db.findBy(SubjectKey, { dataSubjectId: In(payloads.map((one) => one.dataSubjectId)) });
  const wrapped = new Map(keys.map((key) => [key.dataSubjectId, key.wrapped]));
  const words = new Map(
    payloads.map((one) => [one.eventId, wordsOf(one, wrapped.get(one.dataSubjectId), workspaceKey)]),
  );
  return eventIds.map((id) => words.get(id) ?? null);
}

function wordsOf(payload: LedgerPayload, wrapped: Buffer | undefined, workspaceKey: KeyObject): Words | null {
  if (!wrapped) return null;
  const { eventId, dataSubjectId } = payload;
  const key = unwrapKey(wrapped, workspaceKey, dataSubjectId);
  return JSON.parse(unseal(payload, key, { eventId, dataSubjectId }).toString("utf8")) as Words;
}
