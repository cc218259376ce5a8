import type { Register } from "@parley/shared/template";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../base/context.ts";
import { Requires } from "../base/requires.ts";
import { Draft, Revision } from "../draft/draft.entity.ts";
import { TemplateUseView } from "../draft/draft-inputs.ts";
import { Visibility } from "../inbox/conversation.entity.ts";
import { decideMachineText, openMachineText } from "./decide-machine-text.ts";
import { type MachineMark, MachineOutcome, MachineText } from "./machine-text.entity.ts";
import { type Meaning, rankByMeaning } from "./rank-by-meaning.ts";
import { suggestReply } from "./suggest-reply.ts";
import { type BlockToTranslate, translateBlock } from "./translate-block.ts";
import { type DraftToTranslate, translateDraft } from "./translate-draft.ts";
import { translateMessage } from "./translate-message.ts";

@ObjectType("MachineMark", { description: "A stretch of a machine's text that a person has to judge." })
class MachineMarkView implements MachineMark {
  @Field(() => Int, { description: "Start, in UTF-16 code units." }) start!: number;
  @Field(() => Int, { description: "End, exclusive." }) end!: number;
  @Field(() => String, {
    description: "`statement`: no template says so. `number` or `link`: the original does not say so.",
  })
  kind!: string;
}

@ObjectType({ description: "What a machine wrote. Nothing of it is sent before a person has accepted it." })
class MachineOffer {
  @Field(() => MachineText) machineText!: MachineText;
  @Field(() => String) text!: string;
  @Field(() => [MachineMarkView]) marks!: readonly MachineMark[];
  @Field(() => [TemplateUseView], { description: "The templates it rests on." })
  rests!: readonly TemplateUseView[];
}

@ObjectType("Meaning", { description: "How like a template's meaning is to what was asked." })
class MeaningView implements Meaning {
  @Field(() => String, { description: "The template's key." }) template!: string;
  @Field(() => Float, { description: "-1 to 1." }) likeness!: number;
}

@InputType({ description: "A draft to translate into the customer's language." })
class TranslateDraftInput implements DraftToTranslate {
  @Field(() => ID) conversationId!: string;
  @Field(() => Visibility) visibility!: Visibility;
  @Field(() => String) text!: string;
  @Field(() => String, { nullable: true, description: "BCP 47 tag of the draft, if it is known." })
  from!: string | null;
  @Field(() => String, { description: "BCP 47 tag." }) to!: string;
}

@InputType({ description: "A block of a template to translate." })
class TranslateBlockInput implements BlockToTranslate {
  @Field(() => ID) brandId!: string;
  @Field(() => String, { description: "One MessageFormat 2 message." }) text!: string;
  @Field(() => String) from!: string;
  @Field(() => String) to!: string;
  @Field(() => String) register!: Register;
}

@Resolver(() => MachineText)
export class MachineTextResolver {
  @Mutation(() => MachineOffer, { description: "Have a reply drafted from the brand's live templates." })
  @Requires("reply.write")
  async suggestReply(
    @Arg("conversationId", () => ID) conversationId: string,
    @Arg("visibility", () => Visibility) visibility: Visibility,
    @Ctx() context: Context,
  ): Promise<MachineOffer> {
    const { rests, ...offer } = await suggestReply(context, { conversationId, visibility });
    return {
      ...offer,
      rests: rests.map(({ variant, rendered: { text } }) => ({
        ...variant,
        templateRevisionId: variant.revisionId,
        key: variant.template,
        text,
      })),
    };
  }

  @Mutation(() => MachineOffer, { description: "Have a customer's message translated for whoever reads it." })
  @Requires("conversation.work")
  async translateMessage(
    @Arg("messageId", () => ID) id: string,
    @Arg("to", () => String, { description: "BCP 47 tag." }) to: string,
    @Ctx() context: Context,
  ): Promise<MachineOffer> {
    return { ...(await translateMessage(context, { id, to })), rests: [] };
  }

  @Mutation(() => MachineOffer, { description: "Have a draft translated." })
  @Requires("reply.write")
  async translateDraft(
    @Arg("draft", () => TranslateDraftInput) draft: TranslateDraftInput,
    @Ctx() context: Context,
  ): Promise<MachineOffer> {
    return { ...(await translateDraft(context, { ...draft, from: draft.from ?? null })), rests: [] };
  }

  @Mutation(() => MachineOffer, { description: "Have a block of a template translated." })
  @Requires("template.write")
  async translateBlock(
    @Arg("block", () => TranslateBlockInput) block: TranslateBlockInput,
    @Ctx() context: Context,
  ): Promise<MachineOffer> {
    return { ...(await translateBlock(context, block)), rests: [] };
  }

  @Mutation(() => MachineText, { description: "Say what became of a machine's text." })
  @Requires("conversation.read")
  decideMachineText(
    @Arg("machineTextId", () => ID) id: string,
    @Arg("outcome", () => MachineOutcome) outcome: MachineOutcome,
    @Ctx() { act }: Context,
  ) {
    return decideMachineText(act, { id, outcome });
  }

  @Mutation(() => [MeaningView], { description: "Compare what a customer asks with what templates are for." })
  @Requires("reply.write")
  rankByMeaning(@Arg("conversationId", () => ID) conversationId: string, @Ctx() context: Context) {
    return rankByMeaning(context, conversationId);
  }

  @FieldResolver(() => [MachineMarkView])
  marks(@Root() { marks }: MachineText) {
    return marks;
  }
}

@Resolver(() => Draft)
export class MachineDraftResolver {
  @FieldResolver(() => MachineText, {
    nullable: true,
    description: "The machine's text that stands here word for word and that nobody has accepted.",
  })
  async machineText(@Root() { conversationId, visibility, headId }: Draft, @Ctx() { load, read }: Context) {
    const head = headId ? await load.one(Revision, headId) : null;
    return head && read((db) => openMachineText(db, { conversationId, visibility, body: head.body }));
  }
}
