import { Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

@ObjectType({ description: "A member's word that a finding is wrong, for whoever keeps the rule." })
@Entity("finding_report")
export class FindingReport {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Column("uuid") reporterId!: string;
  @Field(() => String) @Column("text") rule!: string;
  @Field(() => String, { description: "The pack and version that fired, such as `parley.tone@1.0.0`." })
  @Column("text")
  pack!: string;
  @Field(() => String, { description: "The sentence it fired in, personal data masked." })
  @Column("text")
  sentence!: string;
  @Field(() => String, { description: "What the member says about it." }) @Column("text") note!: string;
  @Field(() => GraphQLISODateTime) @Column("timestamptz", { default: () => "now()" }) createdAt!: Date;
}
