import type { Finding } from "@parley/shared/policy";
import { Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

/** What is kept of a finding: where it was and what it said, never the words it was about. */
export type KeptFinding = Pick<Finding, "id" | "rule" | "severity" | "start" | "end" | "message">;

/** A member's decision to send in spite of a finding. */
export interface Override {
  readonly findingId: string;
  readonly reasonCode: string;
  readonly text: string;
}

@ObjectType({
  description: "The verdict on one revision: the policy, what it found, and what was overridden why.",
})
@Entity("reply_check")
export class ReplyCheck {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Column("uuid") draftId!: string;
  @Column("uuid") revisionId!: string;
  @Field(() => String) @Column("text") policyDigest!: string;
  @Column("jsonb") findings!: readonly KeptFinding[];
  @Column("jsonb") overrides!: readonly Override[];
  @Column("uuid") authorId!: string;
  @Field(() => GraphQLISODateTime) @Column("timestamptz", { default: () => "now()" }) createdAt!: Date;
}
