import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../base/context.ts";
import { Requires } from "../base/requires.ts";
import { brandsWhere } from "../base/viewer.ts";
import { LedgerEvent } from "./event.entity.ts";

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
}
