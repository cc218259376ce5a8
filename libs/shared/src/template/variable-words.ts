import type { TemplateLanguage } from "./starter.ts";
import type { Variable, VariableWords } from "./variable.ts";

/**
 * What variables are called in a language, by name: in words of their own, else in those that come with the language,
 * else in words of their own in whatever language somebody wrote them in.
 */
export function variableWords(
  variables: readonly Variable[],
  language: Pick<TemplateLanguage, "locale" | "variables">,
): Readonly<Record<string, VariableWords>> {
  const own = variables.flatMap(({ name, words = {} }): (readonly [string, VariableWords])[] => {
    const there = Object.values(words).filter(isSaid)[0];
    const known = language.variables[name] ?? there;
    const here = words[language.locale];
    if (!here) return known ? [[name, known]] : [];
    const { label, sample } = here;
    return [[name, { label: label || (known?.label ?? ""), sample: sample || (known?.sample ?? "") }]];
  });
  return { ...language.variables, ...Object.fromEntries(own) };
}

const isSaid = ({ label, sample }: VariableWords): boolean => label !== "" || sample !== "";
