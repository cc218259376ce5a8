import { CHANNEL_CLASSES, type ChannelClass, type Variable } from "@parley/shared/template";
import type { ResultOf } from "../../../gql/graphql.ts";
import { clashing, differing, type Parts, type ThreeWays, together } from "../parts.ts";
import type { DescribedTemplatesDocument } from "./template.documents.ts";

/** A template of the server, as it is in every language. */
export type Described = ResultOf<typeof DescribedTemplatesDocument>["templates"][number];

/** All that a member writes about a template. What stands after `variables` belongs to the first text of a new one. */
export interface TemplateWords {
  readonly kind: "reply" | "block";
  readonly key: string;
  readonly sourceLocale: string;
  readonly intent: string;
  readonly channelClasses: readonly ChannelClass[];
  readonly variables: readonly Variable[];
  readonly title: string;
  readonly keywords: readonly string[];
  /** Keys of the shared parts before and after the text's own words; empty for none. */
  readonly opens: string;
  readonly closes: string;
}

/** A description that the server does not have yet, and what it was made from. */
export interface TemplateDraft {
  /** 0 for a new template. */
  readonly version: number;
  readonly base: TemplateWords;
  readonly words: TemplateWords;
}

const firstText = { title: "", keywords: [], opens: "", closes: "" } as const;

/** A new template before anything was written. */
export const newWords = (sourceLocale: string): TemplateWords => ({
  kind: "reply",
  key: "",
  sourceLocale,
  intent: "",
  channelClasses: ["any"],
  variables: [],
  ...firstText,
});

export const newVariable: Variable = {
  name: "",
  type: "text",
  source: "manual",
  required: true,
  maxLength: 40,
  pii: "none",
  choices: [],
  functions: [],
};

export const wordsOf = ({
  kind,
  key,
  sourceLocale,
  intent,
  channelClasses,
  variables,
}: Described): TemplateWords => ({
  kind: kind === "block" ? "block" : "reply",
  key,
  sourceLocale,
  intent,
  channelClasses: CHANNEL_CLASSES.filter((one) => channelClasses.includes(one)),
  variables: variablesOf(variables),
  ...firstText,
});

/** The schema as JSON carries it: the API says `Variable`, gql.tada does not know. */
export const variablesOf = (variables: unknown): readonly Variable[] =>
  Array.isArray(variables) ? (variables as readonly Variable[]) : [];

export const beginDraft = (template: Described): TemplateDraft => {
  const words = wordsOf(template);
  return { version: template.version, base: words, words };
};

export const isChanged = ({ base, words }: TemplateDraft): boolean =>
  differing(partsOf(base), partsOf(words)).length > 0;

/** One thing that two people described differently. */
export interface Clash {
  readonly part: "intent" | "channelClasses" | "variable";
  /** Of a variable. */
  readonly name: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** What both changed since the draft was begun, and not in the same way. */
export function clashesOf(draft: TemplateDraft, theirs: TemplateWords): readonly Clash[] {
  const ways = waysOf(draft, theirs);
  return clashing(ways).map((key) => {
    const part = key === "intent" || key === "channelClasses" ? key : "variable";
    const name = part === "variable" ? key.slice(VARIABLE.length) : "";
    return { part, name, mine: ways.mine[key], theirs: ways.theirs[key] };
  });
}

/** The draft on what somebody else saved meanwhile. */
export function rebased(draft: TemplateDraft, template: Described, whose: "mine" | "theirs"): TemplateDraft {
  const theirs = wordsOf(template);
  const parts = together(waysOf(draft, theirs), whose);
  const variables = Object.entries(parts).flatMap(([key, value]) =>
    key.startsWith(VARIABLE) && value !== undefined ? [value as Variable] : [],
  );
  const words = {
    ...theirs,
    intent: String(parts.intent ?? ""),
    channelClasses: parts.channelClasses as readonly ChannelClass[],
    variables,
  };
  return { version: template.version, base: theirs, words };
}

const VARIABLE = "variable ";

const waysOf = ({ base, words }: TemplateDraft, theirs: TemplateWords): ThreeWays => ({
  base: partsOf(base),
  mine: partsOf(words),
  theirs: partsOf(theirs),
});

/** Two variables of one name are two parts still: both are being written. */
function partsOf({ variables, ...words }: TemplateWords): Parts {
  const seen = new Map<string, number>();
  const named = variables.map((variable): readonly [string, Variable] => {
    const nth = seen.get(variable.name) ?? 0;
    seen.set(variable.name, nth + 1);
    return [`${VARIABLE}${variable.name}${nth === 0 ? "" : ` ${nth}`}`, variable];
  });
  return { ...words, ...Object.fromEntries(named) };
}
