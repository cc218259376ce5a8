import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../base/context.ts";
import { Conversation, Visibility } from "../inbox/conversation.entity.ts";
import { Member } from "../member/member.entity.ts";
import { type TemplateChoice, templateChoices } from "./template-choices.ts";

@ObjectType({ description: "A stretch of a template's text that a variable stands for." })
class TemplateMark {
  @Field(() => String, { description: "`filled`, `unresolved` or `manual`." }) kind!: string;
  @Field(() => Int, { description: "Start, in UTF-16 code units." }) start!: number;
  @Field(() => Int, { description: "End, exclusive." }) end!: number;
  @Field(() => String, { description: "Empty for a free part." }) variable!: string;
  @Field(() => String, { description: "What an agent reads at it." }) label!: string;
  @Field(() => String, { description: "Where its value comes from." }) origin!: string;
}

@ObjectType({
  description: "Why another variant than the wanted one stands here: shown as a badge, never silent.",
})
class Compromise {
  @Field(() => String, { description: "`channel`, `register`, `country` or `language`." }) kind!: string;
  @Field(() => String) wanted!: string;
  @Field(() => String) used!: string;
}

@ObjectType("TemplateChoice", { description: "A template as it would go into a reply to this conversation." })
class TemplateChoiceView {
  @Field(() => ID, { description: "The revision of the text." }) revisionId!: string;
  @Field(() => String) key!: string;
  @Field(() => String) intent!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: "BCP 47 tag of the text." }) locale!: string;
  @Field(() => String) register!: string;
  @Field(() => String) channelClass!: string;
  @Field(() => [Compromise]) compromises!: readonly Compromise[];
  @Field(() => Boolean, {
    description: "Another country's or language's text: insert it only after a click that says so.",
  })
  needsClick!: boolean;
  @Field(() => ID) variantId!: string;
  @Field(() => String, {
    description: "How far its source has moved: `current`, `cosmetic`, `wording` (a badge) or `contract`.",
  })
  staleness!: string;
  @Field(() => String) text!: string;
  @Field(() => [TemplateMark], { description: "Its variables, filled and open, in order." })
  marks!: readonly TemplateMark[];
}

@ArgsType()
class WishedTemplates {
  @Field(() => Visibility) visibility!: Visibility;
  @Field(() => Boolean, {
    defaultValue: false,
    description: "Also texts whose source says something else by now: a use of one needs a reason.",
  })
  useAnyway!: boolean;
}

@Resolver(() => Conversation)
export class TemplateChoiceResolver {
  @FieldResolver(() => [TemplateChoiceView], {
    description: "What may be inserted into a reply here, in the customer's language first.",
  })
  async templates(
    @Args(() => WishedTemplates) { visibility, useAnyway }: WishedTemplates,
    @Root() conversation: Conversation,
    @Ctx() { read, viewer }: Context,
  ): Promise<readonly TemplateChoiceView[]> {
    return read(async (db) => {
      const member = await db.findOneBy(Member, { id: viewer.id });
      const labelLocale = member?.locale ?? "en";
      const asked = { visibility, memberId: viewer.id, labelLocale, now: new Date(), useAnyway };
      return (await templateChoices(db, conversation, asked)).map(viewOf);
    });
  }
}

const viewOf = ({ variant, compromises, needsClick, rendered }: TemplateChoice): TemplateChoiceView => ({
  ...variant,
  key: variant.template,
  compromises,
  needsClick,
  text: rendered.text,
  marks: rendered.marks,
});
