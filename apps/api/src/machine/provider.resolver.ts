import { Arg, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../base/context.ts";
import { graphqlEnum } from "../base/enums.ts";
import type { ProviderTask } from "../base/provider.ts";
import { Requires } from "../base/requires.ts";
import { Brand } from "../brand/brand.entity.ts";
import { allowedTasks, allowTasks } from "./consent.ts";

const TaskName = graphqlEnum(
  "ProviderTask",
  { translate: "translate", draft: "draft", embed: "embed" },
  "What an outside machine may be asked for.",
);

@ObjectType("Provider", {
  description:
    "The outside machine of this installation, and what the brand lets it do. Its key is never told.",
})
class ProviderView {
  @Field(() => String, { description: "The contract it speaks: `openai`, `deepl` or `libretranslate`." })
  kind!: string;
  @Field(() => String, { description: "Where texts go." }) host!: string;
  @Field(() => String, { nullable: true }) model!: string | null;
  @Field(() => [TaskName], { description: "What it can do." }) can!: readonly ProviderTask[];
  @Field(() => [TaskName], { description: "What the brand's administrator has allowed it." })
  allowed!: readonly ProviderTask[];
}

@Resolver(() => Brand)
export class ProviderResolver {
  @FieldResolver(() => ProviderView, { nullable: true, description: "None when none is configured." })
  provider(@Root() { settings }: Brand, @Ctx() { provider }: Context): ProviderView | null {
    if (!provider) return null;
    const { kind, host, model, embeddingModel, tasks } = provider;
    return {
      kind,
      host,
      model: model ?? embeddingModel,
      can: tasks,
      allowed: allowedTasks(settings, provider),
    };
  }

  @Mutation(() => Brand, {
    description: "Say what the outside machine may do for a brand; nothing switches it off.",
  })
  @Requires("brand.manage")
  allowProvider(
    @Arg("brandId", () => ID) brandId: string,
    @Arg("tasks", () => [TaskName]) tasks: ProviderTask[],
    @Ctx() { act, provider }: Context,
  ) {
    return allowTasks(act, provider, { brandId, tasks });
  }
}
