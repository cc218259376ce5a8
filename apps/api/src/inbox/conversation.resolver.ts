import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../base/context.ts";
import { Requires } from "../base/requires.ts";
import { abilityNames, may } from "../base/viewer.ts";
import { Account } from "../brand/account.entity.ts";
import { Brand } from "../brand/brand.entity.ts";
import { type Hidden, hidePersonalData, type Shown } from "../brand/hide-personal-data.ts";
import { Member } from "../member/member.entity.ts";
import { Conversation, ConversationState } from "./conversation.entity.ts";
import {
  ConversationPage,
  countConversations,
  InboxFilter,
  listConversations,
} from "./list-conversations.ts";
import { Customer, Message, Note } from "./message.entity.ts";
import { RevealPurpose, revealMessage } from "./reveal-message.ts";
import { addNote, assignConversation, changeState } from "./work.ts";

@ArgsType()
class InboxArgs {
  @Field(() => InboxFilter, { nullable: true }) filter?: InboxFilter;
  @Field(() => Int, { defaultValue: 30, description: "How many, at most 100." }) first!: number;
  @Field(() => String, { nullable: true, description: "The end of the page before." }) after?: string;
}

@InputType({ description: "Where a conversation is to stand." })
class StateInput {
  @Field(() => ConversationState) state!: ConversationState;
  @Field(() => GraphQLISODateTime, { nullable: true, description: "Until when; only for `snoozed`." })
  snoozedUntil?: Date;
  @Field(() => String, {
    nullable: true,
    description: "Why nothing is answered: a code, when it is done unanswered.",
  })
  unansweredReason?: string;
}

@Resolver(() => Conversation)
export class ConversationResolver {
  @Query(() => ConversationPage, {
    description: "The inbox: conversations of the viewer's brands, newest first.",
  })
  @Requires("conversation.read")
  conversations(
    @Args(() => InboxArgs) { filter = {}, first, after }: InboxArgs,
    @Ctx() { read, viewer }: Context,
  ) {
    return read((db) => listConversations(db, { filter, first, after: after ?? null, viewerId: viewer.id }));
  }

  @Query(() => Int, { description: "How many conversations match, counted up to 1,000." })
  @Requires("conversation.read")
  conversationCount(@Arg("filter", () => InboxFilter) filter: InboxFilter, @Ctx() { read, viewer }: Context) {
    return read((db) => countConversations(db, { filter, viewerId: viewer.id }));
  }

  @Query(() => Conversation, { nullable: true, description: "One conversation." })
  @Requires("conversation.read")
  conversation(@Arg("id", () => ID) id: string, @Ctx() { load }: Context) {
    return load.one(Conversation, id);
  }

  @Mutation(() => Conversation, { description: "Give a conversation to a member, or to nobody." })
  @Requires("conversation.work")
  assignConversation(
    @Arg("id", () => ID) id: string,
    @Arg("assigneeId", () => ID, { nullable: true }) assigneeId: string | null,
    @Ctx() { act }: Context,
  ) {
    return assignConversation(act, { id, assigneeId });
  }

  @Mutation(() => Conversation, { description: "Open, set aside or finish a conversation." })
  @Requires("conversation.work")
  changeConversationState(
    @Arg("id", () => ID) id: string,
    @Arg("change", () => StateInput) { state, snoozedUntil, unansweredReason }: StateInput,
    @Ctx() { act }: Context,
  ) {
    return changeState(act, {
      id,
      state,
      snoozedUntil: snoozedUntil ?? null,
      unansweredReason: unansweredReason ?? null,
    });
  }

  @Mutation(() => Note, { description: "Leave colleagues a note; the customer never sees it." })
  @Requires("conversation.work")
  addNote(
    @Arg("conversationId", () => ID) conversationId: string,
    @Arg("body", () => String) body: string,
    @Ctx() { act }: Context,
  ) {
    return addNote(act, { conversationId, body });
  }

  @FieldResolver(() => Brand)
  brand(@Root() { brandId }: Conversation, @Ctx() { load }: Context) {
    return load.one(Brand, brandId);
  }

  @FieldResolver(() => Account)
  account(@Root() { accountId }: Conversation, @Ctx() { load }: Context) {
    return load.one(Account, accountId);
  }

  @FieldResolver(() => Customer)
  customer(@Root() { customerId }: Conversation, @Ctx() { load }: Context) {
    return load.one(Customer, customerId);
  }

  @FieldResolver(() => Member, { nullable: true })
  assignee(@Root() { assigneeId }: Conversation, @Ctx() { load }: Context) {
    return assigneeId ? load.one(Member, assigneeId) : null;
  }

  @FieldResolver(() => Conversation, {
    nullable: true,
    description: "The private or public half of the same matter.",
  })
  linked(@Root() { linkedId }: Conversation, @Ctx() { load }: Context) {
    return linkedId ? load.one(Conversation, linkedId) : null;
  }

  @FieldResolver(() => [Message], { description: "The whole thread, oldest first." })
  messages(@Root() { id }: Conversation, @Ctx() { load }: Context) {
    return load.many(Message, { column: "conversationId", value: id, orderBy: "at" });
  }

  @FieldResolver(() => [Note], { description: "What colleagues wrote, oldest first." })
  notes(@Root() { id }: Conversation, @Ctx() { load }: Context) {
    return load.many(Note, { column: "conversationId", value: id, orderBy: "createdAt" });
  }

  @FieldResolver(() => [String], {
    description: "What the viewer may do here: the server's word, not to be guessed.",
  })
  abilities(@Root() { brandId }: Conversation, @Ctx() { viewer }: Context) {
    return abilityNames.filter((ability) => may(viewer, ability, brandId));
  }
}

@ObjectType({ description: "A stretch of a shown text that stands for personal data." })
class HiddenSpan implements Hidden {
  @Field(() => Int, { description: "Start, in UTF-16 code units of the shown text." }) start!: number;
  @Field(() => Int, { description: "End, exclusive." }) end!: number;
  @Field(() => String, { description: "What is hidden, such as `iban`." }) entity!: string;
}

@Resolver(() => Message)
export class MessageResolver {
  @FieldResolver(() => String, {
    description: "Its words with personal data masked; empty once its author deleted it.",
  })
  async body(@Root() message: Message, @Ctx() context: Context) {
    return (await shown(message, context)).text;
  }

  @FieldResolver(() => [HiddenSpan], { description: "What is masked in the body." })
  async hidden(@Root() message: Message, @Ctx() context: Context) {
    return (await shown(message, context)).hidden;
  }

  @Mutation(() => String, {
    description: "The words of a message as they were written. Looking is recorded.",
  })
  @Requires("customer.reveal")
  revealMessage(
    @Arg("id", () => ID) id: string,
    @Arg("purpose", () => RevealPurpose) purpose: RevealPurpose,
    @Ctx() { act }: Context,
  ) {
    return revealMessage(act, { id, purpose });
  }
}

/** The brand's own words are nobody's secret. */
async function shown({ body, brandId, direction }: Message, { load }: Context): Promise<Shown> {
  const brand = direction === "inbound" && body !== "" ? await load.one(Brand, brandId) : null;
  return brand ? hidePersonalData(body, brand.settings) : { text: body, hidden: [] };
}

@Resolver(() => Note)
export class NoteResolver {
  @FieldResolver(() => Member, { nullable: true })
  author(@Root() { authorId }: Note, @Ctx() { load }: Context) {
    return load.one(Member, authorId);
  }
}
