import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../base/context.ts";
import { Requires } from "../base/requires.ts";
import { Member } from "../member/member.entity.ts";
import type { ReportedFinding } from "./check-report.ts";
import { commentRevision, resolveComment } from "./comment-variant.ts";
import { approveRevision, rejectRevision, submitRevision, withdrawRevision } from "./decide-revision.ts";
import { TemplateDecision, VariantComment } from "./decision.entity.ts";
import { findingsNow } from "./findings-now.ts";
import { blockOf, TemplateFindingView } from "./localisation-views.ts";
import { keyOf, liveNow } from "./lock-variant.ts";
import { expectVariant, markAbsent } from "./mark-absent.ts";
import { publishRevision, retireRevision } from "./publish-revision.ts";
import { saveVariant } from "./save-variant.ts";
import { sourceFor, sourceTexts } from "./source-text.ts";
import { confirmStillRight } from "./still-right.ts";
import { Template, TemplateRevision, Variant } from "./template.entity.ts";
import { tickFinding } from "./tick-finding.ts";
import {
  AbsenceInput,
  CommentInput,
  PublishRevisionInput,
  SaveVariantInput,
  StillRightInput,
  TickInput,
} from "./variant-inputs.ts";

@Resolver(() => Variant)
export class VariantResolver {
  @Query(() => Variant, { nullable: true })
  @Requires("conversation.read")
  variant(@Arg("variantId", () => ID) variantId: string, @Ctx() { load }: Context) {
    return load.one(Variant, variantId);
  }

  @Mutation(() => Variant, {
    description: "Store a text as the next revision, with what the checks say. An older base is refused.",
  })
  @Requires("template.write")
  async saveVariant(@Arg("save", () => SaveVariantInput) save: SaveVariantInput, @Ctx() { act }: Context) {
    const { baseId = null, sourceRevisionId = null } = save;
    const blocks = save.blocks.map(blockOf);
    return (await saveVariant(act, { ...save, blocks, baseId, sourceRevisionId, origin: "human" })).variant;
  }

  @Mutation(() => Variant, { description: "Ask for a text to be approved. One with an error is refused." })
  @Requires("template.write")
  async submitRevision(
    @Arg("templateRevisionId", () => ID) templateRevisionId: string,
    @Arg("read", () => Boolean, { defaultValue: false, description: "I have read what a machine wrote." })
    read: boolean,
    @Ctx() { act }: Context,
  ) {
    return (await submitRevision(act, { templateRevisionId, read })).variant;
  }

  @Mutation(() => Variant, { description: "Take a text back from review." })
  @Requires("template.write")
  async withdrawRevision(
    @Arg("templateRevisionId", () => ID) templateRevisionId: string,
    @Ctx() { act }: Context,
  ) {
    return (await withdrawRevision(act, templateRevisionId)).variant;
  }

  @Mutation(() => Variant, {
    description: "Approve exactly this text. Errors and unaccepted warnings refuse.",
  })
  @Requires("template.approve")
  async approveRevision(
    @Arg("templateRevisionId", () => ID) templateRevisionId: string,
    @Ctx() { act }: Context,
  ) {
    return (await approveRevision(act, templateRevisionId)).variant;
  }

  @Mutation(() => Variant, { description: "Send a text back, with the reason." })
  @Requires("template.approve")
  async rejectRevision(
    @Arg("templateRevisionId", () => ID) templateRevisionId: string,
    @Arg("reason", () => String) reason: string,
    @Ctx() { act }: Context,
  ) {
    return (await rejectRevision(act, { templateRevisionId, reason })).variant;
  }

  @Mutation(() => Variant, { description: "Make an approved text live, for a time or without end." })
  @Requires("template.approve")
  async publishRevision(
    @Arg("publish", () => PublishRevisionInput) publish: PublishRevisionInput,
    @Ctx() { act }: Context,
  ) {
    const { templateRevisionId, validFrom = null, validTo = null, liveRevisionId = null } = publish;
    return (await publishRevision(act, { templateRevisionId, validFrom, validTo, liveRevisionId })).variant;
  }

  @Mutation(() => Variant, { description: "Use a text no more, with the reason." })
  @Requires("template.approve")
  async retireRevision(
    @Arg("templateRevisionId", () => ID) templateRevisionId: string,
    @Arg("reason", () => String) reason: string,
    @Ctx() { act }: Context,
  ) {
    return (await retireRevision(act, { templateRevisionId, reason })).variant;
  }

