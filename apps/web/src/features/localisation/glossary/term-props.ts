import type { GlossaryDesk } from "./glossary-desk.ts";
import type { Term } from "./open-glossary.ts";
import type { TermDraft } from "./term-draft.ts";

/** What the parts of a term's form are given. */
export interface TermProps {
  readonly desk: GlossaryDesk;
  /** The term's id, or that of a new one. */
  readonly id: string;
  /** As the server has it; null for a new one, and when somebody removed it. */
  readonly term: Term | null;
  readonly draft: TermDraft | null;
  readonly mayWrite: boolean;
}
