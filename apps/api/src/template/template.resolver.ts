import type { TemplateLanguage, Variable } from "@parley/shared/template";
import { GraphQLJSON, GraphQLJSONObject } from "graphql-scalars";
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../base/context.ts";
import { DomainError } from "../base/errors.ts";
import { Requires } from "../base/requires.ts";
import { brandLanguages } from "./brand-languages.ts";
import type { ReportedFinding } from "./check-report.ts";
import { checkText } from "./check-text.ts";
import { addTemplate, changeTemplate, templatesOf } from "./describe-template.ts";
import { type Localisation, localisation } from "./localisation.ts";
import {
  AffectedTextView,
  blockOf,
  LocalisationFilter,
  LocalisationView,
  TemplateFindingView,
} from "./localisation-views.ts";
import { refuseUnfitKey } from "./save-variant.ts";
import { sourceFor, sourceTexts } from "./source-text.ts";
import { tasksWaiting } from "./standings.ts";
import { Template, Variant } from "./template.entity.ts";
import { type AffectedText, affectedTexts } from "./template-contract.ts";
import { AddTemplateInput, ChangeTemplateInput, CheckVariantInput } from "./variant-inputs.ts";

@Resolver(() => Template)
export class TemplateResolver {
  @Query(() => LocalisationView, { description: "How every template of a brand stands in every language." })
  @Requires("conversation.read")
  localisation(
    @Arg("brandId", () => ID) brandId: string,
    @Arg("filter", () => LocalisationFilter, { nullable: true }) filter: LocalisationFilter | null,
    @Ctx() { read, viewer }: Context,
  ): Promise<Localisation> {
    const { kind = null, locales = null, needsMe = false } = filter ?? {};
    return read((db) => localisation(db, viewer, { brandId, kind, locales, needsMe }));
  }

  @Query(() => Int, { description: "How many texts of a brand's templates wait for the viewer. Cheap." })
  @Requires("conversation.read")
  localisationTasks(
    @Arg("brandId", () => ID) brandId: string,
    @Ctx() { read, viewer }: Context,
  ): Promise<number> {
    return read((db) => tasksWaiting(db, viewer, brandId));
  }

  @Query(() => Template, { nullable: true })
  @Requires("conversation.read")
  template(@Arg("templateId", () => ID) templateId: string, @Ctx() { load }: Context) {
    return load.one(Template, templateId);
  }

  @Query(() => [Template], { description: "A brand's templates as they are in every language." })
  @Requires("conversation.read")
  templates(@Arg("brandId", () => ID) brandId: string, @Ctx() { read }: Context) {
    return read((db) => templatesOf(db, brandId));
  }

  @Query(() => [AffectedTextView], {
    description: "The texts that would be stale by contract with other variables. Stores nothing.",
  })
  @Requires("template.write")
  affectedTexts(
    @Arg("templateId", () => ID) templateId: string,
    @Arg("variables", () => [GraphQLJSON]) variables: Variable[],
    @Ctx() { read }: Context,
  ): Promise<readonly AffectedText[]> {
    return read((db) => affectedTexts(db, { templateId, variables }));
  }

  @Query(() => GraphQLJSONObject, {
    description:
      "What templates of a language share in a brand: live blocks, words of address, labels and samples of variables. See `TemplateLanguage`.",
  })
  @Requires("conversation.read")
  templateLanguage(
    @Arg("brandId", () => ID) brandId: string,
    @Arg("locale", () => String) locale: string,
    @Ctx() { read }: Context,
  ): Promise<TemplateLanguage> {
    return read(async (db) => (await brandLanguages(db, brandId))(locale));
  }

  @Query(() => [TemplateFindingView], {
    description: "What the 27 checks say of a text that is being written. Stores nothing.",
  })
  @Requires("template.write")
  checkVariant(
    @Arg("check", () => CheckVariantInput) check: CheckVariantInput,
    @Ctx() { read }: Context,
  ): Promise<readonly ReportedFinding[]> {
    refuseUnfitKey(check);
    return read(async (db) => {
      const template = await db.findOneBy(Template, { id: check.templateId });
      if (!template) throw new DomainError("NOT_FOUND", { field: "templateId" });
      const { locale, register, channelClass, sourceRevisionId } = check;
      const key = { locale, register, channelClass };
      const sources = await sourceTexts(db, { brandId: template.brandId, templateId: template.id });
      const source = sourceFor(sources.get(template.id) ?? [], key);
      return checkText(db, {
        template,
        key,
        blocks: check.blocks.map(blockOf),
        sourceRevisionId: sourceRevisionId ?? source?.revisionId ?? null,
        origin: "human",
        read: true,
      });
    });
  }

  @Mutation(() => Template, { description: "Begin a template. It has no words yet." })
  @Requires("template.write")
  addTemplate(@Arg("template", () => AddTemplateInput) added: AddTemplateInput, @Ctx() { act }: Context) {
    return addTemplate(act, added);
  }

  @Mutation(() => Template, { description: "Change what a template is for or may hold." })
  @Requires("template.write")
  changeTemplate(
    @Arg("change", () => ChangeTemplateInput) change: ChangeTemplateInput,
    @Ctx() { act }: Context,
  ) {
    return changeTemplate(act, change);
  }

  @FieldResolver(() => [Variant], { description: "Its variants, by language." })
  variants(@Root() { id }: Template, @Ctx() { load }: Context) {
    return load.many(Variant, { column: "templateId", value: id, orderBy: "locale" });
  }
}
