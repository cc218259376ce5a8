import type { BrandProfile } from "@parley/shared/policy";
import { GraphQLJSONObject } from "graphql-scalars";
import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../base/context.ts";
import { Requires } from "../base/requires.ts";
import { Account } from "./account.entity.ts";
import {
  ApprovalNeed,
  Brand,
  type BrandSettings,
  defaultSettings,
  type TemplateApproval,
} from "./brand.entity.ts";
import { Guideline } from "./guideline.entity.ts";

@ObjectType({ description: "A language and the register a brand keeps in it." })
class RegisterSetting {
  @Field(() => String, { description: "BCP 47 tag." }) language!: string;
  @Field(() => String, { description: "`formal` or `informal`." }) register!: string;
}

@ObjectType("BrandSettings", { description: "What a brand decides for all its accounts." })
class BrandSettingsView {
  @Field(() => [String], { description: "BCP 47 tags the brand answers in." }) languages!: readonly string[];
  @Field(() => [String], { description: "Countries whose identifiers are looked for." })
  countries!: readonly string[];
  @Field(() => [RegisterSetting]) registers!: readonly RegisterSetting[];
  @Field(() => ApprovalNeed) approval!: ApprovalNeed;
  @Field(() => String, {
    description: "Who may approve a template: `another-person` than those who wrote it, or `anybody`.",
  })
  templateApproval!: TemplateApproval;
  @Field(() => [String], { description: "Codes to choose from when sending in spite of a finding." })
  overrideReasons!: readonly string[];
  @Field(() => GraphQLJSONObject, {
    description: "What the rules know about the brand: see `BrandProfile` of the policy engine.",
  })
  rules!: BrandProfile;
}

@Resolver(() => Brand)
export class BrandResolver {
  @Query(() => [Brand], { description: "The viewer's brands, by name." })
  @Requires("conversation.read")
  brands(@Ctx() { read }: Context) {
    return read((db) => db.find(Brand, { order: { name: "ASC" } }));
  }

  @FieldResolver(() => [Account], { description: "Its accounts, by handle." })
  accounts(@Root() { id }: Brand, @Ctx() { load }: Context) {
    return load.many(Account, { column: "brandId", value: id, orderBy: "handle" });
  }

  @FieldResolver(() => [Guideline], { description: "Its community privacy guidelines, by language." })
  guidelines(@Root() { id }: Brand, @Ctx() { load }: Context) {
    return load.many(Guideline, { column: "brandId", value: id, orderBy: "locale" });
  }

  @FieldResolver(() => BrandSettingsView)
  settings(@Root() { name, settings }: Brand): BrandSettingsView {
    return {
      ...defaultSettings,
      ...settings,
      registers: registersOf(settings),
      rules: { ...settings.profile, name },
    };
  }
}

const registersOf = ({ register }: BrandSettings): readonly RegisterSetting[] =>
  Object.entries(register).map(([language, value]) => ({ language, register: value }));
