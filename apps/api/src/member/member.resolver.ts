import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { Context } from "../base/context.ts";
import { Requires } from "../base/requires.ts";
import { abilityNames, may, type Role } from "../base/viewer.ts";
import { Member, MemberRole, RoleName } from "./member.entity.ts";

@ObjectType({ description: "The roles and abilities of the viewer in one brand." })
class Membership {
  @Field(() => ID) brandId!: string;
  @Field(() => [RoleName]) roles!: readonly Role[];
  @Field(() => [String], { description: "What the viewer may do there." }) abilities!: readonly string[];
}

@ObjectType({ description: "The member who is signed in." })
class ViewerInfo {
  @Field(() => Member) member!: Member;
  @Field(() => [Membership]) memberships!: readonly Membership[];
}

@Resolver(() => Member)
export class MemberResolver {
  @Query(() => ViewerInfo, { description: "Who is signed in, and what they may do where." })
  @Requires("signed-in")
  async viewer(@Ctx() { viewer, load }: Context) {
    return {
      member: await load.one(Member, viewer.id),
      memberships: [...viewer.roles].map(([brandId, roles]) => ({
        brandId,
        roles: [...roles],
        abilities: abilityNames.filter((ability) => may(viewer, ability, brandId)),
      })),
    };
  }

  @Query(() => [Member], { description: "The people of a brand, by name." })
  @Requires("conversation.read")
  members(@Arg("brandId", () => ID) brandId: string, @Ctx() { read }: Context) {
    return read(async (db) => {
      const roles = await db.findBy(MemberRole, { brandId });
      return db.find(Member, {
        where: { id: In(roles.map((role) => role.memberId)) },
        order: { name: "ASC" },
      });
    });
  }

  @FieldResolver(() => [RoleName], { description: "In all brands the viewer shares with them." })
  async roles(@Root() { id }: Member, @Ctx() { load }: Context) {
    const held = await load.many(MemberRole, { column: "memberId", value: id, orderBy: "role" });
    return [...new Set(held.map(({ role }) => role))];
  }
}
