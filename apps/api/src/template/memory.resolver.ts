import { Arg, Ctx, Field, Float, ID, InputType, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../base/context.ts";
import { Requires } from "../base/requires.ts";
import { type MemoryMatch, type MemoryWish, memoryMatches } from "./memory.ts";

@InputType({ description: "A source text that translations are wanted for." })
class MemoryWishInput implements MemoryWish {
  @Field(() => ID) brandId!: string;
  @Field(() => String) sourceLocale!: string;
  @Field(() => String) targetLocale!: string;
  @Field(() => String) register!: string;
  @Field(() => String, { description: "A block or a sentence of the source." }) text!: string;
}

@ObjectType("MemoryMatch", { description: "How something like it has been translated before." })
class MemoryMatchView implements MemoryMatch {
  @Field(() => String) source!: string;
  @Field(() => String) target!: string;
  @Field(() => String, { nullable: true, description: "None: of another tool." }) register!: string | null;
  @Field(() => String, { nullable: true, description: "Key of the template it stands in." })
  template!: string | null;
  @Field(() => Float, { description: "How like the source is: 1 is the same, word for word." })
  likeness!: number;
}

@Resolver()
export class MemoryResolver {
  @Query(() => [MemoryMatchView], {
    description:
      "Approved translations of texts like this one, the likest first; of the wanted register before others.",
  })
  @Requires("template.write")
  memoryMatches(
    @Arg("wish", () => MemoryWishInput) wish: MemoryWishInput,
    @Ctx() { read }: Context,
  ): Promise<readonly MemoryMatch[]> {
    return read((db) => memoryMatches(db, wish));
  }
}
