import { holes } from "@parley/shared/template";

/** A template that a text was made from, as the server keeps it. */
export interface TemplateUse {
  readonly templateRevisionId: string;
  readonly key: string;
  readonly locale: string;
  readonly register: string;
  readonly channelClass: string;
  readonly text: string;
}

/** A place that must still be filled in. */
export interface Unresolved {
  readonly start: number;
  readonly end: number;
  readonly variable: string;
}

/** Everything that a member can change about a reply. */
export interface DraftText {
  readonly body: string;
  /** What it is written in, as a BCP 47 tag; null until it can be told. */
  readonly language: string | null;
  readonly uses: readonly TemplateUse[];
  /** Which variable the words at a hole stand for: a hole in the text is found again by its words. */
  readonly variables: Readonly<Record<string, string>>;
}

export const noText: DraftText = { body: "", language: null, uses: [], variables: {} };

/** A saved state of a reply, as the server tells it. */
export interface Revision {
  readonly id: string;
  readonly n: number;
  readonly body: string;
  readonly language: string | null;
  readonly createdAt: string;
  readonly author: { readonly id: string; readonly name: string } | null;
  readonly templateUses: readonly TemplateUse[];
  readonly unresolved: readonly Unresolved[];
}

/** What a saved state says. */
export function textOf(revision: Revision): DraftText {
  const { body, language, templateUses, unresolved } = revision;
  const variables = unresolved.map(({ start, end, variable }) => [body.slice(start, end), variable] as const);
  return { body, language, uses: templateUses, variables: Object.fromEntries(variables) };
}

/** The places of a text that must still be filled in. */
export function unresolvedIn({ body, variables }: DraftText): readonly Unresolved[] {
  return holes(body).map(({ start, end }) => ({
    start,
    end,
    variable: variables[body.slice(start, end)] ?? "",
  }));
}

/** A stretch of a rendered template that a variable stands for. */
interface OpenMark {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly variable: string;
}

/** What the words of a template's holes stand for. */
export function variablesOf(text: string, marks: readonly OpenMark[]) {
  const open = marks.filter(({ kind }) => kind !== "filled");
  return Object.fromEntries(open.map(({ start, end, variable }) => [text.slice(start, end), variable]));
}

/** Whether two texts would be saved as the same. */
export function sameText(a: DraftText, b: DraftText): boolean {
  return (
    a.body === b.body &&
    a.language === b.language &&
    a.uses.length === b.uses.length &&
    a.uses.every((use, index) => use.templateRevisionId === b.uses[index]?.templateRevisionId)
  );
}
