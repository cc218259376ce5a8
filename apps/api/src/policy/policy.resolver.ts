import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../base/context.ts";
import { Brand } from "../brand/brand.entity.ts";
import { brandPolicy } from "./brand-policy.ts";
import { PolicyPack } from "./policy-pack.entity.ts";

@ObjectType({ description: "The rules in force for a brand." })
class PolicyView {
  @Field(() => String, {
    description: "SHA-256 over packs, words and the brand's settings: the server checks under it.",
  })
  digest!: string;
  @Field(() => [PolicyPack], {
    description: "The brand's own packs in force; the built-in ones every client brings.",
  })
  packs!: readonly PolicyPack[];
}

@Resolver(() => Brand)
export class PolicyResolver {
  @FieldResolver(() => PolicyView)
  policy(@Root() { id }: Brand, @Ctx() { read }: Context): Promise<PolicyView> {
    return read(async (db) => ({
      digest: (await brandPolicy(db, id)).digest,
      packs: await db.find(PolicyPack, { where: { brandId: id, inForce: true }, order: { packId: "ASC" } }),
    }));
  }
}
