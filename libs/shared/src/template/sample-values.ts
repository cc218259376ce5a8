import type { TemplateLanguage } from "./starter.ts";
import type { Value, Values, Variable } from "./variable.ts";

/** The sample of each variable as a value of its type, for previews and checks. */
export function sampleValues(variables: readonly Variable[], { variables: words }: TemplateLanguage): Values {
  return Object.fromEntries(
    variables.flatMap(({ name, type }): [string, Value][] => {
      const sample = words[name]?.sample;
      if (sample === undefined) return [];
      return [[name, type === "number" ? Number(sample) : sample]];
    }),
  );
}
