import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { graphqlEnum } from "../base/enums.ts";

export const AccountPurpose = graphqlEnum(
  "AccountPurpose",
  { care: "care", marketing: "marketing" },
  "What an account is there for.",
);
export type AccountPurpose = (typeof AccountPurpose)[keyof typeof AccountPurpose];

@ObjectType({ description: "A brand's presence on one platform." })
@Entity("account")
export class Account {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Field(() => String, { description: "The outside system, such as `sandbox`." })
  @Column("text")
  platform!: string;
  @Column("text") externalId!: string;
  @Field(() => String, { description: "What customers write to, without its @." })
  @Column("text")
  handle!: string;
  @Field(() => String) @Column("text") name!: string;
  @Field(() => AccountPurpose) @Column("text") purpose!: AccountPurpose;
  @Column("jsonb", { default: {} }) settings!: Readonly<Record<string, unknown>>;
}
