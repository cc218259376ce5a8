import type { Block, ChannelClass, Register, RevisionOrigin, Variable } from "@parley/shared/template";
import { GraphQLJSON } from "graphql-scalars";
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import type { CheckReport } from "./check-report.ts";

@ObjectType({
  description: "A reply pattern: one meaning, with a variant for each language, register and channel class.",
})
@Entity("template")
export class Template {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Field(() => String, {
    description: "`reply`, or `block`: a greeting, sign-off or legal line that many templates share.",
  })
  @Column("text", { default: "reply" })
  kind!: "reply" | "block";
  @Field(() => String, { description: "Its name in every language, such as `refund-started`." })
  @Column("text")
  key!: string;
  @Field(() => String) @Column("text") intent!: string;
  @Field(() => [String]) @Column("text", { array: true }) channelClasses!: readonly ChannelClass[];
  @Field(() => String) @Column("text") sourceLocale!: string;
  @Field(() => GraphQLJSON, { description: "The variable schema: see `Variable` of the template language." })
  @Column("jsonb")
  variables!: readonly Variable[];
  @Field(() => Int, { description: "Send it back with a change; a stale one is refused." })
  @Column("integer", { default: 1 })
  version!: number;
}

@ObjectType({ description: "A template's text for one language, register and channel class." })
@Entity("variant")
export class Variant {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Column("uuid") templateId!: string;
  @Field(() => String) @Column("text") locale!: string;
  @Field(() => String) @Column("text") register!: Register;
  @Field(() => String) @Column("text") channelClass!: ChannelClass;
  @Field(() => String, {
    nullable: true,
    description: "Why it is left out on purpose, which is not the same as missing.",
  })
  @Column("text", { nullable: true })
  absentReason!: string | null;
}

@ObjectType({
  description: "An immutable state of a variant: ordered blocks, each one MessageFormat 2 message.",
})
@Entity("template_revision")
export class TemplateRevision {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Column("uuid") brandId!: string;
  @Column("uuid") variantId!: string;
  @Field(() => Int, { description: "Counted from 1 within its variant." }) @Column("integer") n!: number;
  @Field(() => String) @Column("text") title!: string;
  @Column("jsonb") blocks!: readonly Block[];
  @Field(() => [String], { description: "Other words an agent may type to find it." })
  @Column("jsonb", { default: [] })
  keywords!: readonly string[];
  @Field(() => [String], { description: "What customers write when this is the right answer." })
  @Column("jsonb")
  samples!: readonly string[];
  @Column("uuid", { nullable: true }) authorId!: string | null;
  @Field(() => String, { description: "`human`, `mt`, `llm`, `import` or `starter`." })
  @Column("text")
  origin!: RevisionOrigin;
  @Field(() => ID, { nullable: true, description: "The revision it was changed from." })
  @Column("uuid", { nullable: true })
  parentId!: string | null;
  /** As saved; `source_pin` may have moved it since. */
  @Column("uuid", { nullable: true }) sourceRevisionId!: string | null;
  @Column("jsonb", { nullable: true }) checks!: CheckReport | null;
  @Column("uuid", { nullable: true }) clientId!: string | null;
  @Field(() => String, { description: "What it says, without placeholders." })
  @Column("text", { default: "" })
  says!: string;
  /** What search compares: see `searchForm`. */
  @Column("text", { default: "", select: false }) words!: string;
  @Field(() => GraphQLISODateTime) @Column("timestamptz", { default: () => "now()" }) createdAt!: Date;
}
