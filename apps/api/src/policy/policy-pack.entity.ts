import { Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

@ObjectType({ description: "One version of a brand's set of rules; versions are never changed." })
@Entity("policy_pack")
export class PolicyPack {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Field(() => String) @Column("text") packId!: string;
  @Field(() => String) @Column("text") version!: string;
  @Field(() => String, { description: "The pack as YAML." }) @Column("text") source!: string;
  @Field(() => String) @Column("text") digest!: string;
  @Field(() => Boolean) @Column("boolean", { default: false }) inForce!: boolean;
  @Column("uuid", { nullable: true }) authorId!: string | null;
  @Field(() => String) @Column("text", { default: "" }) reason!: string;
  @Field(() => GraphQLISODateTime) @Column("timestamptz", { default: () => "now()" }) createdAt!: Date;
}
