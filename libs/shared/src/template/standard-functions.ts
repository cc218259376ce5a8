import { MessageFunctionError } from "messageformat";
import { DefaultFunctions, DraftFunctions, type MessageValue } from "messageformat/functions";
import { isGiven, Missing, missingOf, plainValue, variableOf } from "./given.ts";
import { directionOf, once } from "./intl.ts";
import {
  type FunctionContext,
  type FunctionOptions,
  type FunctionSettings,
  hole,
  printed,
  type TemplateFunction,
} from "./print.ts";

const LIBRARY: Readonly<Record<string, TemplateFunction>> = { ...DefaultFunctions, ...DraftFunctions };

/** The standard functions, on Intl objects that are kept, with values that know their variable. */
export const standardFunctions = (settings: FunctionSettings): Record<string, TemplateFunction> => ({
  string: careful("string", string),
  number: careful("number", number("number", settings)),
  integer: careful("integer", number("integer", settings)),
  percent: careful("percent", number("percent", settings)),
  currency: careful("currency", number("currency", settings)),
  offset: careful("offset", library("offset")),
  date: careful("date", date("date", settings)),
  time: careful("time", date("time", settings)),
  datetime: careful("datetime", date("datetime", settings)),
});

/** A missing operand gives a hole; any other value is traced to its variable. */
function careful(name: string, fn: TemplateFunction): TemplateFunction {
  return (context, options, operand) => {
    const missing = missingOf(operand);
    if (missing) {
      missing.report();
      if (name === "string") return { ...hole(missing), selectKey: (keys) => (keys.has("") ? "" : null) };
      context.onError("bad-operand", `:${name} has no value`);
      return hole(missing);
    }
    const variable = variableOf(operand);
    return variable === ""
      ? fn(context, options, operand)
      : known(() => fn(context, options, operand), { variable, context });
  };
}

/** What a function makes of a variable's value; a value it cannot work with becomes a hole under its name. */
function known(
  make: () => MessageValue<string>,
  { variable, context }: { readonly variable: string; readonly context: FunctionContext },
): MessageValue<string> {
  try {
    const value = make();
    return "variable" in value ? value : traced(value, variable);
  } catch (error) {
    if (!(error instanceof MessageFunctionError)) throw error;
    context.onError(error.type, error.message);
    return hole(new Missing(variable, () => undefined));
  }
}

/** The library's value with its variable written on every part. */
function traced(value: MessageValue<string>, variable: string): MessageValue<string> {
  const { toParts } = value;
  const named = toParts && { toParts: () => toParts().map((part) => ({ ...part, id: variable })) };
  return Object.assign({ ...value, ...named }, { variable });
}

function library(name: string): TemplateFunction {
  const fn = LIBRARY[name];
  if (!fn) throw new Error(`the library has no function :${name}`);
  return fn;
}

/** A variable's text takes the short way. */
const string: TemplateFunction = (context, options, operand) => {
  if (!isGiven(operand) || context.dir !== undefined) return library("string")(context, options, operand);
  const text = String(operand);
  return {
    ...printed({ type: "string", variable: operand.variable, dir: "auto", text: () => text }),
    selectKey: (keys: Set<string>) => (keys.has(text.normalize()) ? text.normalize() : null),
    valueOf: () => text,
  };
};

interface Numeric {
  readonly options: Intl.NumberFormatOptions & { readonly select?: string };
  readonly format: Intl.NumberFormat;
  readonly rules: Intl.PluralRules | null;
}

/** Numbers given by a variable with plain options take the short way; all else is the library's business. */
function number(name: string, { locale }: FunctionSettings): TemplateFunction {
  const slow = library(name);
  const dir = directionOf(locale);
  return (context, options, operand) => {
    const key = isGiven(operand) ? keyOf(`${name} ${locale}`, context, options) : null;
    const plain = plainValue(operand);
    if (key === null || typeof plain !== "number") return slow(context, options, operand);
    const numeric = once(key, () => numericOf(slow, context, options));
    if (numeric === "refused") return slow(context, options, operand);
    const value = name === "integer" ? Math.round(plain) : plain;
    const { format, rules } = numeric;
    return {
      ...printed({ type: "number", variable: variableOf(operand), dir, text: () => format.format(value) }),
      options: numeric.options,
      ...(rules && { selectKey: (keys: Set<string>) => selectNumber(numeric, value, keys) }),
      valueOf: () => value,
    };
  };
}

