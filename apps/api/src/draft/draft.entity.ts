import { Field, GraphQLISODateTime, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn, UpdateDateColumn } from "typeorm";
import { graphqlEnum } from "../base/enums.ts";
import { Visibility } from "../inbox/conversation.entity.ts";

export const DraftState = graphqlEnum(
  "DraftState",
  {
    open: "open",
    in_review: "in_review",
    changes_requested: "changes_requested",
    queued: "queued",
    sent: "sent",
    discarded: "discarded",
  },
  "Where a reply stands on its way out.",
);
export type DraftState = (typeof DraftState)[keyof typeof DraftState];

@ObjectType({ description: "A reply being written: one at a time for each conversation and visibility." })
@Entity("draft")
export class Draft {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Column("uuid") conversationId!: string;
  @Field(() => Visibility) @Column("text") visibility!: Visibility;
  @Field(() => DraftState) @Column("text") state!: DraftState;
  @Column("uuid") authorId!: string;
  @Column("uuid", { nullable: true }) headId!: string | null;
  @Field(() => String, { nullable: true, description: "Why it came back: a code with words in errors.json." })
  @Column("text", { nullable: true })
  returnedCode!: string | null;
  @Field(() => String, { nullable: true, description: "The reviewer's own words." })
  @Column("text", { nullable: true })
  returnedReason!: string | null;
  @Field(() => GraphQLISODateTime) @UpdateDateColumn({ type: "timestamptz" }) updatedAt!: Date;
}

/** A stretch of a body that a person must still fill in. */
export interface Unresolved {
  readonly start: number;
  readonly end: number;
  readonly variable: string;
}

/** A template revision that a text was made from, and how it was chosen. */
export interface TemplateUse {
  readonly templateRevisionId: string;
  readonly key: string;
  readonly locale: string;
  readonly register: string;
  readonly channelClass: string;
  /** The text as inserted: how far the agent moved from it is measured against this. */
  readonly text: string;
  /** Why it was used although its source says something else by now. */
  readonly useAnywayReason?: string | null;
}

@ObjectType({ description: "An immutable saved state of a draft." })
@Entity("revision")
export class Revision {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Column("uuid") draftId!: string;
  @Field(() => Int, { description: "Counted from 1 within its draft." }) @Column("integer") n!: number;
  @Column("uuid", { nullable: true }) parentId!: string | null;
  @Column("uuid") authorId!: string;
  @Field(() => String) @Column("text") body!: string;
  @Field(() => String, {
    nullable: true,
    description: "The language the reply is meant to be in, as a BCP 47 tag.",
  })
  @Column("text", { nullable: true })
  language!: string | null;
  @Column("jsonb") unresolved!: readonly Unresolved[];
  @Column("jsonb") templateUses!: readonly TemplateUse[];
  @Column("bytea") hash!: Buffer;
  @Column("uuid", { nullable: true }) clientId!: string | null;
  @Field(() => GraphQLISODateTime) @Column("timestamptz", { default: () => "now()" }) createdAt!: Date;
}
