import { CHANNEL_CLASSES, type Template } from "./template.ts";
import {
  FUNCTIONS_OF,
  isVariableName,
  PII_CLASSES,
  VARIABLE_SOURCES,
  type Variable,
  type VariableWords,
} from "./variable.ts";

/** What a template is for and may hold, the same in every language. */
export type Description = Pick<Template, "intent" | "channelClasses" | "variables">;

/** Why a template cannot be described so. */
export type DescriptionFault =
  | "empty"
  | "too-long"
  | "signs"
  | "none"
  | "unknown"
  | "too-many"
  | "twice"
  | "not-a-variable"
  | "range";

/** One place of a description that cannot stay as it is. */
export interface DescriptionProblem {
  readonly field: "key" | "intent" | "channelClasses" | "variables";
  readonly fault: DescriptionFault;
  /** Which variable, from 0; null when it is about the field as a whole. */
  readonly variable: number | null;
  /** Which part of the variable. */
  readonly part: keyof Variable | null;
}

/** Bounds of what a description holds. Lengths are in UTF-16 code units. */
export const MOST_IN_TEMPLATE = {
  key: 60,
  intent: 100,
  variables: 60,
  maxLength: 1000,
  choices: 30,
  choice: 60,
  words: 120,
} as const;

/** What is wrong with a template's key: small letters, digits and single hyphens. */
export function keyProblems(key: string): readonly DescriptionProblem[] {
  const fault = key === "" ? "empty" : key.length > MOST_IN_TEMPLATE.key ? "too-long" : null;
  if (fault) return [problem("key", fault)];
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(key) ? [] : [problem("key", "signs")];
}

/** Everything that is wrong with a description. It may come from anywhere: nothing of its variables is believed. */
export function descriptionProblems({
  intent,
  channelClasses,
  variables,
}: Description): readonly DescriptionProblem[] {
  const found: DescriptionProblem[] = [];
  if (intent.trim() === "") found.push(problem("intent", "empty"));
  if (intent.length > MOST_IN_TEMPLATE.intent) found.push(problem("intent", "too-long"));
  if (channelClasses.length === 0) found.push(problem("channelClasses", "none"));
  if (channelClasses.some((name) => !CHANNEL_CLASSES.includes(name)))
    found.push(problem("channelClasses", "unknown"));
  if (variables.length > MOST_IN_TEMPLATE.variables) found.push(problem("variables", "too-many"));
  return [...found, ...variables.flatMap((variable, at) => variableProblems(variable, at, variables))];
}

const problem = (field: DescriptionProblem["field"], fault: DescriptionFault): DescriptionProblem => ({
  field,
  fault,
  variable: null,
  part: null,
});

function variableProblems(
  given: unknown,
  at: number,
  all: readonly unknown[],
): readonly DescriptionProblem[] {
  if (typeof given !== "object" || given === null)
    return [{ ...problem("variables", "not-a-variable"), variable: at }];
  const variable = given as Record<keyof Variable, unknown>;
  const faults: Readonly<Record<keyof Variable, DescriptionFault | null>> = {
    name: nameFault(variable.name, all.slice(0, at)),
    type: isOneOf(variable.type, Object.keys(FUNCTIONS_OF)),
    source: isOneOf(variable.source, VARIABLE_SOURCES),
    required: typeof variable.required === "boolean" ? null : "unknown",
    maxLength: lengthFault(variable.maxLength),
    pii: isOneOf(variable.pii, PII_CLASSES),
    choices: choicesFault(variable),
    functions: isWordList(variable.functions) ? null : "unknown",
    words: wordsFault(variable.words),
  };
  const parts = Object.keys(faults) as (keyof Variable)[];
  return parts.flatMap((part) => {
    const fault = faults[part];
    return fault === null ? [] : [{ field: "variables" as const, fault, variable: at, part }];
  });
}

function nameFault(name: unknown, before: readonly unknown[]): DescriptionFault | null {
  if (typeof name !== "string") return "unknown";
  if (name === "") return "empty";
  if (!isVariableName(name)) return "signs";
  return before.some((one) => (one as { name?: unknown } | null)?.name === name) ? "twice" : null;
}

const isOneOf = (value: unknown, known: readonly string[]): DescriptionFault | null =>
  typeof value === "string" && known.includes(value) ? null : "unknown";

const lengthFault = (length: unknown): DescriptionFault | null =>
  typeof length === "number" && Number.isInteger(length) && length > 0 && length <= MOST_IN_TEMPLATE.maxLength
    ? null
    : "range";

function choicesFault({ type, choices }: Record<keyof Variable, unknown>): DescriptionFault | null {
  if (!isWordList(choices)) return "unknown";
  if (type === "choice" && choices.length === 0) return "none";
  return new Set(choices).size < choices.length ? "twice" : null;
}

const isWordList = (list: unknown): list is readonly string[] =>
  Array.isArray(list) &&
  list.length <= MOST_IN_TEMPLATE.choices &&
  list.every((word) => typeof word === "string" && word.length <= MOST_IN_TEMPLATE.choice);

function wordsFault(words: unknown): DescriptionFault | null {
  if (words === undefined) return null;
  if (typeof words !== "object" || words === null || Array.isArray(words)) return "unknown";
  const all: unknown[] = Object.values(words);
  if (!all.every(isWords)) return "unknown";
  return all.some(({ label, sample }) => Math.max(label.length, sample.length) > MOST_IN_TEMPLATE.words)
    ? "too-long"
    : null;
}

const isWords = (words: unknown): words is VariableWords => {
  const { label, sample } = (words ?? {}) as Partial<Record<keyof VariableWords, unknown>>;
  return typeof label === "string" && typeof sample === "string";
};