  @Mutation(() => Variant, { description: "Accept a warning in this revision, with the reason." })
  @Requires("signed-in")
  async tickFinding(@Arg("tick", () => TickInput) tick: TickInput, @Ctx() { act }: Context) {
    return (await tickFinding(act, tick)).variant;
  }

  @Mutation(() => Variant, { description: "Say that a text is still right although its source changed." })
  @Requires("template.write")
  async confirmStillRight(
    @Arg("confirm", () => StillRightInput) confirm: StillRightInput,
    @Ctx() { act }: Context,
  ) {
    return (await confirmStillRight(act, confirm)).variant;
  }

  @Mutation(() => Variant, {
    description: "Leave a variant out on purpose, which is not the same as missing.",
  })
  @Requires("template.write")
  async markAbsent(@Arg("absence", () => AbsenceInput) absence: AbsenceInput, @Ctx() { act }: Context) {
    return (await markAbsent(act, absence)).variant;
  }

  @Mutation(() => Variant, { description: "Want a variant after all." })
  @Requires("template.write")
  async expectVariant(@Arg("variantId", () => ID) variantId: string, @Ctx() { act }: Context) {
    return (await expectVariant(act, variantId)).variant;
  }

  @Mutation(() => VariantComment, { description: "Say something about a revision." })
  @Requires("signed-in")
  async commentRevision(@Arg("comment", () => CommentInput) comment: CommentInput, @Ctx() { act }: Context) {
    return (await commentRevision(act, { ...comment, block: comment.block ?? null })).comment;
  }

  @Mutation(() => VariantComment, { description: "Say that a comment is dealt with." })
  @Requires("signed-in")
  async resolveComment(@Arg("commentId", () => ID) commentId: string, @Ctx() { act }: Context) {
    return (await resolveComment(act, commentId)).comment;
  }

  @FieldResolver(() => Template)
  template(@Root() { templateId }: Variant, @Ctx() { load }: Context) {
    return load.one(Template, templateId);
  }

  @FieldResolver(() => [TemplateRevision], { description: "Its revisions, newest first." })
  async revisions(@Root() { id }: Variant, @Ctx() { load }: Context) {
    return [
      ...(await load.many(TemplateRevision, { column: "variantId", value: id, orderBy: "n" })),
    ].reverse();
  }

  @FieldResolver(() => TemplateRevision, { nullable: true, description: "The revision that is used now." })
  async live(@Root() { id }: Variant, @Ctx() { load, read }: Context) {
    const revisionId = await read((db) => liveNow(db, id));
    return revisionId ? load.one(TemplateRevision, revisionId) : null;
  }

  @FieldResolver(() => TemplateRevision, {
    nullable: true,
    description:
      "The source as it is now, from which the variant should be made. None in the source language.",
  })
  source(@Root() variant: Variant, @Ctx() { load, read }: Context) {
    return read(async (db) => {
      const { brandId, templateId } = variant;
      const sources = await sourceTexts(db, { brandId, templateId });
      return sourceFor(sources.get(templateId) ?? [], keyOf(variant));
    }).then((source) => (source ? load.one(TemplateRevision, source.revisionId) : null));
  }

  @FieldResolver(() => [TemplateFindingView], {
    description: "What the checks say of the newest revision at this moment.",
  })
  findings(@Root() variant: Variant, @Ctx() { read }: Context): Promise<readonly ReportedFinding[]> {
    return read((db) => findingsNow(db, variant));
  }

  @FieldResolver(() => [VariantComment], { description: "Oldest first." })
  comments(@Root() { id }: Variant, @Ctx() { load }: Context) {
    return load.many(VariantComment, { column: "variantId", value: id, orderBy: "createdAt" });
  }
}

@Resolver(() => VariantComment)
export class VariantCommentResolver {
  @FieldResolver(() => Member, { nullable: true })
  author(@Root() { authorId }: VariantComment, @Ctx() { load }: Context) {
    return load.one(Member, authorId);
  }

  @FieldResolver(() => Member, { nullable: true })
  resolvedBy(@Root() { resolvedBy }: VariantComment, @Ctx() { load }: Context) {
    return resolvedBy ? load.one(Member, resolvedBy) : null;
  }
}

@Resolver(() => TemplateDecision)
export class TemplateDecisionResolver {
  @FieldResolver(() => Member, { nullable: true, description: "Nobody: Parley brought it." })
  actor(@Root() { actorId }: TemplateDecision, @Ctx() { load }: Context) {
    return actorId ? load.one(Member, actorId) : null;
  }

  @FieldResolver(() => [TemplateFindingView], { description: "What the checks said at that moment." })
  findings(@Root() { checks }: TemplateDecision) {
    return checks?.findings ?? [];
  }
}
