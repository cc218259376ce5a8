import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { type EntityManager, In } from "typeorm";
import type { Context } from "../base/context.ts";
import { Requires } from "../base/requires.ts";
import { abilityNames, may, type Role } from "../base/viewer.ts";
import { FormerMember, Member, MemberRole, RoleName } from "./member.entity.ts";
import { type HeldRoles, setRoles } from "./set-roles.ts";

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

const byName = (db: EntityManager, named: readonly { readonly memberId: string }[]): Promise<Member[]> =>
  db.find(Member, { where: { id: In(named.map(({ memberId }) => memberId)) }, order: { name: "ASC" } });

@InputType({ description: "The roles that a member is to hold in a brand; none ends their part in it." })
class HeldRolesInput implements HeldRoles {
  @Field(() => ID) brandId!: string;
  @Field(() => ID) memberId!: string;
  @Field(() => [RoleName]) roles!: Role[];
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
    return read(async (db) => byName(db, await db.findBy(MemberRole, { brandId })));
  }

  @Query(() => [Member], { description: "Who held a role in the brand and holds none now, by name." })
  @Requires("member.manage")
  formerMembers(@Arg("brandId", () => ID) brandId: string, @Ctx() { read }: Context) {
    return read(async (db) => byName(db, await db.findBy(FormerMember, { brandId })));
  }

  @Mutation(() => [RoleName], { description: "Decide which roles a member holds in a brand; gives them." })
  @Requires("member.manage")
  setRoles(@Arg("held", () => HeldRolesInput) held: HeldRolesInput, @Ctx() { act }: Context) {
    return setRoles(act, held);
  }

  @FieldResolver(() => [RoleName], { description: "In one brand." })
  async rolesIn(@Root() { id }: Member, @Arg("brandId", () => ID) brandId: string, @Ctx() { load }: Context) {
    const held = await load.many(MemberRole, { column: "memberId", value: id, orderBy: "role" });
    return held.filter((one) => one.brandId === brandId).map(({ role }) => role);
  }

  @FieldResolver(() => [RoleName], { description: "In all brands the viewer shares with them." })
  async roles(@Root() { id }: Member, @Ctx() { load }: Context) {
    const held = await load.many(MemberRole, { column: "memberId", value: id, orderBy: "role" });
    return [...new Set(held.map(({ role }) => role))];
  }
}
