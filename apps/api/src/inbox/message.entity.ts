import { Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { graphqlEnum } from "../base/enums.ts";

export const Direction = graphqlEnum(
  "Direction",
  { inbound: "inbound", outbound: "outbound" },
  "From the customer, or from the brand.",
);
export type Direction = (typeof Direction)[keyof typeof Direction];

@ObjectType({ description: "One piece of a conversation." })
@Entity("message")
export class Message {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Column("uuid") conversationId!: string;
  @Column("uuid") accountId!: string;
  @Column("text") externalId!: string;
  @Column("text", { nullable: true }) parentExternalId!: string | null;
  @Field(() => Direction) @Column("text") direction!: Direction;
  @Field(() => String) @Column("text") authorHandle!: string;
  @Column("text") body!: string;
  /** For searching only, so it is never read with the row. */
  @Column("tsvector", { select: false }) words!: string;
  @Field(() => String, { nullable: true, description: "BCP 47 tag, when it could be told." })
  @Column("text", { nullable: true })
  language!: string | null;
  @Field(() => GraphQLISODateTime, { description: "The platform's time." }) @Column("timestamptz") at!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column("timestamptz", { nullable: true })
  editedAt!: Date | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: "When its author deleted it; its text is then gone.",
  })
  @Column("timestamptz", { nullable: true })
  deletedAt!: Date | null;
  @Column("uuid", { nullable: true }) outboxItemId!: string | null;
}

@ObjectType({
  description: "What colleagues tell each other about a conversation; the customer never sees it.",
})
@Entity("note")
export class Note {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Column("uuid") conversationId!: string;
  @Column("uuid") authorId!: string;
  @Field(() => String) @Column("text") body!: string;
  @Field(() => GraphQLISODateTime) @Column("timestamptz", { default: () => "now()" }) createdAt!: Date;
}

@ObjectType({ description: "A person who wrote to the brand: the data subject." })
@Entity("customer")
export class Customer {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Column("text") platform!: string;
  @Column("text") externalId!: string;
  @Field(() => String) @Column("text") handle!: string;
  @Field(() => String, { nullable: true, description: "As they wrote it; never changed, never guessed." })
  @Column("text", { nullable: true })
  name!: string | null;
}
