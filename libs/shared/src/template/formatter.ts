import { MessageFormat } from "messageformat";
import { type Given, given, Missing, variableOf } from "./given.ts";
import { directionOf, intlLocale } from "./intl.ts";
import { type Fault, type Message, parseMessage, variablesOf } from "./message.ts";
import { ownFunctions } from "./own-functions.ts";
import type { TemplateFunction } from "./print.ts";
import { standardFunctions } from "./standard-functions.ts";
import { isVariableName, type Values } from "./variable.ts";

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
  readonly faults: readonly Fault[];
  readonly run: MessageFormat<string> | null;
  readonly names: readonly string[];
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
  return { format: (source, values) => run(compiled(source), values, settings) };
}

function compile(source: string, settings: FormatterSettings): Compiled {
  const { message, faults } = parseMessage(source);
  if (!message) return { faults, run: null, names: [] };
  return { faults, run: library(message, settings), names: [...variablesOf(message)] };
}

function library(message: Message, settings: FormatterSettings): MessageFormat<string> {
  const { locale, timeZone, now, honorifics = {}, functions } = settings;
  const bound = { timeZone, now, honorifics };
  return new MessageFormat<string>(intlLocale(locale), message, {
    bidiIsolation: settings.isolation ?? (directionOf(locale) === "rtl" ? "default" : "none"),
    functions: { ...standardFunctions(bound), ...ownFunctions(bound), ...functions },
  });
}

function run({ faults, run, names }: Compiled, values: Values, settings: FormatterSettings): Formatted {
  if (!run) return { text: "", pieces: [], errors: faults.map(asError) };
  const errors: FormatError[] = [];
  const refused = names.filter((name) => settings.variables && !settings.variables.has(name));
  if (refused.length > 0) {
    return {
      text: "",
      pieces: [],
      errors: refused.map((name) => ({ type: "unknown-variable", source: `$${name}` })),
    };
  }
  const parts = run.formatToParts(wrap(names, values, errors), (error) => errors.push(complaint(error)));
  const pieces = parts.map((part) => pieceOf(part, errors));
  return { text: pieces.map(shown).join(""), pieces, errors };
}

/** Every name of the message gets an own value, so that the library never looks into prototypes or objects. */
function wrap(
  names: readonly string[],
  values: Values,
  errors: FormatError[],
): Record<string, Given | Missing> {
  const wrapped: Record<string, Given | Missing> = Object.create(null);
  for (const name of names) {
    const value = isVariableName(name) && Object.hasOwn(values, name) ? given(name, values[name]) : null;
    wrapped[name] =
      value ?? new Missing(name, () => errors.push({ type: "unresolved-variable", source: `$${name}` }));
  }
  return wrapped;
}

type Part = ReturnType<MessageFormat<string>["formatToParts"]>[number];

function pieceOf(part: Part, errors: FormatError[]): Piece {
  switch (part.type) {
    case "text":
    case "bidiIsolation":
      return { kind: "text", text: String(part.value), variable: "" };
    case "markup":
      return { kind: "text", text: "", variable: "" };
    case "fallback":
      return { kind: "hole", text: "source" in part ? String(part.source) : "", variable: variableIn(part) };
    case "hole":
    case "fill":
      return { kind: part.type, text: partText(part), variable: partVariable(part) };
    case "unknown":
      return unknownPiece("value" in part ? part.value : undefined, errors);
    default:
      return { kind: "value", text: partText(part), variable: partVariable(part) };
  }
}

const variableIn = (part: Part): string =>
  "source" in part && String(part.source).startsWith("$") ? String(part.source).slice(1) : "";

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
