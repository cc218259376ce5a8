import type { ChannelClass, Register, Variable } from "@parley/shared/template";
import { GraphQLJSON } from "graphql-scalars";
import { Field, GraphQLISODateTime, ID, InputType, Int } from "type-graphql";
import type { NewComment } from "./comment-variant.ts";
import type { ChangedTemplate, NewTemplate } from "./describe-template.ts";
import { BlockInput } from "./localisation-views.ts";
import type { Absence } from "./mark-absent.ts";
import type { Publication } from "./publish-revision.ts";
import type { StillRight } from "./still-right.ts";
import type { Template } from "./template.entity.ts";
import type { NewTick } from "./tick-finding.ts";

@InputType({ description: "A new template." })
export class AddTemplateInput implements NewTemplate {
  @Field(() => ID) brandId!: string;
  @Field(() => String, { defaultValue: "reply", description: "`reply` or `block`." }) kind!: Template["kind"];
  @Field(() => String, { description: "Small letters, digits and hyphens." }) key!: string;
  @Field(() => String) sourceLocale!: string;
  @Field(() => String, { description: "What it is for, such as `order.delay`." }) intent!: string;
  @Field(() => [String], { description: "`any`, `public`, `private` or `short`." })
  channelClasses!: readonly ChannelClass[];
  @Field(() => [GraphQLJSON], { description: "See `Variable` of the template language." })
  variables!: readonly Variable[];
}

@InputType({ description: "What a template is for and may hold, anew." })
export class ChangeTemplateInput implements ChangedTemplate {
  @Field(() => ID) templateId!: string;
  @Field(() => Int, { description: "The version on screen." }) version!: number;
  @Field(() => String) intent!: string;
  @Field(() => [String]) channelClasses!: readonly ChannelClass[];
  @Field(() => [GraphQLJSON]) variables!: readonly Variable[];
}

@InputType({ description: "A variant's text, to be looked at by the checks." })
export class CheckVariantInput {
  @Field(() => ID) templateId!: string;
  @Field(() => String) locale!: string;
  @Field(() => String) register!: Register;
  @Field(() => String) channelClass!: ChannelClass;
  @Field(() => [BlockInput]) blocks!: readonly BlockInput[];
  @Field(() => ID, {
    nullable: true,
    description: "The source revision on screen; the newest when left out.",
  })
  sourceRevisionId?: string | null;
}

@InputType({ description: "What a localiser wrote." })
export class SaveVariantInput extends CheckVariantInput {
  @Field(() => String) title!: string;
  @Field(() => [String], { defaultValue: [] }) keywords!: readonly string[];
  @Field(() => [String], { defaultValue: [] }) samples!: readonly string[];
  @Field(() => ID, { nullable: true, description: "The revision it was changed from; none for the first." })
  baseId?: string | null;
  @Field(() => ID, { description: "Made by the client for each save; a repeated request changes nothing." })
  clientId!: string;
}

@InputType({ description: "When a text is used." })
export class PublishRevisionInput implements Publication {
  @Field(() => ID) templateRevisionId!: string;
  @Field(() => GraphQLISODateTime, { nullable: true, description: "At once when left out." })
  validFrom!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: "Without end when left out." })
  validTo!: Date | null;
  @Field(() => ID, {
    nullable: true,
    description: "The revision that is live on screen; another one refuses.",
  })
  liveRevisionId!: string | null;
}

@InputType({ description: "A warning to accept in one revision." })
export class TickInput implements NewTick {
  @Field(() => ID) templateRevisionId!: string;
  @Field(() => ID) findingId!: string;
  @Field(() => String) reason!: string;
}

@InputType({ description: "A text is still right although its source changed." })
export class StillRightInput implements StillRight {
  @Field(() => ID) templateRevisionId!: string;
  @Field(() => ID, { description: "The source revision on screen." }) sourceRevisionId!: string;
}

@InputType({ description: "A variant to leave out on purpose." })
export class AbsenceInput implements Absence {
  @Field(() => ID) templateId!: string;
  @Field(() => String) locale!: string;
  @Field(() => String) register!: Register;
  @Field(() => String) channelClass!: ChannelClass;
  @Field(() => String) reason!: string;
}

@InputType({ description: "A comment on a revision." })
export class CommentInput implements NewComment {
  @Field(() => ID) templateRevisionId!: string;
  @Field(() => Int, { nullable: true, description: "The block, from 0; none for the whole." })
  block!: number | null;
  @Field(() => String) body!: string;
}
