import type { TemplateWords } from "./template-draft.ts";
import type { TemplateProblem } from "./template-problems.ts";

/** What the parts of a template's form are given. */
export interface FormProps {
  readonly words: TemplateWords;
  readonly isNew: boolean;
  readonly mayWrite: boolean;
  readonly brandId: string;
  /** Those that are on screen. */
  readonly problems: readonly TemplateProblem[];
  readonly onWrite: (changed: Partial<TemplateWords>) => void;
}
