import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../base/context.ts";
import { Requires } from "../base/requires.ts";
import { createApiToken, type NewApiToken, revokeApiToken } from "./api-token.ts";
import { ApiToken } from "./member.entity.ts";

@InputType({ description: "A key for a program." })
class ApiTokenInput implements NewApiToken {
  @Field(() => String) name!: string;
  @Field(() => [String], { description: "What it may do, as abilities; never more than its member." })
  scopes!: string[];
  @Field(() => Int, { description: "Days until it ends, at most 366." }) days!: number;
}

@ObjectType({ description: "A token and its text, which is shown this once." })
class CreatedApiToken {
  @Field(() => String, { description: "Send it as `Authorization: Bearer …`. It cannot be shown again." })
  token!: string;
  @Field(() => ApiToken) apiToken!: ApiToken;
}

@Resolver()
export class ApiTokenResolver {
  @Query(() => [ApiToken], { description: "The viewer's own tokens, newest first." })
  @Requires("signed-in")
  apiTokens(@Ctx() { read, viewer }: Context) {
    return read((db) =>
      db.find(ApiToken, { where: { memberId: viewer.id }, order: { createdAt: "DESC" }, take: 100 }),
    );
  }

  @Mutation(() => CreatedApiToken, { description: "Make a key for a program." })
  @Requires("signed-in")
  createApiToken(@Arg("token", () => ApiTokenInput) token: ApiTokenInput, @Ctx() { act }: Context) {
    return createApiToken(act, token);
  }

  @Mutation(() => ApiToken, { description: "End one of the viewer's own tokens." })
  @Requires("signed-in")
  revokeApiToken(@Arg("id", () => ID) id: string, @Ctx() { act }: Context) {
    return revokeApiToken(act, id);
  }
}
