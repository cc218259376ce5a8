import { loadIdentifier } from "@parley/shared/language";
import {
  assemblePolicy,
  type BrandProfile,
  createChecker,
  NO_BRAND,
  type ReplyContext,
} from "@parley/shared/policy";
import {
  type ChannelClass,
  createRenderer,
  previews,
  sampleValues,
  type Template,
  type VariantText,
} from "@parley/shared/template";
import { expect, test } from "vitest";
import { builtInPacks, languageData } from "../policy/built-in.ts";
import { readStarterTemplates, type StarterLanguage } from "./starter-templates.ts";

const { catalogue, languages } = readStarterTemplates();

/** The brand of the samples: open on weekdays from nine to six, sorry only where it says what it does. */
const brand: BrandProfile = {
  ...NO_BRAND,
  name: "Nordwind",
  domains: ["northwind.example"],
  apology: "with-remedy",
};
const OPEN = [{ from: 540, to: 1080 }];
const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, openings: weekday < 6 ? OPEN : [] }));
const policy = assemblePolicy({
  packs: builtInPacks({ starter: true }),
  languages: languageData(),
  brand,
  identifier: await loadIdentifier(),
});
const checker = createChecker(policy);

/** Where a text of each class is sent. */
const PLACES: Readonly<Record<ChannelClass, readonly (readonly [string, "public" | "private"])[]>> = {
  short: [["x", "public"]],
  public: [["facebook", "public"]],
  private: [["messenger", "private"]],
  any: [
    ["facebook", "public"],
    ["instagram", "public"],
    ["messenger", "private"],
  ],
};

/** What is true of a channel and no fault of a text: links that cannot be clicked or cost, a message that stays. */
const OF_THE_CHANNEL: ReadonlySet<string> = new Set(["channel.final", "channel.links"]);

/** Short texts that say sorry and why, and no more: what can be done is up to the agent. */
const AS_IT_IS = /^voucher-problem \w+ (?:short|any), \w+: apology\.policy /;

function firedIn({ language, templates }: StarterLanguage): readonly string[] {
  return templates.flatMap((file) => {
    const template = catalogue.templates.find(({ key }) => key === file.key);
    const written = file.variants.filter(({ absent }) => !absent);
    return template ? written.flatMap((variant) => firedOn(variant, template, language)) : [];
  });
}

function firedOn(
  variant: VariantText,
  template: Template,
  language: StarterLanguage["language"],
): readonly string[] {
  const { render } = createRenderer({ template, language, labels: {}, timeZone: "Europe/Berlin" });
  const forms = previews(variant.blocks, sampleValues(template.variables, language), variant.locale);
  const texts = new Set(forms.map(({ values }) => render(variant, values).text));
  const found = [...texts].flatMap((text) =>
    PLACES[variant.channelClass].flatMap(([channel, visibility]) =>
      checker
        .check(text, contextOf(variant, channel, visibility))
        .filter(({ rule }) => !OF_THE_CHANNEL.has(rule))
        .map(
          ({ rule, start, end, evidence }) =>
            `${template.key} ${variant.register} ${variant.channelClass}, ${channel}: ${rule} ${JSON.stringify(text.slice(start, end))} (${evidence.why.join(", ")})`,
        ),
    ),
  );
  return [...new Set(found)].filter((line) => !AS_IT_IS.test(line));
}

function contextOf(
  { locale, register }: VariantText,
  channel: string,
  visibility: "public" | "private",
): ReplyContext {
  return {
    channel,
    visibility,
    language: locale,
    expected: locale,
    variant: locale,
    countries: ["DE", "PT", "BR", "ES", "FR", "IT", "NL", "PL", "TR", "GB", "US", "CN", "JP"],
    ...(register !== "neutral" && { register }),
    hours,
    now: 600,
  };
}

test.each(languages.map((one) => [one.language.locale, one] as const))(
  "no rule fires on a starter text in %s",
  (_, own) => {
    expect(firedIn(own)).toEqual([]);
  },
);
