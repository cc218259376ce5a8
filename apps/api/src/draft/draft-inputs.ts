import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Visibility } from "../inbox/conversation.entity.ts";
import { Draft, Revision, type TemplateUse, type Unresolved } from "./draft.entity.ts";
import type { SaveResult } from "./save-draft.ts";

@ObjectType("Unresolved", { description: "A stretch of a text that a person must still fill in." })
export class UnresolvedSpan implements Unresolved {
  @Field(() => Int, { description: "Start, in UTF-16 code units." }) start!: number;
  @Field(() => Int, { description: "End, exclusive." }) end!: number;
  @Field(() => String, { description: "The variable that has no value." }) variable!: string;
}

@InputType({ description: "A stretch of a text that a person must still fill in." })
export class UnresolvedInput implements Unresolved {
  @Field(() => Int) start!: number;
  @Field(() => Int) end!: number;
  @Field(() => String) variable!: string;
}

@ObjectType("TemplateUse", {
  description: "A template revision that a text was made from, and how it was chosen.",
})
export class TemplateUseView implements TemplateUse {
  @Field(() => ID) templateRevisionId!: string;
  @Field(() => String) key!: string;
  @Field(() => String, { description: "The language that was used, which may be a fallback." })
  locale!: string;
  @Field(() => String) register!: string;
  @Field(() => String) channelClass!: string;
  @Field(() => String, { description: "The text as it was inserted." }) text!: string;
  @Field(() => String, {
    nullable: true,
    description: "Why it was used although its source says something else by now.",
  })
  useAnywayReason?: string | null;
}

@InputType({ description: "A template revision that a text was made from." })
export class TemplateUseInput implements TemplateUse {
  @Field(() => ID) templateRevisionId!: string;
  @Field(() => String) key!: string;
  @Field(() => String) locale!: string;
  @Field(() => String) register!: string;
  @Field(() => String) channelClass!: string;
  @Field(() => String) text!: string;
  @Field(() => String, {
    nullable: true,
    description: "Needed for a text whose source says something else by now.",
  })
  useAnywayReason?: string | null;
}

@InputType({ description: "What was typed." })
export class SaveInput {
  @Field(() => ID) conversationId!: string;
  @Field(() => Visibility) visibility!: Visibility;
  @Field(() => String) body!: string;
  @Field(() => String, {
    nullable: true,
    description: "The language the reply is meant to be in, as a BCP 47 tag.",
  })
  language?: string;
  @Field(() => [UnresolvedInput], { defaultValue: [] }) unresolved!: UnresolvedInput[];
  @Field(() => [TemplateUseInput], { defaultValue: [] }) templateUses!: TemplateUseInput[];
  @Field(() => ID, {
    nullable: true,
    description: "The revision the text was changed from; none when it is the first.",
  })
  baseId?: string;
  @Field(() => ID, { description: "Made by the client for each save; a repeated request changes nothing." })
  clientId!: string;
}

@ObjectType({ description: "What a save left behind." })
export class SaveOutcome implements SaveResult {
  @Field(() => Draft) draft!: Draft;
  @Field(() => Revision, { description: "What was just stored." }) revision!: Revision;
  @Field(() => Revision, {
    nullable: true,
    description:
      "What somebody else wrote meanwhile. Both texts are kept; saving again on top of this one decides.",
  })
  conflict!: Revision | null;
}
