import type { Model } from "messageformat";
import type { Span } from "../../text/index.ts";
import type { Message } from "../message.ts";
import type { Variable } from "../variable.ts";
import type { Hit } from "./finding.ts";
import { CATEGORIES, categoriesOf, placeOfPattern, type Selector, selectorsOf } from "./selectors.ts";

/** Languages whose `many` starts at a million: nobody misses it in a reply. */
const MANY_IS_MILLIONS = new Set(["ca", "es", "fr", "it", "pt"]);

/** Digits of the smallest such number. */
const MILLION = 7;

/** Checks 7, 8 and 10: plural forms a language needs, forms it never selects, and forms of address. */
export function pluralForms(
  message: Message,
  locale: string,
  variables: readonly Variable[],
): readonly Hit[] {
  if (message.type !== "select") return [];
  return selectorsOf(message).flatMap((selector, index) => {
    if (selector.kind === "choice") return neutralForm(message, index);
    if (selector.kind === "name") return [];
    const digits = variables.find(({ name }) => name === selector.variable)?.maxLength ?? MILLION;
    return numberForms(message, { selector, index, locale, digits });
  });
}

/** Check 9: the source counts and the target does not, in a language that has plural forms. */
export function keptPlural(
  target: readonly Message[],
  source: readonly Message[],
  locale: string,
): readonly Hit[] {
  if (categoriesOf(locale, "cardinal").size < 2) return [];
  const counted = (messages: readonly Message[]) =>
    new Set(
      messages.flatMap((message) =>
        message.type === "select"
          ? selectorsOf(message)
              .filter(({ kind }) => kind === "number" || kind === "ordinal")
              .map(({ variable }) => variable)
          : [],
      ),
    );
  const has = counted(target);
  return [...counted(source)]
    .filter((name) => !has.has(name))
    .map((name) => ({ code: "lost-number" as const, args: { name }, start: 0, end: 0 }));
}

interface Axis {
  readonly selector: Selector;
  readonly index: number;
  readonly locale: string;
  /** Most digits the number can have. */
  readonly digits: number;
}

function numberForms(
  message: Model.SelectMessage,
  { selector, index, locale, digits }: Axis,
): readonly Hit[] {
  const categories = categoriesOf(locale, selector.kind === "ordinal" ? "ordinal" : "cardinal");
  const hits: Hit[] = [];
  for (const group of groups(message, index)) {
    const keys = group
      .map(({ keys: all }) => all[index])
      .flatMap((key) => (key?.type === "literal" ? [key.value] : []));
    const place = placeOfPattern(group[0] ?? ({ keys: [], value: [] } as Model.Variant));
    // A row that ignores the number everywhere has nothing to inflect.
    const printsNumber = group.some(({ value }) => prints(value, selector.variable));
    if (keys.length > 0 || printsNumber) hits.push(...missing({ categories, keys, place, locale, digits }));
    for (const variant of group) hits.push(...unused(variant.keys[index], categories));
  }
  return hits;
}

function missing({
  categories,
  keys,
  place,
  locale,
  digits,
}: {
  readonly categories: ReadonlyMap<string, readonly number[]>;
  readonly keys: readonly string[];
  readonly place: Span;
  readonly locale: string;
  readonly digits: number;
}): readonly Hit[] {
  const numbers = new Set(keys.map(Number));
  const millions = MANY_IS_MILLIONS.has(locale.split("-")[0] ?? "");
  return [...categories]
    .filter(([name]) => name !== "other" && !keys.includes(name))
    .filter(([name]) => name !== "many" || !millions || digits >= MILLION)
    .filter(([, members]) => members.length === 0 || !members.every((n) => numbers.has(n)))
    .map(([category]) => ({
      code: category === "many" && millions ? ("missing-many" as const) : ("missing-category" as const),
      args: { category },
      ...place,
    }));
}

function unused(
  key: Model.Literal | Model.CatchallKey | undefined,
  categories: ReadonlyMap<string, readonly number[]>,
): readonly Hit[] {
  if (key?.type !== "literal" || !CATEGORIES.has(key.value) || categories.has(key.value)) return [];
  return [
    { code: "unused-category", args: { category: key.value }, ...placeOfPattern({ keys: [key], value: [] }) },
  ];
}

/** Variants that differ in one key only: together they are the forms of that selector. */
function groups(message: Model.SelectMessage, index: number): readonly (readonly Model.Variant[])[] {
  const found = new Map<string, Model.Variant[]>();
  for (const variant of message.variants) {
    const others = JSON.stringify(
      variant.keys.map((key, at) => (at === index || key.type === "*" ? 0 : key.value)),
    );
    const group = found.get(others);
    if (group) group.push(variant);
    else found.set(others, [variant]);
  }
  return [...found.values()];
}

const prints = (pattern: Model.Pattern, variable: string): boolean =>
  pattern.some(
    (part) =>
      typeof part !== "string" &&
      part.type === "expression" &&
      part.arg?.type === "variable" &&
      part.arg.name === variable,
  );

function neutralForm(message: Model.SelectMessage, index: number): readonly Hit[] {
  return groups(message, index).flatMap((group): readonly Hit[] => {
    const neutral = group.find(({ keys }) => keys[index]?.type === "*");
    const [first, ...rest] = group.filter((variant) => variant !== neutral);
    if (!first) return [];
    if (!neutral) return [{ code: "no-neutral", ...placeOfPattern(first) }];
    const gendered = [first, ...rest].map(({ value }) => textOf(value));
    const differ = new Set(gendered).size > 1;
    if (!differ || !gendered.includes(textOf(neutral.value))) return [];
    return [{ code: "neutral-is-gendered", ...placeOfPattern(neutral) }];
  });
}

const textOf = (pattern: Model.Pattern): string =>
  pattern.map((part) => (typeof part === "string" ? part : JSON.stringify(part))).join("");
