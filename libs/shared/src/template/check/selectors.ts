import type { Model } from "messageformat";
import type { Span } from "../../text/index.ts";
import { once } from "../intl.ts";
import { placeOf } from "../message.ts";

/** What a message selects by. */
export interface Selector {
  readonly variable: string;
  readonly kind: "number" | "ordinal" | "name" | "choice";
}

const NUMERIC = new Set(["number", "integer", "offset", "percent"]);

/** The selectors of a message in order, each with the function that gives its keys their meaning. */
export function selectorsOf(message: Model.SelectMessage): readonly Selector[] {
  return message.selectors.map(({ name }) => {
    const declaration = message.declarations.find((candidate) => candidate.name === name);
    const functionRef = declaration?.value.functionRef;
    const variable = declaration?.value.arg?.type === "variable" ? declaration.value.arg.name : name;
    return { variable, kind: kindOf(functionRef) };
  });
}

function kindOf(functionRef: Model.FunctionRef | undefined): Selector["kind"] {
  if (functionRef?.name === "name") return "name";
  if (!functionRef || !NUMERIC.has(functionRef.name)) return "choice";
  const select = functionRef.options?.select;
  if (select?.type === "literal" && select.value === "ordinal") return "ordinal";
  return select?.type === "literal" && select.value === "exact" ? "choice" : "number";
}

export const CATEGORIES = new Set(["zero", "one", "two", "few", "many", "other"]);
/** Whole numbers up to this show every category that everyday counts meet. */
const EVERYDAY = 200;

/** The categories a locale selects, each with the everyday whole numbers in it. */
export function categoriesOf(
  locale: string,
  type: "cardinal" | "ordinal",
): ReadonlyMap<string, readonly number[]> {
  return once(`categories ${locale} ${type}`, () => {
    const rules = new Intl.PluralRules(locale, { type });
    const numbers = new Map<string, number[]>(
      rules.resolvedOptions().pluralCategories.map((name) => [name, []]),
    );
    for (let n = 0; n <= EVERYDAY; n += 1) numbers.get(rules.select(n))?.push(n);
    return numbers;
  });
}

/** Whether a plural key leaves one number only, so that its pattern need not print it. */
export function fixesNumber(key: string, locale: string): boolean {
  if (!CATEGORIES.has(key)) return true;
  return categoriesOf(locale, "cardinal").get(key)?.length === 1;
}

/** Where a pattern of a message stands, keys included. */
export const placeOfPattern = (variant: Model.Variant): Span => placeOf(variant);
