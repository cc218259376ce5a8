import type { TemplateLanguage } from "./starter.ts";
import type { Value, Values, Variable } from "./variable.ts";
import { variableWords } from "./variable-words.ts";

/** The sample of each variable as a value of its type, for previews and checks. */
export function sampleValues(variables: readonly Variable[], language: TemplateLanguage): Values {
  const words = variableWords(variables, language);
  return Object.fromEntries(
    variables.flatMap(({ name, type }): [string, Value][] => {
      const sample = words[name]?.sample;
      if (!sample) return [];
      return [[name, type === "number" ? Number(sample) : sample]];
    }),
  );
}
