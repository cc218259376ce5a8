import { type MessageSyntaxError, type Model, stringifyMessage, validate, visit } from "messageformat";
import { cstKey, messageFromCST, parseCST } from "messageformat/cst";
import type { Span } from "../text/index.ts";

/** A parsed message: the data model of Unicode MessageFormat 2. */
export type Message = Model.Message;

/** Bytes of UTF-8 that one message may take, so that no body can stall a parser. */
export const MAX_MESSAGE_BYTES = 8192;
/** Patterns one message may hold: every plural and gender form of a long reply needs blocks, not more patterns. */
export const MAX_PATTERNS = 64;

/** Something wrong with a message before it is formatted. */
export interface Fault extends Span {
  readonly type: FaultType;
  /** What the parser missed, such as `}}`, or the parser's own finer name. */
  readonly detail: string;
}

/** The error names of the MessageFormat 2 specification, and Parley's two caps. */
export type FaultType =
  | "syntax-error"
  | "variant-key-mismatch"
  | "missing-fallback-variant"
  | "missing-selector-annotation"
  | "duplicate-declaration"
  | "duplicate-option-name"
  | "duplicate-variant"
  | "message-too-long"
  | "too-many-variants";

/** What is known of a source text: the message when it is sound, else every fault with its place. */
export interface Parsed {
  readonly source: string;
  readonly message: Message | null;
  /** The message even when its parts do not fit together; null only when it cannot be read at all. */
  readonly model: Message | null;
  readonly faults: readonly Fault[];
}

/** A variable, function or piece of markup where it stands in the source. */
export interface Placeholder extends Span {
  readonly kind: "expression" | "markup";
  readonly variable: string | null;
  /** Name of the function or of the markup, without `:` or `#`. */
  readonly name: string | null;
  readonly options: Readonly<Record<string, Model.Literal | Model.VariableRef>>;
  /** Index of the pattern it stands in; null for a declaration. */
  readonly pattern: number | null;
}

const FAULT_TYPES: Readonly<Record<string, FaultType>> = {
  "key-mismatch": "variant-key-mismatch",
  "missing-fallback": "missing-fallback-variant",
  "missing-selector-annotation": "missing-selector-annotation",
  "duplicate-declaration": "duplicate-declaration",
  "duplicate-option-name": "duplicate-option-name",
  "duplicate-variant": "duplicate-variant",
};

/** Parse a message. All syntax errors are found, and in a message without them all errors of its data model. */
export function parseMessage(source: string): Parsed {
  if (utf8Length(source) > MAX_MESSAGE_BYTES) {
    return unread(source, [whole("message-too-long", source)]);
  }
  const cst = parseCST(source);
  if (cst.errors.length > 0) return unread(source, onePerPlace(cst.errors.map(asFault)));
  try {
    return validated(source, messageFromCST(cst));
  } catch (error) {
    if (!isSyntaxError(error)) throw error;
    return unread(source, [asFault(error)]);
  }
}

/** The source text of a message, in the one spelling the data model knows. */
export const messageSource = (message: Message): string => stringifyMessage(message);

/** Every pattern of a message with its keys, in the order of the source. */
export function patternsOf(
  message: Message,
): readonly { readonly keys: Keys; readonly pattern: Model.Pattern }[] {
  return message.type === "message"
    ? [{ keys: [], pattern: message.pattern }]
    : message.variants.map(({ keys, value }) => ({ keys, pattern: value }));
}
type Keys = readonly (Model.Literal | Model.CatchallKey)[];

/** Everything in braces, in source order, with its place. */
export function placeholdersOf(message: Message): readonly Placeholder[] {
  const found: Placeholder[] = [];
  for (const { value } of message.declarations) found.push(placeholder(value, null));
  patternsOf(message).forEach(({ pattern }, index) => {
    for (const part of pattern) if (typeof part !== "string") found.push(placeholder(part, index));
  });
  return found;
}

/** Names of the variables a message takes from outside, also those in options. */
export function variablesOf(message: Message): ReadonlySet<string> {
  const names = new Set<string>();
  const local = new Set(message.declarations.filter(({ type }) => type === "local").map(({ name }) => name));
  visit(message, {
    value: (value) => {
      if (value.type === "variable" && !local.has(value.name)) names.add(value.name);
    },
  });
  return names;
}

/** Where a node of a parsed message stands in its source. */
export function placeOf(node: Model.Node): Span {
  const place = node[cstKey];
  return place && "start" in place ? { start: place.start, end: place.end } : { start: 0, end: 0 };
}

function placeholder(part: Model.Expression | Model.Markup, pattern: number | null): Placeholder {
  const place = placeOf(part);
  if (part.type === "markup") {
    return {
      ...place,
      kind: "markup",
      variable: null,
      name: part.name,
      options: part.options ?? {},
      pattern,
    };
  }
  return {
    ...place,
    kind: "expression",
    variable: part.arg?.type === "variable" ? part.arg.name : null,
    name: part.functionRef?.name ?? null,
    options: part.functionRef?.options ?? {},
    pattern,
  };
}

function validated(source: string, message: Message): Parsed {
  const faults: Fault[] = [];
  validate(message, (type, node) => {
    faults.push({ type: FAULT_TYPES[type] ?? "syntax-error", detail: type, ...placeOf(node) });
  });
  if (message.type === "select" && message.variants.length > MAX_PATTERNS) {
    faults.push(whole("too-many-variants", source));
  }
  return { source, message: faults.length === 0 ? message : null, model: message, faults };
}

const unread = (source: string, faults: readonly Fault[]): Parsed => ({
  source,
  message: null,
  model: null,
  faults,
});

/** Where one thing is missing the parser misses all that would follow it; the first that can be seen says enough. */
function onePerPlace(faults: readonly Fault[]): readonly Fault[] {
  const seen = faults.filter(({ detail }) => detail !== "' '");
  const kept = seen.length > 0 ? seen : faults;
  return kept.filter(({ start }, index) => kept.findIndex((fault) => fault.start === start) === index);
}

function asFault({ type, start, end, message }: MessageSyntaxError): Fault {
  const missing = /^Missing (.*?)(?: at \d+)?$/.exec(message)?.[1];
  return {
    type: FAULT_TYPES[type] ?? "syntax-error",
    detail: missing ?? type,
    start: Math.max(0, start),
    end: Math.max(start, end),
  };
}

const isSyntaxError = (error: unknown): error is MessageSyntaxError =>
  error instanceof Error && "start" in error && "end" in error;

const whole = (type: FaultType, source: string): Fault => ({
  type,
  detail: type,
  start: 0,
  end: source.length,
});

function utf8Length(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
