import { Arg, Ctx, FieldResolver, Float, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { Context } from "../base/context.ts";
import { Requires } from "../base/requires.ts";
import { brandsWhere } from "../base/viewer.ts";
import { Draft, Revision } from "../draft/draft.entity.ts";
import { ReplyCheck } from "../draft/reply-check.entity.ts";
import { Member } from "../member/member.entity.ts";
import { Attempt, OutboxItem } from "../outbox/outbox-item.entity.ts";
import { Approval } from "./approval.entity.ts";
import { contributorsOf } from "./contributors.ts";
import { approveReply, requestChanges } from "./decide.ts";
import { resolveDelivery } from "./resolve-delivery.ts";
import {
  ApproveInput,
  FindingView,
  OverrideView,
  RequestChangesInput,
  SendInput,
  SendOutcome,
  Verdict,
} from "./review-inputs.ts";
import { sendReply } from "./send-reply.ts";
import { undoSend } from "./undo-send.ts";
import { verdictOn } from "./verdict.ts";

@Resolver(() => Draft)
export class ReviewResolver {
  @Query(() => [Draft], { description: "Replies that wait for a second person, longest waiting first." })
  @Requires("reply.decide")
  reviewQueue(@Ctx() { read, viewer }: Context) {
    return read((db) =>
      db.find(Draft, {
        where: { state: "in_review", brandId: In([...brandsWhere(viewer, "reply.decide")]) },
        order: { updatedAt: "ASC" },
        take: 200,
      }),
    );
  }

  @Mutation(() => SendOutcome, {
    description: "Send a reply, or ask for a second person where the brand wants one.",
  })
  @Requires("reply.write")
  sendReply(@Arg("send", () => SendInput) send: SendInput, @Ctx() { act }: Context) {
    return sendReply(act, send);
  }

  @Mutation(() => Draft, { description: "Take a reply back before its first try." })
  @Requires("reply.write")
  undoSend(@Arg("itemId", () => ID) itemId: string, @Ctx() { act }: Context) {
    return undoSend(act, itemId);
  }

  @Mutation(() => OutboxItem, { description: "Say what became of a reply whose answer was lost." })
  @Requires("reply.write")
  resolveDelivery(
    @Arg("itemId", () => ID) itemId: string,
    @Arg("arrived", () => Boolean, { description: "True: it is on the platform. False: send it again." })
    arrived: boolean,
    @Ctx() { act }: Context,
  ) {
    return resolveDelivery(act, { itemId, arrived });
  }

  @Mutation(() => SendOutcome, { description: "Approve exactly these words and queue them to be sent." })
  @Requires("reply.decide")
  approveReply(@Arg("approve", () => ApproveInput) approve: ApproveInput, @Ctx() { act }: Context) {
    return approveReply(act, approve);
  }

  @Mutation(() => Draft, { description: "Send a reply back to its author, with the reason." })
  @Requires("reply.decide")
  async requestChanges(
    @Arg("request", () => RequestChangesInput) request: RequestChangesInput,
    @Ctx() { act }: Context,
  ) {
    return (await requestChanges(act, request)).draft;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: "How far the sent reply has moved from the templates in it, 0 to 1; none without templates.",
  })
  async madePersonal(@Root() { id }: Draft, @Ctx() { read }: Context): Promise<number | null> {
    const [row] = await read((db) =>
      db.query<{ share: number }[]>(
        "SELECT made_personal AS share FROM template_use WHERE draft_id = $1 ORDER BY sent_at DESC LIMIT 1",
        [id],
      ),
    );
    return row?.share ?? null;
  }

  @FieldResolver(() => ReplyCheck, { nullable: true, description: "The newest verdict." })
  async check(@Root() { id }: Draft, @Ctx() { load }: Context) {
    const checks = await load.many(ReplyCheck, { column: "draftId", value: id, orderBy: "createdAt" });
    return checks.at(-1) ?? null;
  }

  @FieldResolver(() => Verdict, {
    nullable: true,
    description:
      "What the rules in force say of a reply that waits for a second person: an approval is bound to their digest.",
  })
  verdict(@Root() draft: Draft, @Ctx() { read }: Context) {
    return draft.state === "in_review" ? read((db) => verdictOn(db, draft)) : null;
  }

  @FieldResolver(() => [Approval], { description: "What reviewers answered, oldest first." })
  approvals(@Root() { id }: Draft, @Ctx() { load }: Context) {
    return load.many(Approval, { column: "draftId", value: id, orderBy: "createdAt" });
  }

  @FieldResolver(() => OutboxItem, { nullable: true, description: "Its newest way through the outbox." })
  async delivery(@Root() { id }: Draft, @Ctx() { load }: Context) {
    const items = await load.many(OutboxItem, { column: "draftId", value: id, orderBy: "createdAt" });
    return items.at(-1) ?? null;
  }

  @FieldResolver(() => [Member], { description: "Everybody who wrote a part of the text as it stands." })
  async contributors(@Root() { headId }: Draft, @Ctx() { read }: Context) {
    if (!headId) return [];
    return read(async (db) => db.findBy(Member, { id: In([...(await contributorsOf(db, headId))]) }));
  }
}

@Resolver(() => OutboxItem)
export class OutboxItemResolver {
  @FieldResolver(() => [Attempt], { description: "Its tries, oldest first." })
  attempts(@Root() { id }: OutboxItem, @Ctx() { load }: Context) {
    return load.many(Attempt, { column: "outboxItemId", value: id, orderBy: "n" });
  }

  @FieldResolver(() => Member, { nullable: true })
  sender(@Root() { senderId }: OutboxItem, @Ctx() { load }: Context) {
    return load.one(Member, senderId);
  }
}

@Resolver(() => Approval)
export class ApprovalResolver {
  @FieldResolver(() => Member, { nullable: true })
  approver(@Root() { approverId }: Approval, @Ctx() { load }: Context) {
    return load.one(Member, approverId);
  }

  @FieldResolver(() => Revision, { nullable: true })
  revision(@Root() { revisionId }: Approval, @Ctx() { load }: Context) {
    return load.one(Revision, revisionId);
  }
}

@Resolver(() => ReplyCheck)
export class ReplyCheckResolver {
  @FieldResolver(() => Member, { nullable: true, description: "Who asked for it to be sent." })
  author(@Root() { authorId }: ReplyCheck, @Ctx() { load }: Context) {
    return load.one(Member, authorId);
  }

  @FieldResolver(() => [FindingView])
  findings(@Root() { findings }: ReplyCheck) {
    return findings;
  }

  @FieldResolver(() => [OverrideView])
  overrides(@Root() { overrides }: ReplyCheck) {
    return overrides;
  }
}
