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
export const standardFunctions = ({ timeZone }: FunctionSettings): Record<string, TemplateFunction> => ({
  string: careful("string", library("string")),
  number: careful("number", number("number")),
  integer: careful("integer", number("integer", Math.round)),
  percent: careful("percent", number("percent")),
  currency: careful("currency", number("currency")),
  offset: careful("offset", library("offset")),
  date: careful("date", date("date", timeZone)),
  time: careful("time", date("time", timeZone)),
  datetime: careful("datetime", date("datetime", timeZone)),
});

/** A missing operand gives a hole; any other value is traced to its variable. */
function careful(name: string, fn: TemplateFunction): TemplateFunction {
  return (context, options, operand) => {
    const missing = missingOf(operand);
    if (missing) {
      missing.report();
      if (name !== "string") context.onError("bad-operand", `:${name} has no value`);
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

interface Numeric {
  readonly options: Intl.NumberFormatOptions & { readonly select?: string };
  readonly format: Intl.NumberFormat;
  readonly rules: Intl.PluralRules | null;
}

/** Numbers given by a variable with plain options take the short way; all else is the library's business. */
function number(name: string, round: (value: number) => number = (value) => value): TemplateFunction {
  const slow = library(name);
  return (context, options, operand) => {
    const key = isGiven(operand) ? keyOf(name, context, options) : null;
    const value = plainValue(operand);
    if (key === null || typeof value !== "number") return slow(context, options, operand);
    const numeric = once(key, () => numericOf(slow, context, options));
    return numeric === "refused"
      ? slow(context, options, operand)
      : { ...numberValue(numeric, round(value), context), variable: variableOf(operand) };
  };
}

function numberValue(numeric: Numeric, value: number, { locales }: FunctionContext): MessageValue<string> {
  const { format, rules, options } = numeric;
  const text = () => format.format(value);
  return {
    ...printed({ type: "number", variable: "", dir: directionOf(locales[0] ?? "und"), text }),
    options,
    ...(rules && { selectKey: (keys: Set<string>) => selectNumber(numeric, value, keys) }),
    valueOf: () => value,
  };
}

function selectNumber({ options, rules }: Numeric, value: number, keys: Set<string>): string | null {
  const shown = options.style === "percent" ? value * 100 : value;
  const exact = String(shown);
  if (keys.has(exact)) return exact;
  if (options.select === "exact" || !rules) return null;
  const category = rules.select(shown);
  return keys.has(category) ? category : null;
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

function date(name: string, zone: string | undefined): TemplateFunction {
  const slow = library(name);
  return (context, options, operand) => {
    const plain = plainValue(operand);
    const zoned = inZone(options, plain, zone);
    const key = isGiven(operand) ? keyOf(name, context, zoned) : null;
    const value = key === null ? null : instant(plain);
    if (key === null || value === null) return slow(context, zoned, operand);
    const format = once(key, () => dateFormatOf(slow, context, zoned));
    if (format === "refused") return slow(context, zoned, operand);
    const text = () => format.format(value);
    const dir = directionOf(context.locales[0] ?? "und");
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
function keyOf(name: string, context: FunctionContext, options: FunctionOptions): string | null {
  if (context.dir !== undefined) return null;
  let key = `${name} ${context.locales.join()}`;
  for (const [option, value] of Object.entries(options)) {
    const plain = isGiven(value) && option !== "select" ? String(value) : value;
    if (typeof plain !== "string") return null;
    key += ` ${option}=${plain}`;
  }
  return key;
}
