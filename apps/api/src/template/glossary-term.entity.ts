import { GraphQLJSONObject } from "graphql-scalars";
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn, UpdateDateColumn } from "typeorm";

type ByLocale = Readonly<Record<string, readonly string[]>>;

@ObjectType({ description: "A word of a brand: how it is said in each language, and what must not be said." })
@Entity("glossary_term")
export class GlossaryTerm {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Field(() => String, { description: "In the language that templates are written in first." })
  @Column("text")
  term!: string;
  @Field(() => Boolean, { description: "It stays as it is in every language." })
  @Column("boolean", { default: false })
  keep!: boolean;
  @Field(() => GraphQLJSONObject, { description: "Lists of words by BCP 47 tag: any of them will do." })
  @Column("jsonb")
  translations!: ByLocale;
  @Field(() => GraphQLJSONObject, { description: "Lists of words by BCP 47 tag that must not be said." })
  @Column("jsonb")
  forbidden!: ByLocale;
  @Field(() => String) @Column("text", { default: "" }) note!: string;
  @Field(() => Int, { description: "Send it back with a change; a stale one is refused." })
  @Column("integer", { default: 1 })
  version!: number;
  @Column("uuid", { nullable: true }) authorId!: string | null;
  @Field(() => GraphQLISODateTime) @UpdateDateColumn({ type: "timestamptz" }) updatedAt!: Date;
}