function selectNumber({ options, rules }: Numeric, value: number, keys: Set<string>): string | null {
  const shown = options.style === "percent" ? value * 100 : value;
  const exact = String(shown);
  if (keys.has(exact)) return exact;
  if (options.select === "exact" || !rules) return null;
  const category = categoryOf(rules, shown);
  return keys.has(category) ? category : null;
}

const categories = new WeakMap<Intl.PluralRules, Map<number, string>>();
/** Counts in replies are small; their categories are looked up once. */
const SMALL = 1_000;

function categoryOf(rules: Intl.PluralRules, value: number): string {
  if (!(Number.isInteger(value) && value >= 0 && value < SMALL)) return rules.select(value);
  const known = categories.get(rules) ?? new Map<number, string>();
  const category = known.get(value) ?? rules.select(value);
  categories.set(rules, known.set(value, category));
  return category;
}

/** The library reads the options once. A set it complains about is not kept, so that it complains each time. */
function numericOf(slow: TemplateFunction, context: FunctionContext, options: FunctionOptions) {
  const { value, complaints } = overhear(slow, context, { options, operand: 0 });
  if (complaints > 0) return "refused";
  const read: Numeric["options"] = { ...value.options };
  const type = read.select === "ordinal" ? "ordinal" : "cardinal";
  const rules = value.selectKey ? new Intl.PluralRules(context.locales, { ...read, type }) : null;
  return { options: read, format: new Intl.NumberFormat(context.locales, read), rules };
}

function date(name: string, { locale, timeZone }: FunctionSettings): TemplateFunction {
  const slow = library(name);
  const dir = directionOf(locale);
  return (context, options, operand) => {
    const plain = plainValue(operand);
    const zoned = inZone(options, plain, timeZone);
    const key = isGiven(operand) ? keyOf(`${name} ${locale}`, context, zoned) : null;
    const value = key === null ? null : instant(plain);
    if (key === null || value === null) return slow(context, zoned, operand);
    const format = once(key, () => dateFormatOf(slow, context, zoned));
    if (format === "refused") return slow(context, zoned, operand);
    const text = () => format.format(value);
    return {
      ...printed({ type: "datetime", variable: variableOf(operand), dir, text }),
      valueOf: () => value,
    };
  };
}

/** A day without an hour is the same day everywhere, whatever zone the reader is in. */
function inZone(options: FunctionOptions, value: unknown, zone: string | undefined): FunctionOptions {
  const timeZone = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? "UTC" : zone;
  return options.timeZone === undefined && timeZone !== undefined ? { ...options, timeZone } : options;
}

function dateFormatOf(slow: TemplateFunction, context: FunctionContext, options: FunctionOptions) {
  const { value, complaints } = overhear(slow, context, { options, operand: new Date(0) });
  return complaints > 0 ? "refused" : new Intl.DateTimeFormat(context.locales, { ...value.options });
}

function instant(value: unknown): Date | null {
  const date = value instanceof Date ? value : new Date(String(value));
  return Number.isNaN(date.getTime()) ? null : date;
}

function overhear(
  fn: TemplateFunction,
  context: FunctionContext,
  { options, operand }: { readonly options: FunctionOptions; readonly operand: unknown },
) {
  let complaints = 0;
  const { dir, locales, localeMatcher, literalOptionKeys } = context;
  const onError = () => {
    complaints += 1;
  };
  return {
    value: fn({ dir, locales, localeMatcher, literalOptionKeys, onError }, options, operand),
    complaints,
  };
}

/** Everything a number or date is formatted by; null when an option is more than a word. */
function keyOf(name: string, { dir }: FunctionContext, options: FunctionOptions): string | null {
  if (dir !== undefined) return null;
  let key = name;
  for (const [option, value] of Object.entries(options)) {
    const plain = isGiven(value) && option !== "select" ? String(value) : value;
    if (typeof plain !== "string") return null;
    key += ` ${option}=${plain}`;
  }
  return key;
}
