import { GraphQLJSONObject } from "graphql-scalars";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../base/context.ts";
import { Requires } from "../base/requires.ts";
import { Member } from "../member/member.entity.ts";
import { GlossaryTerm } from "./glossary-term.entity.ts";
import { removeTerm, type SavedTerm, saveTerm } from "./save-term.ts";

@InputType({ description: "A term of the glossary as somebody wrote it." })
class SaveTermInput implements SavedTerm {
  @Field(() => ID) brandId!: string;
  @Field(() => ID, { nullable: true, description: "None for a new term." }) termId!: string | null;
  @Field(() => Int, { defaultValue: 0, description: "The version on screen." }) version!: number;
  @Field(() => String) term!: string;
  @Field(() => Boolean, { defaultValue: false, description: "It stays as it is in every language." })
  keep!: boolean;
  @Field(() => GraphQLJSONObject, { description: "Lists of words by BCP 47 tag." })
  translations!: unknown;
  @Field(() => GraphQLJSONObject, { description: "Lists of words by BCP 47 tag." })
  forbidden!: unknown;
  @Field(() => String, { defaultValue: "" }) note!: string;
}

@Resolver(() => GlossaryTerm)
export class GlossaryResolver {
  @Query(() => [GlossaryTerm], { description: "A brand's terms, by alphabet." })
  @Requires("conversation.read")
  glossary(@Arg("brandId", () => ID) brandId: string, @Ctx() { read }: Context) {
    return read((db) => db.find(GlossaryTerm, { where: { brandId }, order: { term: "ASC" } }));
  }

  @Mutation(() => GlossaryTerm, { description: "Add a term, or change one. A stale version is refused." })
  @Requires("template.write")
  saveTerm(@Arg("save", () => SaveTermInput) save: SaveTermInput, @Ctx() { act }: Context) {
    return saveTerm(act, { ...save, termId: save.termId ?? null });
  }

  @Mutation(() => GlossaryTerm, { description: "Take a term out of the glossary; gives it as it was." })
  @Requires("template.write")
  removeTerm(
    @Arg("termId", () => ID) termId: string,
    @Arg("version", () => Int) version: number,
    @Ctx() { act }: Context,
  ) {
    return removeTerm(act, { termId, version });
  }

  @FieldResolver(() => Member, { nullable: true, description: "Who changed it last." })
  author(@Root() { authorId }: GlossaryTerm, @Ctx() { load }: Context) {
    return authorId ? load.one(Member, authorId) : null;
  }
}
