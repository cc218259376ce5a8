import { createHash } from "node:crypto";
import { canonicalJson } from "@parley/shared/ledger";
import { DomainError } from "../base/errors.ts";
import type { ActAs, Tx } from "../base/tx.ts";
import type { Viewer } from "../base/viewer.ts";
import type { Conversation, Visibility } from "../inbox/conversation.entity.ts";
import { lockConversation } from "../inbox/work.ts";
import { staleRevisions } from "../template/live-variants.ts";
import { Draft, Revision, type TemplateUse, type Unresolved } from "./draft.entity.ts";

/** Longest reply that can be stored, in UTF-16 code units; channels allow far less. */
const LONGEST = 20_000;

export interface Saved {
  readonly conversationId: string;
  readonly visibility: Visibility;
  readonly body: string;
  readonly language: string | null;
  readonly unresolved: readonly Unresolved[];
  readonly templateUses: readonly TemplateUse[];
  /** The revision the text was changed from; null when it is the first. */
  readonly baseId: string | null;
  /** Made by the client for each save: a repeated request changes nothing. */
  readonly clientId: string;
}

export interface SaveResult {
  readonly draft: Draft;
  /** What was just stored. */
  readonly revision: Revision;
  /** What somebody else wrote meanwhile. Both texts are kept; saving again on top of this one decides. */
  readonly conflict: Revision | null;
}

interface Done extends SaveResult {
  readonly conversation: Conversation;
  readonly repeated: boolean;
}

/** Store what was typed, as a revision. Nothing is overwritten: a text that came too late is kept beside the other. */
export function saveDraft(act: ActAs, saved: Saved): Promise<SaveResult> {
  refuseUnfit(saved);
  return act({
    do: async (tx, by): Promise<Done> => {
      const conversation = await lockConversation(tx, by, {
        id: saved.conversationId,
        ability: "reply.write",
      });
      const draft =
        (await openDraft(tx, saved)) ??
        (await newDraft(tx, by, { conversation, visibility: saved.visibility }));
      const before = await tx.findOneBy(Revision, { authorId: by.id, clientId: saved.clientId });
      if (before)
        return { draft, revision: same(before, saved), conflict: null, conversation, repeated: true };
      if (draft.state === "queued") throw new DomainError("CANNOT_EDIT_SENT");
      await refuseStaleTemplates(tx, draft, saved);
      const late = draft.headId !== saved.baseId;
      const revision = await addRevision(tx, by, { draft, saved });
      const conflict = late && draft.headId ? await tx.findOneByOrFail(Revision, { id: draft.headId }) : null;
      if (!conflict) await moveHead(tx, draft, revision);
      return {
        draft: await tx.findOneByOrFail(Draft, { id: draft.id }),
        revision,
        conflict,
        conversation,
        repeated: false,
      };
    },
    record: ({ draft, revision, conflict, conversation, repeated }) =>
      repeated
        ? []
        : {
            action: conflict ? "draft.saved_beside" : "draft.saved",
            brandId: draft.brandId,
            conversationId: conversation.id,
            subjectId: draft.id,
            dataSubjectId: conversation.customerId,
            payload: { body: revision.body, ...reasonsOf(revision) },
            facts: {
              revision: revision.n,
              revision_sha256: revision.hash.toString("hex"),
              templates: revision.templateUses.map(({ templateRevisionId }) => templateRevisionId),
              used_stale: revision.templateUses
                .filter(({ useAnywayReason }) => useAnywayReason)
                .map(({ templateRevisionId }) => templateRevisionId),
            },
          },
    changes: ({ draft, repeated }) =>
      repeated
        ? []
        : [{ kind: "draft", id: draft.id, brandId: draft.brandId, conversationId: draft.conversationId }],
  });
}

