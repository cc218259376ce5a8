import { DomainError } from "../base/errors.ts";
import type { ActAs } from "../base/tx.ts";
import { VariantComment } from "./decision.entity.ts";
import { EITHER, type LockedVariant, lockVariant, recordOf, variantChanged } from "./lock-variant.ts";
import { needed } from "./needed.ts";
import { TemplateRevision } from "./template.entity.ts";

export interface NewComment {
  readonly templateRevisionId: string;
  readonly block: number | null;
  readonly body: string;
}

interface Commented extends LockedVariant {
  readonly comment: VariantComment;
}

const LONGEST = 4000;

/** Say something about a revision. Whoever may write or approve templates may. */
export function commentRevision(
  act: ActAs,
  { templateRevisionId, block, body }: NewComment,
): Promise<Commented> {
  const words = needed(body);
  if (words.length > LONGEST) throw new DomainError("TOO_LARGE", { field: "body", most: LONGEST });
  return act({
    do: async (tx, by): Promise<Commented> => {
      const revision = await tx.findOneBy(TemplateRevision, { id: templateRevisionId });
      if (!revision) throw new DomainError("NOT_FOUND", { templateRevision: templateRevisionId });
      const locked = await lockVariant(tx, by, { variantId: revision.variantId, ability: EITHER });
      const { brandId, id: variantId } = locked.variant;
      const { id } = await tx.save(VariantComment, {
        brandId,
        variantId,
        revisionId: revision.id,
        block,
        body: words,
        authorId: by.id,
      });
      return { ...locked, comment: await tx.findOneByOrFail(VariantComment, { id }) };
    },
    record: (done) => commentRecord(done, "template.commented", { body: words }),
    changes: ({ variant }) => [variantChanged(variant)],
  });
}

/** Say that a comment is dealt with. */
export function resolveComment(act: ActAs, commentId: string): Promise<Commented> {
  return act({
    do: async (tx, by): Promise<Commented> => {
      const comment = await tx.findOneBy(VariantComment, { id: commentId });
      if (!comment) throw new DomainError("NOT_FOUND", { comment: commentId });
      const locked = await lockVariant(tx, by, { variantId: comment.variantId, ability: EITHER });
      if (comment.resolvedAt) throw new DomainError("ALREADY_DECIDED");
      await tx.update(VariantComment, { id: commentId }, { resolvedBy: by.id, resolvedAt: new Date() });
      return { ...locked, comment: await tx.findOneByOrFail(VariantComment, { id: commentId }) };
    },
    record: (done) => commentRecord(done, "template.comment_resolved"),
    changes: ({ variant }) => [variantChanged(variant)],
  });
}

const commentRecord = ({ comment, ...locked }: Commented, action: string, payload?: Record<string, string>) =>
  recordOf(locked, action, {
    ...(payload && { payload }),
    facts: { comment: comment.id, revision_id: comment.revisionId, block: comment.block },
  });
