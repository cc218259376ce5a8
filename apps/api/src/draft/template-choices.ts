import { channelOf, isChannelId } from "@parley/shared/channel";
import {
  type ChannelClass,
  channelClassOf,
  createRenderer,
  type Rendered,
  type Resolved,
  resolveVariant,
  variableWords,
} from "@parley/shared/template";
import type { EntityManager } from "typeorm";
import { Account } from "../brand/account.entity.ts";
import { Brand } from "../brand/brand.entity.ts";
import { Hours } from "../brand/hours.entity.ts";
import type { Conversation, Visibility } from "../inbox/conversation.entity.ts";
import { Customer } from "../inbox/message.entity.ts";
import { Member } from "../member/member.entity.ts";
import { brandLanguages } from "../template/brand-languages.ts";
import { registerFor } from "../template/brand-register.ts";
import { type LiveVariant, liveVariants } from "../template/live-variants.ts";
import { starterLanguage, starterTemplates } from "../template/starter-templates.ts";
import { templateValues } from "./template-values.ts";

export interface ChoicesAsked {
  readonly visibility: Visibility;
  /** Who would sign. */
  readonly memberId: string;
  /** The language of labels at tab stops. */
  readonly labelLocale: string;
  readonly now: Date;
  /** Also variants whose source says something else by now: whoever inserts one gives a reason. */
  readonly useAnyway: boolean;
}

/** A template as it would go into a reply here, with everything that is not as it was wanted. */
export interface TemplateChoice extends Resolved<LiveVariant> {
  readonly rendered: Rendered;
}

/** What an agent may insert into a reply to this conversation: one variant a template, in the customer's language first. */
export async function templateChoices(
  db: EntityManager,
  conversation: Conversation,
  asked: ChoicesAsked,
): Promise<readonly TemplateChoice[]> {
  const brand = await db.findOneByOrFail(Brand, { id: conversation.brandId });
  const account = await db.findOneByOrFail(Account, { id: conversation.accountId });
  const customer = await db.findOneByOrFail(Customer, { id: conversation.customerId });
  const hours = await db.findOneBy(Hours, { brandId: brand.id });
  const member = await db.findOneBy(Member, { id: asked.memberId });
  const wanted = wantedHere({ brand, account, conversation, visibility: asked.visibility });
  const variants = await liveVariants(db, {
    brandId: brand.id,
    languages: [wanted.locale, ...wanted.otherLocales],
  });
  const values = templateValues({ brand, customer, member, hours, now: asked.now });
  const languageOf = await brandLanguages(db, brand.id);
  const labelLanguage = starterLanguage(asked.labelLocale);
  const timeZone = hours?.zone ?? "UTC";
  return [...variants.values()].flatMap((ofTemplate): TemplateChoice[] => {
    const usable = ofTemplate.filter(({ staleness }) => asked.useAnyway || staleness !== "contract");
    const resolved = resolveVariant(usable, wanted);
    if (!resolved) return [];
    const { variant } = resolved;
    const template = { key: variant.template, ...variant };
    const language = languageOf(variant.locale);
    const labels = variableWords(variant.variables, labelLanguage);
    const renderer = createRenderer({ template, language, labels, timeZone, now: asked.now });
    const rendered = renderer.render({ ...variant, absent: false }, values);
    // Without its greeting or sign-off a text is not what was approved.
    const whole = rendered.errors.every(({ type }) => type !== "unknown-block");
    return whole ? [{ ...resolved, rendered }] : [];
  });
}

interface Here {
  readonly brand: Brand;
  readonly account: Account;
  readonly conversation: Conversation;
  readonly visibility: Visibility;
}

/** The variant that would be exactly right. */
function wantedHere({ brand, account, conversation, visibility }: Here) {
  const { languages } = brand.settings;
  const { sourceLocale } = starterTemplates().catalogue;
  const first = languages[0] ?? sourceLocale;
  const locale = countryOf(conversation.language, languages) ?? first;
  const channel = isChannelId(account.platform) ? channelOf(account.platform, visibility) : undefined;
  const channelClass: ChannelClass = channel ? channelClassOf(channel) : visibility;
  return {
    locale,
    register: registerFor(brand.settings, locale),
    channelClass,
    otherLocales: [first, sourceLocale],
  };
}

/** The brand's tag for a language: `pt` of a customer whose country is unknown becomes the brand's first Portuguese. */
function countryOf(language: string | null, languages: readonly string[]): string | null {
  if (!language) return null;
  if (languages.includes(language)) return language;
  const base = language.split("-")[0];
  const cousin = languages.find((tag) => tag.split("-")[0] === base);
  return language.includes("-") ? language : (cousin ?? language);
}
