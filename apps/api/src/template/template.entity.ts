import { Field, GraphQLISODateTime, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

@ObjectType({
  description: "A reply pattern: one meaning, with a variant for each language, register and channel class.",
})
@Entity("template")
export class Template {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Field(() => String, { description: "Its name in every language, such as `refund-started`." })
  @Column("text")
  key!: string;
  @Field(() => String) @Column("text") intent!: string;
  @Field(() => [String]) @Column("text", { array: true }) channelClasses!: string[];
  @Field(() => String) @Column("text") sourceLocale!: string;
  /** The variable schema, as `libs/shared/template` reads it. */
  @Column("jsonb") variables!: unknown;
}

@ObjectType({ description: "A template's text for one language, register and channel class." })
@Entity("variant")
export class Variant {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Column("uuid") templateId!: string;
  @Field(() => String) @Column("text") locale!: string;
  @Field(() => String) @Column("text") register!: string;
  @Field(() => String) @Column("text") channelClass!: string;
  @Column("uuid", { nullable: true }) liveRevisionId!: string | null;
  @Column("text", { nullable: true }) absentReason!: string | null;
}

@ObjectType({
  description: "An immutable state of a variant: ordered blocks, each one MessageFormat 2 message.",
})
@Entity("template_revision")
export class TemplateRevision {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Column("uuid") variantId!: string;
  @Field(() => Int) @Column("integer") n!: number;
  @Field(() => String) @Column("text") title!: string;
  @Column("jsonb") blocks!: unknown;
  @Column("jsonb") samples!: readonly string[];
  @Column("uuid", { nullable: true }) authorId!: string | null;
  @Column("text") origin!: "human" | "mt" | "llm" | "import" | "starter";
  @Column("uuid", { nullable: true }) sourceRevisionId!: string | null;
  @Field(() => GraphQLISODateTime) @Column("timestamptz", { default: () => "now()" }) createdAt!: Date;
}
