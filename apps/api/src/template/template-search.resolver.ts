import { Arg, Ctx, Field, Float, ID, InputType, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../base/context.ts";
import { Requires } from "../base/requires.ts";
import { type FoundTemplate, searchTemplates, type TemplateSearch } from "./search-templates.ts";

@InputType({ description: "What somebody types to find a template." })
class TemplateSearchInput implements TemplateSearch {
  @Field(() => ID) brandId!: string;
  @Field(() => String) text!: string;
  @Field(() => [String], {
    description: "BCP 47 tags: the customer's language first, then others to look in.",
  })
  locales!: readonly string[];
  @Field(() => Int, { defaultValue: 10, description: "How many, at most 50." }) limit!: number;
}

@ObjectType("FoundTemplate", { description: "A template found by the words of one of its live texts." })
class FoundTemplateView implements FoundTemplate {
  @Field(() => String, { description: "Its key." }) template!: string;
  @Field(() => ID) templateId!: string;
  @Field(() => ID) variantId!: string;
  @Field(() => ID) templateRevisionId!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: "The language whose words were found." }) locale!: string;
  @Field(() => Float, { description: "0 to 1." }) score!: number;
}

const MOST = 50;

@Resolver()
export class TemplateSearchResolver {
  @Query(() => [FoundTemplateView], {
    description:
      "Find live templates by words with typing errors, without accents, in any language. Best first.",
  })
  @Requires("conversation.read")
  searchTemplates(
    @Arg("search", () => TemplateSearchInput) search: TemplateSearchInput,
    @Ctx() { read }: Context,
  ): Promise<readonly FoundTemplate[]> {
    const limit = Math.max(1, Math.min(search.limit, MOST));
    return read((db) => searchTemplates(db, { ...search, limit }));
  }
}
