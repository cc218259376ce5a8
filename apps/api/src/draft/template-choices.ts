import { channelOf, isChannelId } from "@parley/shared/channel";
import {
  type ChannelClass,
  channelClassOf,
  createRenderer,
  type Register,
  type Rendered,
  type Resolved,
  resolveVariant,
  type TemplateLanguage,
} from "@parley/shared/template";
import type { EntityManager } from "typeorm";
import { Account } from "../brand/account.entity.ts";
import { Brand } from "../brand/brand.entity.ts";
import { Hours } from "../brand/hours.entity.ts";
import type { Conversation, Visibility } from "../inbox/conversation.entity.ts";
import { Customer } from "../inbox/message.entity.ts";
import { Member } from "../member/member.entity.ts";
import { type LiveVariant, liveVariants } from "../template/live-variants.ts";
import { readStarterTemplates } from "../template/starter-templates.ts";
import { templateValues } from "./template-values.ts";

export interface ChoicesAsked {
  readonly visibility: Visibility;
  /** Who would sign. */
  readonly memberId: string;
  /** The language of labels at tab stops. */
  readonly labelLocale: string;
  readonly now: Date;
}

/** A template as it would go into a reply here, with everything that is not as it was wanted. */
export interface TemplateChoice extends Resolved<LiveVariant> {
  readonly rendered: Rendered;
}

/** The languages' shared parts, as the locale folders hold them. */
const starter = readStarterTemplates();
const languageOf = (locale: string): TemplateLanguage | undefined =>
  starter.languages.find(({ language }) => language.locale === locale)?.language;

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
  const labels = languageOf(asked.labelLocale)?.variables ?? {};
  return [...variants.values()].flatMap((ofTemplate): TemplateChoice[] => {
    const resolved = resolveVariant(ofTemplate, wanted);
    const language = resolved && languageOf(resolved.variant.locale);
    if (!resolved || !language) return [];
    const { variant } = resolved;
    const template = { key: variant.template, ...variant };
    const timeZone = hours?.zone ?? "UTC";
    const renderer = createRenderer({ template, language, labels, timeZone, now: asked.now });
    return [{ ...resolved, rendered: renderer.render({ ...variant, absent: false }, values) }];
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
  const { languages, register } = brand.settings;
  const first = languages[0] ?? starter.catalogue.sourceLocale;
  const locale = countryOf(conversation.language, languages) ?? first;
  const known = starter.catalogue.registers[locale] ?? ["neutral"];
  const set = register[locale] ?? register[locale.split("-")[0] ?? locale];
  const wantedRegister: Register = set && known.includes(set) ? set : (known[0] ?? "neutral");
  const channel = isChannelId(account.platform) ? channelOf(account.platform, visibility) : undefined;
  const channelClass: ChannelClass = channel ? channelClassOf(channel) : visibility;
  return {
    locale,
    register: wantedRegister,
    channelClass,
    otherLocales: [first, starter.catalogue.sourceLocale],
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