/** A template whose source says something else by now goes in only with a reason; what stands in the draft already may stay. */
async function refuseStaleTemplates(tx: Tx, draft: Draft, { templateUses, baseId }: Saved): Promise<void> {
  const bare = templateUses.filter(({ useAnywayReason }) => !useAnywayReason?.trim());
  if (bare.length === 0) return;
  const base = baseId ? await tx.findOneBy(Revision, { id: baseId }) : null;
  const known = new Set(base?.templateUses.map(({ templateRevisionId }) => templateRevisionId));
  const added = bare.map(({ templateRevisionId }) => templateRevisionId).filter((id) => !known.has(id));
  const stale = await staleRevisions(tx, draft.brandId, added);
  const withheld = [...stale].find(([, level]) => level === "contract");
  if (withheld)
    throw new DomainError("REASON_REQUIRED", { field: "useAnywayReason", templateRevisionId: withheld[0] });
}

/** Why stale templates were used: an agent's own words. */
function reasonsOf({ templateUses }: Revision) {
  const reasons = templateUses.flatMap(({ templateRevisionId, useAnywayReason }) =>
    useAnywayReason ? [{ template: templateRevisionId, reason: useAnywayReason }] : [],
  );
  return reasons.length > 0 ? { use_anyway: reasons } : {};
}

function refuseUnfit({ body, unresolved }: Saved): void {
  if (body.length > LONGEST) throw new DomainError("TOO_LARGE", { field: "body", most: LONGEST });
  const outside = unresolved.some(({ start, end }) => start < 0 || end < start || end > body.length);
  if (outside) throw new DomainError("BAD_USER_INPUT", { field: "unresolved" });
}

/** The same key with other words is a client's mistake: neither text may be lost by it. */
function same(revision: Revision, { body }: Saved): Revision {
  if (revision.body !== body) throw new DomainError("SAME_KEY_OTHER_CONTENT", { field: "clientId" });
  return revision;
}

function openDraft(tx: Tx, { conversationId, visibility }: Saved): Promise<Draft | null> {
  return tx
    .createQueryBuilder(Draft, "d")
    .where("d.conversationId = :conversationId AND d.visibility = :visibility", {
      conversationId,
      visibility,
    })
    .andWhere("d.state IN ('open', 'in_review', 'changes_requested', 'queued')")
    .setLock("for_no_key_update")
    .getOne();
}

async function newDraft(
  tx: Tx,
  by: Viewer,
  { conversation, visibility }: { conversation: Conversation; visibility: Visibility },
): Promise<Draft> {
  if (conversation.visibility === "private" && visibility === "public") {
    throw new DomainError("BAD_USER_INPUT", { field: "visibility" });
  }
  const { id } = await tx.save(Draft, {
    brandId: conversation.brandId,
    conversationId: conversation.id,
    visibility,
    state: "open" as const,
    authorId: by.id,
  });
  return tx.findOneByOrFail(Draft, { id });
}

async function addRevision(
  tx: Tx,
  by: Viewer,
  { draft, saved }: { draft: Draft; saved: Saved },
): Promise<Revision> {
  const n = 1 + (await tx.countBy(Revision, { draftId: draft.id }));
  const { id } = await tx.save(Revision, {
    brandId: draft.brandId,
    draftId: draft.id,
    n,
    parentId: saved.baseId,
    authorId: by.id,
    body: saved.body,
    language: saved.language,
    unresolved: saved.unresolved,
    templateUses: saved.templateUses,
    hash: hashRevision(draft, saved),
    clientId: saved.clientId,
  });
  return tx.findOneByOrFail(Revision, { id });
}

/** A text that changes while it is being reviewed is no more the one that was asked about. */
async function moveHead(tx: Tx, draft: Draft, revision: Revision): Promise<void> {
  const state = draft.state === "in_review" ? "open" : draft.state;
  await tx.update(Draft, { id: draft.id }, { headId: revision.id, state });
}

/** What an approval and a send are bound to: the words, the language they are meant in, their target and templates. */
function hashRevision(draft: Draft, { body, language, templateUses }: Saved): Buffer {
  const text = canonicalJson({
    body: body.toWellFormed(),
    language,
    conversation: draft.conversationId,
    visibility: draft.visibility,
    templates: templateUses.map(({ templateRevisionId }) => templateRevisionId),
  });
  return createHash("sha256").update(text).digest();
}
