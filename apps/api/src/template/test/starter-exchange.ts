import type { Exchangeable } from "@parley/shared/interchange";
import { resolveVariant } from "@parley/shared/template";
import type { StarterTemplates } from "../starter-templates.ts";

/** The starter variants of a language as translators get them, each with the source language's. */
export function starterExchange(
  { catalogue, languages }: StarterTemplates,
  locale: string,
): readonly Exchangeable[] {
  const inLocale = (wanted: string) =>
    languages.find(({ language }) => language.locale === wanted)?.templates ?? [];
  const sources = inLocale(catalogue.sourceLocale);
  return inLocale(locale).flatMap(({ key, variants }) => {
    const template = catalogue.templates.find((one) => one.key === key);
    const own = sources.find((one) => one.key === key)?.variants ?? [];
    return variants.flatMap((target): readonly Exchangeable[] => {
      const { register, channelClass } = target;
      const source = resolveVariant(own, { ...target, otherLocales: [catalogue.sourceLocale] })?.variant;
      if (!template || !source || target.absent) return [];
      return [
        {
          template,
          source,
          target,
          register,
          channelClass,
          revision: 1,
          state: "final",
          limit: null,
          note: "",
        },
      ];
    });
  });
}
