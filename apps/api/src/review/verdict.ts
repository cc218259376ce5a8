import type { EntityManager } from "typeorm";
import { checkDraft } from "../draft/check-draft.ts";
import { type Draft, Revision } from "../draft/draft.entity.ts";
import { Conversation } from "../inbox/conversation.entity.ts";
import { kept } from "./check-for-sending.ts";
import type { Verdict } from "./review-inputs.ts";

/** What the rules in force say of a draft's text as it stands. Reads only: what is approved is checked again. */
export async function verdictOn(db: EntityManager, draft: Draft): Promise<Verdict> {
  const conversation = await db.findOneByOrFail(Conversation, { id: draft.conversationId });
  const revision = await db.findOneByOrFail(Revision, { id: draft.headId ?? "" });
  const { policyDigest, findings } = await checkDraft(db, { conversation, draft, revision, now: new Date() });
  return {
    policyDigest,
    findings: findings.map((finding) => ({
      ...kept(finding),
      args: finding.args,
      words: finding.words ?? null,
      pack: finding.evidence.pack,
      why: finding.evidence.why,
    })),
  };
}
