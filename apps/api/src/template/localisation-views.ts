import type { Severity } from "@parley/shared/policy";
import type { Block, ChannelClass, Register, RevisionState, Staleness } from "@parley/shared/template";
import { GraphQLJSON } from "graphql-scalars";
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from "type-graphql";
import { graphqlEnum } from "../base/enums.ts";
import type { ReportedFinding } from "./check-report.ts";
import type {
  LocaleCoverage,
  Localisation,
  LocalisationAsked,
  LocalisationCell,
  LocalisationRow,
} from "./localisation.ts";
import type { Need, VariantPlace, VariantStanding } from "./standings.ts";
import { Template } from "./template.entity.ts";
import type { AffectedText } from "./template-contract.ts";

const NeedName = graphqlEnum(
  "TemplateNeed",
  {
    missing: "missing",
    draft: "draft",
    rejected: "rejected",
    stale: "stale",
    comment: "comment",
    review: "review",
    publish: "publish",
  },
  "What the viewer has to do about a variant.",
);

@ObjectType("VariantPlace", { description: "A variant's place among those of its template and language." })
class VariantPlaceView implements VariantPlace {
  @Field(() => String) register!: Register;
  @Field(() => String) channelClass!: ChannelClass;
}

@ObjectType("VariantStanding", { description: "How a variant stands, and what is to be done." })
class VariantStandingView implements VariantStanding {
  @Field(() => ID) variantId!: string;
  @Field(() => String) register!: Register;
  @Field(() => String) channelClass!: ChannelClass;
  @Field(() => String, { nullable: true, description: "Why it is left out on purpose." })
  absentReason!: string | null;
  @Field(() => ID, { nullable: true, description: "The newest revision." }) templateRevisionId!:
    | string
    | null;
  @Field(() => Int, { description: "Number of the newest revision; 0 when there is none." }) n!: number;
  @Field(() => String, { nullable: true, description: "State of the newest revision." })
  state!: RevisionState | null;
  @Field(() => ID, { nullable: true }) liveRevisionId!: string | null;
  @Field(() => Int, { nullable: true }) liveN!: number | null;
  @Field(() => String, {
    description: "How far its source has moved: `current`, `cosmetic`, `wording` or `contract`.",
  })
  staleness!: Staleness;
  @Field(() => Int, { description: "Errors of the newest revision when it was saved." }) errors!: number;
  @Field(() => Int) warnings!: number;
  @Field(() => Int, { description: "Comments that nobody has dealt with." }) comments!: number;
  @Field(() => [NeedName]) needs!: readonly Need[];
}

@ObjectType("LocalisationCell", { description: "A template in one language." })
class LocalisationCellView implements LocalisationCell {
  @Field(() => String) locale!: string;
  @Field(() => [VariantStandingView]) variants!: readonly VariantStanding[];
  @Field(() => [VariantPlaceView], { description: "What the brand needs and nobody has written." })
  missing!: readonly VariantPlace[];
  @Field(() => [NeedName]) needs!: readonly Need[];
}

@ObjectType("LocalisationRow", { description: "A template in every language." })
class LocalisationRowView implements LocalisationRow {
  @Field(() => Template) template!: Template;
  @Field(() => String, { description: "Its title in the language it is written in first." }) title!: string;
  @Field(() => [LocalisationCellView]) cells!: readonly LocalisationCell[];
}

@ObjectType("LocaleCoverage", { description: "How complete a language is." })
class LocaleCoverageView implements LocaleCoverage {
  @Field(() => String) locale!: string;
  @Field(() => Int, { description: "Texts that the brand needs." }) wanted!: number;
  @Field(() => Int, { description: "Of these, live ones and those left out on purpose." }) covered!: number;
  @Field(() => Int, { description: "Live texts behind their source by wording or contract." }) stale!: number;
}

@ObjectType("Localisation", { description: "How every template of a brand stands in every language." })
export class LocalisationView implements Localisation {
  @Field(() => [LocaleCoverageView]) coverage!: readonly LocaleCoverage[];
  @Field(() => [LocalisationRowView]) rows!: readonly LocalisationRow[];
}

@InputType({ description: "Which part of the localisation table to show." })
export class LocalisationFilter implements Omit<LocalisationAsked, "brandId"> {
  @Field(() => String, { nullable: true, description: "`reply` or `block`." }) kind!: Template["kind"] | null;
  @Field(() => [String], { nullable: true, description: "BCP 47 tags; all of the brand's when left out." })
  locales!: readonly string[] | null;
  @Field(() => Boolean, { defaultValue: false, description: "Only where the viewer has something to do." })
  needsMe!: boolean;
}

@ObjectType("TemplateBlock", { description: "A part of a variant." })
export class BlockView {
  @Field(() => String, { nullable: true, description: "Its own message, in MessageFormat 2." }) text!:
    | string
    | null;
  @Field(() => String, { nullable: true, description: "Key of the shared block that stands here." }) use!:
    | string
    | null;
}

export const blockView = (block: Block): BlockView =>
  block.kind === "own" ? { text: block.text, use: null } : { text: null, use: block.block };

@InputType({ description: "A part of a variant: its own message, or a shared block." })
export class BlockInput {
  @Field(() => String, { nullable: true, description: "A message in MessageFormat 2." }) text?: string | null;
  @Field(() => String, { nullable: true, description: "Key of a shared block." }) use?: string | null;
}

export const blockOf = ({ text, use }: BlockInput): Block =>
  use ? { kind: "shared", block: use } : { kind: "own", text: text ?? "" };

@ObjectType("TemplateFinding", { description: "A place in a variant where a check fires." })
export class TemplateFindingView implements Omit<ReportedFinding, "fixes"> {
  @Field(() => ID, { description: "Names the finding for a tick." }) id!: string;
  @Field(() => String) rule!: string;
  @Field(() => String) code!: ReportedFinding["code"];
  @Field(() => Int, { description: "Number of the check in the documentation, 1 to 27." }) check!: number;
  @Field(() => String, { description: "`error`, `warning` or `info`." }) severity!: Severity;
  @Field(() => Int, { description: "The block, from 0; -1 when it is about the whole." }) block!: number;
  @Field(() => Int, { description: "Start in the block's text, in UTF-16 code units." }) start!: number;
  @Field(() => Int, { description: "End, exclusive." }) end!: number;
  @Field(() => String, { description: "Key of its words in template-checks.json." }) message!: string;
  @Field(() => GraphQLJSON) args!: Readonly<Record<string, string>>;
  @Field(() => GraphQLJSON, {
    nullable: true,
    description: "Quick fixes as the checks give them; none in a stored report.",
  })
  fixes?: ReportedFinding["fixes"];
}

@ObjectType("AffectedText", { description: "A text that would not fit its template after a change." })
export class AffectedTextView implements AffectedText {
  @Field(() => ID) variantId!: string;
  @Field(() => String) locale!: string;
  @Field(() => String) register!: Register;
  @Field(() => String) channelClass!: ChannelClass;
  @Field(() => String) title!: string;
  @Field(() => Boolean, { description: "Whether agents are offered this text now." }) live!: boolean;
  @Field(() => [TemplateFindingView]) findings!: readonly ReportedFinding[];
}

@ObjectType({ description: "A warning that somebody accepted in one revision." })
export class FindingTick {
  @Field(() => ID) findingId!: string;
  @Field(() => String) code!: string;
  @Field(() => String) reason!: string;
  authorId!: string;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
}
