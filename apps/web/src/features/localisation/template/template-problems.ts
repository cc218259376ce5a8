import { type DescriptionProblem, descriptionProblems, keyProblems } from "@parley/shared/template";
import type { Described, TemplateWords } from "./template-draft.ts";

/** Why a template cannot be saved as it is described; the words are in `templateForm.problem`. */
export type TemplateProblem =
  | DescriptionProblem
  | {
      readonly field: "key" | "title";
      readonly fault: "taken" | "empty";
      readonly variable: null;
      readonly part: null;
    };

interface Among {
  readonly isNew: boolean;
  readonly templates: readonly Described[];
}

/** What stands in the way of saving. */
export function problemsOf(words: TemplateWords, { isNew, templates }: Among): readonly TemplateProblem[] {
  const described = descriptionProblems(words);
  if (!isNew) return described;
  const taken = templates.some(({ key, kind }) => key === words.key && kind === words.kind);
  const nameless = words.title.trim() === "";
  return [
    ...keyProblems(words.key),
    ...(taken ? [{ field: "key", fault: "taken", variable: null, part: null } as const] : []),
    ...(nameless ? [{ field: "title", fault: "empty", variable: null, part: null } as const] : []),
    ...described,
  ];
}

/** What nobody has filled in yet is no mistake until somebody wants to save. */
export const isBegun = ({ fault }: TemplateProblem): boolean => fault !== "empty" && fault !== "none";

/** A name for the place, the same in the form's fields. */
export const placeOf = ({ field, variable, part }: Omit<TemplateProblem, "fault">): string =>
  [field, ...(variable === null ? [] : [variable]), ...(part === null ? [] : [part])].join("-");
