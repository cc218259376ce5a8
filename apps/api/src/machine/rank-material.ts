import { createSuggester } from "@parley/shared/suggest";
import type { EntityManager } from "typeorm";
import { suggestionExamples } from "../draft/suggestion-examples.ts";
import type { TemplateChoice } from "../draft/template-choices.ts";

/** Templates that a machine is given at most. */
const MOST = 6;

export interface Wanted {
  readonly brandId: string;
  readonly language: string;
  readonly viewerId: string;
  readonly question: string;
}

/** The templates that are likeliest to answer a question, by what the brand knows; never by what the machine says. */
export async function rankMaterial(
  db: EntityManager,
  { question, ...wanted }: Wanted,
  choices: readonly TemplateChoice[],
): Promise<readonly TemplateChoice[]> {
  const suggester = createSuggester();
  for (const { text, template, locale } of await suggestionExamples(db, wanted))
    suggester.add({ lang: locale, text, label: template });
  const among = new Set(choices.map(({ variant }) => variant.template));
  const { suggestions } = suggester.rank({ lang: wanted.language, text: question, limit: MOST, among });
  return suggestions.flatMap(({ label }) => choices.find(({ variant }) => variant.template === label) ?? []);
}
