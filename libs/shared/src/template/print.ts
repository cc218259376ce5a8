import type { MessageValue } from "messageformat/functions";
import type { Missing } from "./given.ts";

/** What the library tells a function about the message it runs in. */
export interface FunctionContext {
  readonly dir: "ltr" | "rtl" | "auto" | undefined;
  readonly locales: string[];
  readonly localeMatcher: "best fit" | "lookup";
  readonly literalOptionKeys: Set<string>;
  onError(type: string, message: string): void;
}
export type FunctionOptions = Record<string, unknown>;
interface Callable {
  call(context: FunctionContext, options: FunctionOptions, operand?: unknown): MessageValue<string>;
}
/** A function of the template language, Parley's own or the library's. */
export type TemplateFunction = Callable["call"];

/** What the functions of one formatter agree on. */
export interface FunctionSettings {
  /** As Intl takes it. The library's own list of locales is slow to read. */
  readonly locale: string;
  /** IANA name; the machine's own zone when it is missing, so pass one wherever two machines must agree. */
  readonly timeZone: string | undefined;
  /** What `:relative` counts dates from. */
  readonly now: Date | undefined;
  /** The words of `:honorific` in the message's language. */
  readonly honorifics: Readonly<Record<string, string>>;
}

interface Print {
  readonly type: string;
  readonly variable: string;
  readonly dir: "ltr" | "rtl" | "auto";
  readonly text: () => string;
}

/** A value that prints as `text` and knows the variable it came from. */
export const printed = ({
  type,
  variable,
  dir,
  text,
}: Print): MessageValue<string> & { variable: string } => ({
  type,
  variable,
  dir,
  toString: text,
  toParts: () => [{ type, id: variable, value: text() }],
});

/** What stands where a value is missing: shown as its name in braces, and never to be sent. */
export const hole = (missing: Missing): MessageValue<string> & { variable: string } => ({
  type: "hole",
  variable: missing.variable,
  dir: "auto",
  toString: () => `{$${missing.variable}}`,
  toParts: () => [{ type: "hole", id: missing.variable, value: "" }],
  valueOf: () => missing,
});
