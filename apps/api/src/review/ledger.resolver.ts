import { GraphQLJSONObject } from "graphql-scalars";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../base/context.ts";
import { Requires } from "../base/requires.ts";
import { brandsWhere } from "../base/viewer.ts";
import { LedgerEvent } from "../ledger/event.entity.ts";
import { Member } from "../member/member.entity.ts";

@Resolver(() => LedgerEvent)
export class LedgerResolver {
  @Query(() => [LedgerEvent], { description: "All that was done about a conversation, oldest first." })
  @Requires("ledger.read")
  ledger(@Arg("conversationId", () => ID) conversationId: string, @Ctx() { read, viewer }: Context) {
    return read((db) =>
      db
        .createQueryBuilder(LedgerEvent, "e")
        .where("e.streamId = :conversationId", { conversationId })
        .andWhere("e.brandId IN (:...brands)", { brands: brandsWhere(viewer, "ledger.read") })
        .orderBy("e.streamSeq", "ASC")
        .getMany(),
    );
  }

  @FieldResolver(() => String, {
    description: "The recorded leaf: canonical JSON (RFC 8785) without anybody's words or names.",
  })
  leaf(@Root() { leafBytes }: LedgerEvent) {
    return leafBytes.toString("utf8");
  }

  @FieldResolver(() => String, { description: "SHA-256 of 0x00 and the leaf's bytes (RFC 6962), in hex." })
  leafHash(@Root() { leafHash }: LedgerEvent) {
    return leafHash.toString("hex");
  }

  @FieldResolver(() => Member, { nullable: true, description: "Who did it; nothing for Parley itself." })
  actor(@Root() { actorId }: LedgerEvent, @Ctx() { load }: Context) {
    return load.one(Member, actorId);
  }

  @FieldResolver(() => GraphQLJSONObject, {
    description: "Facts of the leaf: versions, digests, findings, outcomes.",
  })
  facts(@Root() { leafBytes }: LedgerEvent) {
    return leafOf(leafBytes)["facts"] ?? {};
  }

  @FieldResolver(() => GraphQLJSONObject, {
    nullable: true,
    description: "What was said, as it was said then.",
  })
  words(@Root() { id }: LedgerEvent, @Ctx() { load }: Context) {
    return load.words(id);
  }

  @FieldResolver(() => Boolean, { description: "There were words, and they have been erased for good." })
  async erased(@Root() { id, leafBytes }: LedgerEvent, @Ctx() { load }: Context) {
    return leafOf(leafBytes)["payload"] !== null && (await load.words(id)) === null;
  }
}

const leafOf = (bytes: Buffer) => JSON.parse(bytes.toString("utf8")) as Readonly<Record<string, unknown>>;
