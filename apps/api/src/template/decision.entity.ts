import type { RevisionState } from "@parley/shared/template";
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import type { CheckReport } from "./check-report.ts";

@ObjectType({ description: "A step in the life of a template revision: who decided what, and why." })
@Entity("template_decision")
export class TemplateDecision {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Column("uuid") variantId!: string;
  @Column("uuid") revisionId!: string;
  @Field(() => String, {
    description:
      "What it became: `draft` (taken back), `in-review`, `approved`, `live`, `retired`, `rejected`.",
  })
  @Column("text")
  state!: RevisionState;
  @Column("uuid", { nullable: true }) actorId!: string | null;
  @Field(() => String) @Column("text", { default: "" }) reason!: string;
  @Column("jsonb", { nullable: true }) checks!: CheckReport | null;
  @Field(() => Boolean, { description: "A person said that they have read what a machine wrote." })
  @Column("boolean", { default: false })
  read!: boolean;
  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column("timestamptz", { nullable: true })
  validFrom!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: "None: without end." })
  @Column("timestamptz", { nullable: true })
  validTo!: Date | null;
  @Field(() => GraphQLISODateTime) @Column("timestamptz", { default: () => "now()" }) createdAt!: Date;
}

@ObjectType({ description: "What somebody says about a revision." })
@Entity("variant_comment")
export class VariantComment {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Column("uuid") variantId!: string;
  @Field(() => ID) @Column("uuid") revisionId!: string;
  @Field(() => Int, { nullable: true, description: "The block it is about, counted from 0." })
  @Column("integer", { nullable: true })
  block!: number | null;
  @Field(() => String) @Column("text") body!: string;
  @Column("uuid") authorId!: string;
  @Column("uuid", { nullable: true }) resolvedBy!: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column("timestamptz", { nullable: true })
  resolvedAt!: Date | null;
  @Field(() => GraphQLISODateTime) @Column("timestamptz", { default: () => "now()" }) createdAt!: Date;
}
