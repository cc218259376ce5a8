import { Field, GraphQLISODateTime, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { graphqlEnum } from "../base/enums.ts";

export const Decision = graphqlEnum(
  "Decision",
  { approved: "approved", changes_requested: "changes_requested" },
  "A reviewer's answer.",
);
export type Decision = (typeof Decision)[keyof typeof Decision];

@ObjectType({
  description: "A reviewer's answer to one revision, under one policy and one state of the conversation.",
})
@Entity("approval")
export class Approval {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Column("uuid") draftId!: string;
  @Column("uuid") revisionId!: string;
  @Column("bytea") revisionHash!: Buffer;
  @Field(() => String, { description: "Digest of the policy it was checked under." })
  @Column("text")
  policyDigest!: string;
  @Field(() => Int, { description: "The state of the conversation it was given for." })
  @Column("integer")
  inboundVersion!: number;
  @Field(() => Decision) @Column("text") decision!: Decision;
  @Field(() => String) @Column("text", { default: "" }) reason!: string;
  @Column("uuid") approverId!: string;
  @Field(() => GraphQLISODateTime) @Column("timestamptz", { default: () => "now()" }) createdAt!: Date;
}
