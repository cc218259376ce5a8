import { checkReply, type Finding, type ReplyContext } from "@parley/shared/policy";
import type { EntityManager } from "typeorm";
import type { Conversation } from "../inbox/conversation.entity.ts";
import { brandPolicy } from "../policy/brand-policy.ts";
import type { Draft, Revision } from "./draft.entity.ts";
import { conversationContext } from "./reply-context.ts";
import { writtenIn } from "./written-in.ts";

export interface Verdict {
  readonly policyDigest: string;
  readonly findings: readonly Finding[];
}

export interface Checked {
  readonly conversation: Conversation;
  readonly draft: Pick<Draft, "visibility">;
  readonly revision: Pick<Revision, "body" | "unresolved" | "templateUses">;
  readonly now: Date;
}

/** Check a revision with the rules in force: the same engine as in the browser, whose verdict is never trusted. */
export async function checkDraft(db: EntityManager, checked: Checked): Promise<Verdict> {
  const { conversation, draft, revision, now } = checked;
  const policy = await brandPolicy(db, conversation.brandId);
  const base = await conversationContext(db, conversation, { visibility: draft.visibility, now });
  const language = await writtenIn(revision.body, base.among);
  const findings = checkReply(revision.body, { ...base, ...draftContext(revision), language }, policy);
  return { policyDigest: policy.digest, findings };
}

/** The draft's own side of a check. */
function draftContext({ unresolved, templateUses }: Checked["revision"]) {
  const use = templateUses.at(-1);
  return {
    placeholders: unresolved,
    ...(use ? { variant: use.locale, template: use.text } : {}),
  } satisfies Partial<ReplyContext>;
}
