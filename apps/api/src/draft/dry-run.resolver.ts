import type { Finding } from "@parley/shared/policy";
import { GraphQLJSONObject } from "graphql-scalars";
import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../base/context.ts";
import { Requires } from "../base/requires.ts";
import { Message } from "../inbox/message.entity.ts";
import { compareReplies, type DryRun, type DryRunChange, readDryRun } from "./dry-run.ts";

@ObjectType({ description: "A finding of a rule in a reply that was sent." })
class DryRunFinding {
  @Field(() => String) rule!: string;
  @Field(() => String) severity!: Finding["severity"];
  @Field(() => Int) start!: number;
  @Field(() => Int) end!: number;
  @Field(() => String, { description: "Key of its words in findings.json." }) message!: string;
  @Field(() => GraphQLJSONObject, { description: "Values for its words." }) args!: Finding["args"];
  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: "The rule's own words by language; they come before those of findings.json.",
  })
  words?: Finding["words"];
}

@ObjectType({ description: "What a new version would have said otherwise about a reply." })
class DryRunExample implements DryRunChange {
  @Field(() => Message) message!: Message;
  @Field(() => [DryRunFinding]) appeared!: readonly Finding[];
  @Field(() => [DryRunFinding]) vanished!: readonly Finding[];
}

@ObjectType({ description: "A rule's findings over all replies, now and with the new version." })
class DryRunRule {
  @Field(() => String) rule!: string;
  @Field(() => Int) before!: number;
  @Field(() => Int) after!: number;
}

@ObjectType("DryRun", { description: "A new version of a pack held against replies that were sent." })
class DryRunView implements DryRun {
  @Field(() => Int, { description: "Replies looked at." }) replies!: number;
  @Field(() => Int, { description: "Replies about which it says something else." }) changed!: number;
  @Field(() => [DryRunRule]) rules!: readonly DryRunRule[];
  @Field(() => [DryRunExample]) examples!: readonly DryRunExample[];
}

@ArgsType()
class DryRunArgs {
  @Field(() => ID) brandId!: string;
  @Field(() => String, { description: "The pack as YAML." }) source!: string;
  @Field(() => Int, { defaultValue: 100, description: "How many replies, at most 5000." }) last!: number;
}

@Resolver(() => DryRunExample)
export class DryRunExampleResolver {
  @FieldResolver(() => ID, { description: "The conversation the reply was sent in." })
  conversationId(@Root() { message }: DryRunExample) {
    return message.conversationId;
  }
}

@Resolver()
export class DryRunResolver {
  @Query(() => DryRunView, {
    description: "What a new version would have said about the last replies. Changes nothing.",
  })
  @Requires("policy.write")
  async dryRun(@Args(() => DryRunArgs) asked: DryRunArgs, @Ctx() { read }: Context): Promise<DryRunView> {
    // Comparing takes seconds, for which no connection is held.
    return await compareReplies(await read((db) => readDryRun(db, { ...asked, now: new Date() })));
  }
}
