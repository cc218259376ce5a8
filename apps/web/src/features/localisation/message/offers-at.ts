import {
  FUNCTIONS_OF,
  type FunctionName,
  OPTIONS_OF,
  OWN_FUNCTIONS,
  STANDARD_FUNCTIONS,
  type Variable,
} from "@parley/shared/template";

/** What can be typed at a place of a message. */
export interface MessageOffer {
  readonly kind: "variable" | "function" | "option" | "forms";
  /** What is inserted and what it is called. */
  readonly text: string;
  /** For a variable: its type. For forms: the variable they go by. */
  readonly about: string;
}

export interface OffersAt {
  /** Where the typed beginning starts. */
  readonly from: number;
  readonly offers: readonly MessageOffer[];
}

interface Asked {
  readonly variables: readonly Variable[];
  readonly locale: string;
  /** Asked for by a key, not by typing. */
  readonly explicit: boolean;
}

/** What fits at the end of `before`, the message up to the caret. */
export function offersAt(before: string, asked: Asked): OffersAt | null {
  const inside = /\{[^{}]*$/.exec(before)?.[0] ?? null;
  const isDeclaration = /(^|\n)\s*\.(match|local)\b[^\n]*$/.test(before);
  if (inside !== null || isDeclaration) return insideOf(before, inside ?? "", asked);
  return asked.explicit ? outside(before, asked) : null;
}

/** In braces: a name after `$` or at the start, a function after `:`, an option after a function. */
function insideOf(before: string, here: string, asked: Asked): OffersAt | null {
  const variable = /(?:\$[\p{L}\p{N}]*|\{\s*\p{L}*)$/u.exec(before);
  if (variable) return variables(before, variable[0], asked);
  const called = /:([\p{L}\p{N}-]*)$/u.exec(here)?.[1];
  if (called !== undefined) return functions(before.length - called.length, here, asked);
  const [option, name = "", typed = ""] = /:([a-z]+)(?:\s+\p{L}+\s*=\s*\S+)*\s+(\p{L}*)$/u.exec(here) ?? [];
  return option === undefined ? null : options(before.length - typed.length, name);
}

function variables(before: string, typed: string, { variables: all }: Asked): OffersAt {
  const from = before.length - typed.replace(/^\{\s*/, "").length;
  return { from, offers: all.map(({ name, type }) => ({ kind: "variable", text: `$${name}`, about: type })) };
}

/** Those that fit the variable come first; without one, all. */
function functions(from: number, here: string, { variables: all }: Asked): OffersAt {
  const name = /\$([\p{L}\p{N}]+)/u.exec(here)?.[1];
  const variable = all.find((one) => one.name === name);
  const fit = variable ? fitting(variable) : [...STANDARD_FUNCTIONS, ...OWN_FUNCTIONS];
  return { from, offers: fit.map((text) => ({ kind: "function", text, about: variable?.type ?? "" })) };
}

function fitting({ type, source, functions: named }: Variable): readonly string[] {
  const fit = named.length > 0 ? named : FUNCTIONS_OF[type];
  return source === "manual" && !fit.includes("fill") ? [...fit, "fill"] : fit;
}

function options(from: number, name: string): OffersAt | null {
  const known = (OPTIONS_OF as Readonly<Record<string, readonly string[] | undefined>>)[name];
  if (!known || known.length === 0) return null;
  return { from, offers: known.map((text) => ({ kind: "option", text: `${text}=`, about: name })) };
}

/** In the words themselves: a variable, or forms by one in an empty text. */
function outside(before: string, { variables: all, locale }: Asked): OffersAt {
  const word = /[\p{L}\p{N}]*$/u.exec(before)?.[0] ?? "";
  const isEmpty = before.trim() === word;
  const forms = isEmpty ? all.flatMap((variable) => formsBy(variable, locale)) : [];
  return {
    from: before.length - word.length,
    offers: [
      ...forms,
      ...all.map(
        ({ name, type }): MessageOffer => ({
          kind: "variable",
          text: `{$${name}${callOf(type)}}`,
          about: type,
        }),
      ),
    ],
  };
}

const callOf = (type: Variable["type"]): string => {
  const first: FunctionName | undefined = FUNCTIONS_OF[type][0];
  return first === undefined || type === "text" ? "" : ` :${first}`;
};

/** As grammars list them; the browser's order is another one. */
const CATEGORIES: readonly Intl.LDMLPluralRule[] = ["zero", "one", "two", "few", "many", "other"];

/** A message with a form for each plural category of the language, for each choice, or for no name. */
function formsBy({ name, type, choices }: Variable, locale: string): readonly MessageOffer[] {
  const keys = keysOf(type, choices, locale);
  if (keys.length < 2) return [];
  const width = Math.max(...keys.map((key) => key.length));
  const call = { number: "integer", name: "name" }[type as string] ?? "string";
  const lines = keys.map((key) => `${key.padEnd(width)} {{}}`);
  const text = [`.input {$${name} :${call}}`, `.match $${name}`, ...lines].join("\n");
  return [{ kind: "forms", text, about: name }];
}

function keysOf(type: Variable["type"], choices: readonly string[], locale: string): readonly string[] {
  if (type === "name") return ["none", "*"];
  if (type === "choice") return [...choices, "*"];
  if (type !== "number") return [];
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  // `many` of these languages begins at a million: no reply counts so far.
  const rare = /^(pt|es|fr|it|ca)\b/.test(locale) ? ["other", "many"] : ["other"];
  return [...CATEGORIES.filter((key) => pluralCategories.includes(key) && !rare.includes(key)), "*"];
}
