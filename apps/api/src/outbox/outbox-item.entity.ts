import { Field, GraphQLISODateTime, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { graphqlEnum } from "../base/enums.ts";

export const DeliveryState = graphqlEnum(
  "DeliveryState",
  {
    queued: "queued",
    sending: "sending",
    unknown: "unknown",
    sent: "sent",
    failed: "failed",
    needs_person: "needs_person",
    undone: "undone",
    void: "void",
  },
  "Where a reply stands in the outbox. `unknown`: the platform's answer was lost and is being found out.",
);
export type DeliveryState = (typeof DeliveryState)[keyof typeof DeliveryState];

@ObjectType({ description: "A reply to be delivered." })
@Entity("outbox_item")
export class OutboxItem {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Column("uuid") accountId!: string;
  @Column("uuid") conversationId!: string;
  @Column("uuid") draftId!: string;
  @Column("uuid") revisionId!: string;
  @Column("bytea") revisionHash!: Buffer;
  @Column("text") policyDigest!: string;
  @Column("integer") inboundVersion!: number;
  @Column("text") visibility!: string;
  @Field(() => String) @Column("text") body!: string;
  @Column("text", { nullable: true }) replyToExternalId!: string | null;
  @Column("uuid") senderId!: string;
  @Column("uuid") clientId!: string;
  @Column("uuid", { nullable: true }) approvalId!: string | null;
  @Field(() => DeliveryState) @Column("text", { default: "queued" }) state!: DeliveryState;
  @Field(() => GraphQLISODateTime, {
    description: "Earliest time of the next try; until the first it can be undone.",
  })
  @Column("timestamptz")
  runAt!: Date;
  @Column("text", { nullable: true }) externalId!: string | null;
  @Field(() => String, { nullable: true, description: "Why it failed or waits for a person: a code." })
  @Column("text", { nullable: true })
  reason!: string | null;
  @Field(() => GraphQLISODateTime) @Column("timestamptz", { default: () => "now()" }) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column("timestamptz", { nullable: true })
  finishedAt!: Date | null;
}

export const Outcome = graphqlEnum(
  "AttemptOutcome",
  { ok: "ok", not_done: "not_done", unknown: "unknown" },
  "What is known of one try: it arrived, it certainly did not, or nobody can tell yet.",
);

@ObjectType({ description: "One try to deliver a reply." })
@Entity("attempt")
export class Attempt {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Column("uuid") outboxItemId!: string;
  @Field(() => Int) @Column("integer") n!: number;
  @Field(() => GraphQLISODateTime) @Column("timestamptz", { default: () => "now()" }) startedAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column("timestamptz", { nullable: true })
  finishedAt!: Date | null;
  @Field(() => Outcome, { nullable: true })
  @Column("text", { nullable: true })
  outcome!: keyof typeof Outcome | null;
  @Field(() => String) @Column("text", { default: "" }) detail!: string;
}
