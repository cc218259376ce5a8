import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../base/context.ts";
import { Requires } from "../base/requires.ts";
import { type SuggestionExample, suggestionExamples } from "./suggestion-examples.ts";

@ObjectType("SuggestionExample", { description: "What customers write when a template answers it." })
class SuggestionExampleView implements SuggestionExample {
  @Field(() => String, { description: "The template's key." }) template!: string;
  @Field(() => String) locale!: string;
  @Field(() => String, {
    description: "`title`, `keywords` or `sample` of a text, or the question before a `reply` that was sent.",
  })
  kind!: SuggestionExample["kind"];
  @Field(() => String, { description: "Personal data is masked." }) text!: string;
  @Field(() => [String], {
    description: "What was around a reply, such as `visibility:public`, `agent:me` or `after:delay`.",
  })
  traits!: readonly string[];
}

@Resolver()
export class SuggestionResolver {
  @Query(() => [SuggestionExampleView], {
    description: "What to learn suggestions from: texts of templates and the last replies made from them.",
  })
  @Requires("reply.write")
  suggestionExamples(
    @Arg("brandId", () => ID) brandId: string,
    @Arg("language", () => String) language: string,
    @Ctx() { read, viewer }: Context,
  ): Promise<readonly SuggestionExample[]> {
    return read((db) => suggestionExamples(db, { brandId, language, viewerId: viewer.id }));
  }
}
