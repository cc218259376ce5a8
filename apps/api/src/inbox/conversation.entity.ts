import { Field, GraphQLISODateTime, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { graphqlEnum } from "../base/enums.ts";

export const Channel = graphqlEnum(
  "Channel",
  { comment: "comment", mention: "mention", direct: "direct" },
  "A kind of message on a platform.",
);
export type Channel = (typeof Channel)[keyof typeof Channel];

export const Visibility = graphqlEnum(
  "Visibility",
  { public: "public", private: "private" },
  "Who can read it: everybody, or only the customer and the brand.",
);
export type Visibility = (typeof Visibility)[keyof typeof Visibility];

export const ConversationState = graphqlEnum(
  "ConversationState",
  { open: "open", pending: "pending", snoozed: "snoozed", done: "done" },
  "Where a conversation stands. A new message from the customer opens it again.",
);
export type ConversationState = (typeof ConversationState)[keyof typeof ConversationState];

@ObjectType({ description: "A thread with one customer on one account." })
@Entity("conversation")
export class Conversation {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Column("uuid") accountId!: string;
  @Column("uuid") customerId!: string;
  @Column("text") externalId!: string;
  @Field(() => Channel) @Column("text") channel!: Channel;
  @Field(() => Visibility) @Column("text") visibility!: Visibility;
  @Field(() => ConversationState) @Column("text") state!: ConversationState;
  @Field(() => String, { nullable: true, description: "Why it was deliberately not answered: a code." })
  @Column("text", { nullable: true })
  unansweredReason!: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column("timestamptz", { nullable: true })
  snoozedUntil!: Date | null;
  @Column("uuid", { nullable: true }) assigneeId!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "BCP 47 tag of the customer's language, when it could be told.",
  })
  @Column("text", { nullable: true })
  language!: string | null;
  @Column("uuid", { nullable: true }) linkedId!: string | null;
  @Field(() => String, { description: "The start of the newest message, personal data masked." })
  @Column("text")
  preview!: string;
  @Field(() => Int) @Column("integer") messageCount!: number;
  @Field(() => GraphQLISODateTime) @Column("timestamptz") lastMessageAt!: Date;
  @Column("timestamptz", { nullable: true }) lastInboundAt!: Date | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: "When the oldest message without an answer arrived; nothing when all is answered.",
  })
  @Column("timestamptz", { nullable: true })
  waitingSince!: Date | null;
  @Field(() => Int, { description: "Counts what the customer did; approvals and sends are bound to it." })
  @Column("integer")
  inboundVersion!: number;
}
