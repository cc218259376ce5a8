import { MessageFormat } from "messageformat";
import { type Given, given as giveValue, Missing, missingOf, variableOf } from "./given.ts";
import { directionOf, intlLocale } from "./intl.ts";
import { type Fault, type Message, parseMessage, variablesOf } from "./message.ts";
import { ownFunctions } from "./own-functions.ts";
import type { TemplateFunction } from "./print.ts";
import { standardFunctions } from "./standard-functions.ts";
import type { Value, Values } from "./variable.ts";

/** What a formatter is bound to. */
export interface FormatterSettings {
  readonly locale: string;
  /** Names a message may use. Without them every value of its own that has a proper name may be used. */
  readonly variables?: ReadonlySet<string>;
  /** IANA name. Pass one wherever two machines must print the same. */
  readonly timeZone?: string;
  /** What `:relative` counts dates from. */
  readonly now?: Date;
  readonly honorifics?: Readonly<Record<string, string>>;
  /** `none` in left-to-right languages, isolates around each placeholder in right-to-left ones, unless said otherwise. */
  readonly isolation?: "none" | "default";
  /** Functions beside the closed set. */
  readonly functions?: Readonly<Record<string, TemplateFunction>>;
}

/** A stretch of the printed text. */
export interface Piece {
  readonly kind: "text" | "value" | "hole" | "fill";
  readonly text: string;
  /** The variable it came from; empty for literal text and for a part without a variable. */
  readonly variable: string;
}

/** A complaint about a message, by the names of the MessageFormat 2 specification, or `unknown-variable`. */
export interface FormatError {
  readonly type: string;
  /** What it is about: `$name`, or the place `start`–`end` in the source. */
  readonly source: string;
  readonly start?: number;
  readonly end?: number;
}

/** What formatting a message gives. The text is never thrown away: holes stand as `{$name}`. */
export interface Formatted {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly errors: readonly FormatError[];
}

export interface Formatter {
  readonly format: (source: string, values: Values) => Formatted;
}

interface Compiled {
  /** Null for a message that is never formatted. */
  readonly run: MessageFormat<string> | null;
  readonly names: readonly Name[];
  /** Why it is not. */
  readonly refusals: readonly FormatError[];
}

/** A variable of a message, and whether it may have a value at all. */
interface Name {
  readonly name: string;
  readonly reachable: boolean;
}

const MOST_KEPT = 2_000;

/** A formatter for one language that parses each source once. */
export function createFormatter(settings: FormatterSettings): Formatter {
  const kept = new Map<string, Compiled>();
  const compiled = (source: string): Compiled => {
    const found = kept.get(source);
    if (found) return found;
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? "");
    const made = compile(source, settings);
    kept.set(source, made);
    return made;
  };
  return { format: (source, values) => run(compiled(source), values) };
}

function compile(source: string, settings: FormatterSettings): Compiled {
  const { message, faults } = parseMessage(source);
  if (!message) return { run: null, names: [], refusals: faults.map(asError) };
  const names = namesOf(message);
  const refusals = names
    .filter(({ name }) => settings.variables && !settings.variables.has(name))
    .map(({ name }) => ({ type: "unknown-variable", source: `$${name}` }));
  return { run: refusals.length > 0 ? null : library(message, settings), names, refusals };
}

const namesOf = (message: Message): readonly Name[] =>
  [...variablesOf(message)].map((name) => ({ name, reachable: isReachable(name) }));

function library(message: Message, settings: FormatterSettings): MessageFormat<string> {
  const { locale, timeZone, now, honorifics = {}, functions } = settings;
  const bound = { locale: intlLocale(locale), timeZone, now, honorifics };
  return new MessageFormat<string>(bound.locale, message, {
    bidiIsolation: settings.isolation ?? (directionOf(locale) === "rtl" ? "default" : "none"),
    functions: { ...standardFunctions(bound), ...ownFunctions(bound), ...reporting(functions) },
  });
}

/** Functions from outside meet a missing value as nothing, and the message hears of it. */
const reporting = (
  functions: Readonly<Record<string, TemplateFunction>> = {},
): Record<string, TemplateFunction> =>
  Object.fromEntries(
    Object.entries(functions).map(([name, fn]) => [
      name,
      (context, options, operand) => {
        const missing = missingOf(operand);
        missing?.report();
        return fn(context, options, missing ? undefined : operand);
      },
    ]),
  );

