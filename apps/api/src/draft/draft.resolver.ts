import { GraphQLJSONObject } from "graphql-scalars";
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { Context } from "../base/context.ts";
import { Requires } from "../base/requires.ts";
import { Conversation, Visibility } from "../inbox/conversation.entity.ts";
import { Member } from "../member/member.entity.ts";
import { discardDraft } from "./discard-draft.ts";
import { Draft, Revision } from "./draft.entity.ts";
import { SaveInput, SaveOutcome, TemplateUseView, UnresolvedSpan } from "./draft-inputs.ts";
import { conversationContext } from "./reply-context.ts";
import { saveDraft } from "./save-draft.ts";

/** States in which a draft can still become a reply. */
const ALIVE = ["open", "in_review", "changes_requested", "queued"] as const;

@Resolver(() => Draft)
export class DraftResolver {
  @Query(() => [Draft], { description: "Replies the viewer began and has not sent, newest first." })
  @Requires("reply.write")
  myDrafts(@Ctx() { read, viewer }: Context) {
    return read((db) =>
      db.find(Draft, {
        where: { authorId: viewer.id, state: In(["open", "in_review", "changes_requested"]) },
        order: { updatedAt: "DESC" },
        take: 100,
      }),
    );
  }

  @Mutation(() => SaveOutcome, { description: "Store what was typed. Nothing is ever overwritten." })
  @Requires("reply.write")
  saveDraft(@Arg("save", () => SaveInput) save: SaveInput, @Ctx() { act }: Context) {
    const { language = null, baseId = null } = save;
    return saveDraft(act, { ...save, language, baseId });
  }

  @Mutation(() => Draft, { description: "Put a draft away; its revisions stay in the ledger." })
  @Requires("reply.write")
  discardDraft(@Arg("id", () => ID) id: string, @Ctx() { act }: Context) {
    return discardDraft(act, id);
  }

  @FieldResolver(() => Conversation)
  conversation(@Root() { conversationId }: Draft, @Ctx() { load }: Context) {
    return load.one(Conversation, conversationId);
  }

  @FieldResolver(() => Member, { nullable: true, description: "Who began it." })
  author(@Root() { authorId }: Draft, @Ctx() { load }: Context) {
    return load.one(Member, authorId);
  }

  @FieldResolver(() => Revision, { nullable: true, description: "The text as it stands." })
  head(@Root() { headId }: Draft, @Ctx() { load }: Context) {
    return headId ? load.one(Revision, headId) : null;
  }

  @FieldResolver(() => [Revision], { description: "All saved states, oldest first." })
  revisions(@Root() { id }: Draft, @Ctx() { load }: Context) {
    return load.many(Revision, { column: "draftId", value: id, orderBy: "n" });
  }
}

@Resolver(() => Revision)
export class RevisionResolver {
  @FieldResolver(() => Member, { nullable: true })
  author(@Root() { authorId }: Revision, @Ctx() { load }: Context) {
    return load.one(Member, authorId);
  }

  @FieldResolver(() => [UnresolvedSpan])
  unresolved(@Root() { unresolved }: Revision) {
    return unresolved;
  }

  @FieldResolver(() => [TemplateUseView])
  templateUses(@Root() { templateUses }: Revision) {
    return templateUses;
  }

  @FieldResolver(() => String, { description: "SHA-256 over words, language, target and templates, in hex." })
  hash(@Root() { hash }: Revision) {
    return hash.toString("hex");
  }
}

/** What the conversation has to do with drafts. */
@Resolver(() => Conversation)
export class ConversationDraftResolver {
  @FieldResolver(() => [Draft], { description: "Replies being written, reviewed or sent." })
  async drafts(@Root() { id }: Conversation, @Ctx() { load }: Context) {
    const drafts = await load.many(Draft, { column: "conversationId", value: id, orderBy: "updatedAt" });
    return drafts.filter(({ state }) => (ALIVE as readonly string[]).includes(state));
  }

  @FieldResolver(() => [Draft], {
    description: "Every reply that was ever begun here, oldest change first.",
  })
  everyDraft(@Root() { id }: Conversation, @Ctx() { load }: Context) {
    return load.many(Draft, { column: "conversationId", value: id, orderBy: "updatedAt" });
  }

  @FieldResolver(() => GraphQLJSONObject, {
    description: "What the rules know of a reply here besides its text: `ReplyContext` of the policy engine.",
  })
  replyContext(
    @Arg("visibility", () => Visibility) visibility: Visibility,
    @Root() conversation: Conversation,
    @Ctx() { read, viewer }: Context,
  ) {
    const memberId = viewer.kind === "member" ? viewer.id : null;
    const asked = { visibility, now: new Date(), memberId };
    return read((db) => conversationContext(db, conversation, asked));
  }
}
