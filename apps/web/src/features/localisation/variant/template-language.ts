import type { TemplateLanguage } from "@parley/shared/template";
import { api } from "../../../base/api.ts";
import { changes } from "../../../base/changes.ts";
import { TemplateLanguageDocument } from "../localisation.documents.ts";

const kept = new Map<string, Promise<TemplateLanguage>>();

/** What the templates of a language share in a brand; asked for once, and again after any template has changed. */
export function templateLanguage(brandId: string, locale: string): Promise<TemplateLanguage> {
  const key = `${brandId} ${locale}`;
  const asked = kept.get(key) ?? ask(brandId, locale);
  kept.set(key, asked);
  // A failure is not kept.
  asked.catch(() => kept.delete(key));
  return asked;
}

changes.listen((change) => {
  if (change === null || change.kind === "template") kept.clear();
});

async function ask(brandId: string, locale: string): Promise<TemplateLanguage> {
  const { data } = await api().client.query({
    query: TemplateLanguageDocument,
    variables: { brandId, locale },
    fetchPolicy: "no-cache",
  });
  if (!data) throw new Error("the answer about a language is empty");
  // The schema names the type: `TemplateLanguage` of the template language.
  const said: object = data.templateLanguage;
  return said as TemplateLanguage;
}
