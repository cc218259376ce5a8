import {
  Ctx,
  Field,
  FieldResolver,
  Float,
  GraphQLISODateTime,
  ID,
  Int,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../base/context.ts";
import { usageOf, type VariantUsage } from "./record-uses.ts";
import { Template } from "./template.entity.ts";

@ObjectType("VariantUsage", {
  description: "How often a variant's texts went out, and what agents made of them.",
})
class VariantUsageView implements VariantUsage {
  @Field(() => ID) variantId!: string;
  @Field(() => String) locale!: string;
  @Field(() => String) register!: string;
  @Field(() => String) channelClass!: string;
  @Field(() => Int) sent!: number;
  @Field(() => Float, { description: "How far replies moved from their texts on average, 0 to 1." })
  madePersonal!: number;
  @Field(() => Float, { description: "How much of this text still stood in them on average, 0 to 1." })
  kept!: number;
  @Field(() => GraphQLISODateTime) lastSentAt!: Date;
}

@Resolver(() => Template)
export class TemplateUsageResolver {
  @FieldResolver(() => [VariantUsageView], {
    description: "What agents made of its texts, the most used first.",
  })
  usage(@Root() { id }: Template, @Ctx() { read }: Context): Promise<readonly VariantUsage[]> {
    return read((db) => usageOf(db, id));
  }
}
