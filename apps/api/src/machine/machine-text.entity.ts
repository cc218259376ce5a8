import { Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { graphqlEnum } from "../base/enums.ts";
import type { Visibility } from "../inbox/conversation.entity.ts";

export const MachineTask = graphqlEnum(
  "MachineTask",
  {
    draft: "draft",
    translate_draft: "translate_draft",
    translate_message: "translate_message",
    translate_block: "translate_block",
  },
  "What a machine was asked for.",
);
export type MachineTask = (typeof MachineTask)[keyof typeof MachineTask];

export const MachineOutcome = graphqlEnum(
  "MachineOutcome",
  { accepted: "accepted", edited: "edited", dismissed: "dismissed" },
  "What a person did with a machine's text.",
);
export type MachineOutcome = (typeof MachineOutcome)[keyof typeof MachineOutcome];

/** A stretch of a machine's text that a person has to judge. */
export interface MachineMark {
  readonly start: number;
  readonly end: number;
  /** `statement`: no template says so. `number`: only the customer says so. */
  readonly kind: string;
}

/** A request to a machine and what became of it. Its words are in the ledger only, encrypted. */
@ObjectType({ description: "A text by an outside machine, and what became of it." })
@Entity("machine_text")
export class MachineText {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Field(() => MachineTask) @Column("text") task!: MachineTask;
  @Column("uuid", { nullable: true }) conversationId!: string | null;
  @Column("text", { nullable: true }) visibility!: Visibility | null;
  @Column("uuid") requesterId!: string;
  @Field(() => String, { description: "The contract it speaks: `openai`, `deepl` or `libretranslate`." })
  @Column("text")
  provider!: string;
  @Column("text") host!: string;
  @Field(() => String, { nullable: true }) @Column("text", { nullable: true }) model!: string | null;
  @Column("bytea") sentSha256!: Buffer;
  @Column("bytea", { nullable: true }) textSha256!: Buffer | null;
  @Column("text", { nullable: true }) refusal!: string | null;
  @Column("jsonb", { default: [] }) marks!: readonly MachineMark[];
  @Field(() => MachineOutcome, { nullable: true, description: "None while nobody has decided." })
  @Column("text", { nullable: true })
  outcome!: MachineOutcome | null;
  @Field(() => GraphQLISODateTime) @Column("timestamptz", { default: () => "now()" }) createdAt!: Date;
  @Column("timestamptz", { nullable: true }) decidedAt!: Date | null;
}