function run({ run, names, refusals }: Compiled, values: Values): Formatted {
  if (!run) return { text: "", pieces: [], errors: refusals };
  const errors: FormatError[] = [];
  const wrapped = wrap(names, values, errors);
  const parts = run.formatToParts(wrapped, (error) => errors.push(complaint(error)));
  const pieces = parts.map((part) => pieceOf(part, wrapped, errors));
  let text = "";
  for (const piece of pieces) text += shown(piece);
  return { text, pieces, errors: errors.length < 2 ? errors : distinct(errors) };
}

/** A value that stands in a message twice is missing once. */
function distinct(errors: readonly FormatError[]): readonly FormatError[] {
  const seen = new Map(errors.map((error) => [`${error.type} ${error.source}`, error]));
  return seen.size === errors.length ? errors : [...seen.values()];
}

/** Every name of the message gets an own value, so that the library never looks into prototypes or objects. */
function wrap(names: readonly Name[], values: Values, errors: FormatError[]): Wrapped {
  const wrapped: Wrapped = {};
  for (const { name, reachable } of names) {
    const value = reachable ? ownValue(values, name) : undefined;
    const given = giveValue(name, value) ?? new Missing(name, () => errors.push(complaintAbout(name, value)));
    if (name === "__proto__") Object.defineProperty(wrapped, name, { value: given, enumerable: true });
    else wrapped[name] = given;
  }
  return wrapped;
}
type Wrapped = Record<string, Given | Missing>;

function complaintAbout(name: string, value: unknown): FormatError {
  const blank = value === undefined || value === null || (typeof value === "string" && value.trim() === "");
  return { type: blank ? "unresolved-variable" : "bad-operand", source: `$${name}` };
}

/** A dotted name would reach into an object, and one that objects have of their own would print code. */
const isReachable = (name: string): boolean => !name.includes(".") && !(name in Object.prototype);

/** Messages spell names in Unicode's composed form; values may not. */
function ownValue(values: Values, name: string): Value | undefined {
  if (Object.hasOwn(values, name)) return values[name];
  return Object.entries(values).find(([key]) => key.normalize() === name)?.[1];
}

type Part = ReturnType<MessageFormat<string>["formatToParts"]>[number];

function pieceOf(part: Part, wrapped: Wrapped, errors: FormatError[]): Piece {
  switch (part.type) {
    case "text":
    case "bidiIsolation":
      return { kind: "text", text: String(part.value), variable: "" };
    case "markup":
      return { kind: "text", text: "", variable: "" };
    case "fallback":
      return fallbackPiece(part, wrapped);
    case "hole":
    case "fill":
      return { kind: part.type, text: partText(part), variable: partVariable(part) };
    case "unknown":
      return unknownPiece("value" in part ? part.value : undefined, errors);
    default:
      return { kind: "value", text: partText(part), variable: partVariable(part) };
  }
}

/** What the library could not print: a value it refused, or a function nobody knows. */
function fallbackPiece(part: Part, wrapped: Wrapped): Piece {
  const source = "source" in part ? String(part.source) : "";
  const variable = source.startsWith("$") ? source.slice(1) : "";
  const value = wrapped[variable];
  if (value instanceof Missing) value.report();
  return { kind: "hole", text: source, variable };
}

const partVariable = (part: Part): string => ("id" in part && typeof part.id === "string" ? part.id : "");

function partText(part: Part): string {
  if ("value" in part && part.value !== undefined) return String(part.value);
  return "parts" in part ? (part.parts ?? []).map(({ value }) => String(value ?? "")).join("") : "";
}

/** A bare variable that is no string and no number: nothing, or a date, which cannot be printed without a function. */
function unknownPiece(value: unknown, errors: FormatError[]): Piece {
  if (value instanceof Missing) {
    value.report();
    return { kind: "hole", text: "", variable: value.variable };
  }
  const variable = variableOf(value);
  errors.push({ type: "bad-operand", source: `$${variable}` });
  return { kind: "hole", text: "", variable };
}

/** How a piece stands in a plain text: holes as the specification shows what it could not resolve. */
function shown({ kind, text, variable }: Piece): string {
  if (kind === "text" || kind === "value") return text;
  if (variable !== "") return `{$${variable}}`;
  return `{${text === "" ? ":fill" : text}}`;
}

const asError = ({ type, detail, start, end }: Fault): FormatError => ({ type, source: detail, start, end });

function complaint(error: unknown): FormatError {
  const { type, source } = error as { readonly type?: string; readonly source?: string };
  return { type: type ?? "function-error", source: source ?? "" };
}
