import type { Variable, VariableWords } from "@parley/shared/template";
import type { TemplateProblem } from "./template-problems.ts";

/** What a variable's card and its fields are given. */
export interface CardProps {
  readonly variable: Variable;
  /** Its place in the list. */
  readonly at: number;
  readonly open: boolean;
  /** The language its words are shown in. */
  readonly locale: string;
  /** What Parley calls it in that language. */
  readonly known: VariableWords | null;
  readonly mayWrite: boolean;
  readonly problems: readonly TemplateProblem[];
  readonly onToggle: () => void;
  readonly onChange: (changed: Partial<Variable>) => void;
  readonly onRemove: () => void;
}
