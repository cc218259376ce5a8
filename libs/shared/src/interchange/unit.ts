import type { ChannelClass, Register, Template, VariantText } from "../template/index.ts";

/** How far the work on a unit has come, as translation tools name it. */
export type UnitState = "initial" | "translated" | "reviewed" | "final";

export const UNIT_STATES: readonly UnitState[] = ["initial", "translated", "reviewed", "final"];

/** One sentence group in one plural or gender form: what a translator sees at a time. */
export interface ExchangeUnit {
  /** Template, register, channel class, block and form: `delay/formal/any/1/one`. */
  readonly id: string;
  readonly template: string;
  readonly register: Register;
  readonly channelClass: ChannelClass;
  readonly block: number;
  /** Declarations and selectors of the message that the form is part of; empty for a message without any. */
  readonly head: string;
  /** Keys of the form; `*` when the message has one form only. */
  readonly keys: readonly string[];
  /** A pattern of MessageFormat 2, placeholders in braces. Empty when the source has no such block. */
  readonly source: string;
  readonly target: string | null;
  readonly state: UnitState;
  /** The target's revision at export; an import over a newer one is a conflict. 0 when there was none. */
  readonly revision: number;
  /** Most the text may take on its channel, and what counts. */
  readonly limit: number | null;
  readonly note: string;
}

/** What is handed to translators and comes back. */
export interface ExchangeFile {
  readonly sourceLocale: string;
  readonly targetLocale: string;
  readonly units: readonly ExchangeUnit[];
}

/** A variant as it stands in the store, with the one it is made from. */
export interface Exchangeable {
  readonly template: Template;
  readonly source: VariantText;
  readonly target: VariantText | null;
  readonly register: Register;
  readonly channelClass: ChannelClass;
  /** Revision of the target; 0 when there is none. */
  readonly revision: number;
  readonly state: UnitState;
  readonly limit: number | null;
  /** What the template is for. */
  readonly note: string;
}

/** Why a file, or a part of it, cannot be taken. The words for a code are in `locales`. */
export interface ExchangeProblem {
  readonly code: string;
  readonly args: Readonly<Record<string, string>>;
  /** Counted from 1; 0 when it is about no line. */
  readonly line: number;
}

/** What was read, and everything that is wrong with it. With a problem of severity `file` nothing was read. */
export interface ReadResult<T> {
  readonly value: T | null;
  readonly problems: readonly ExchangeProblem[];
}

/** Larger files are refused unread. */
export const MAX_FILE_LENGTH = 8 * 1024 * 1024;

export const problem = (code: string, args: ExchangeProblem["args"] = {}, line = 0): ExchangeProblem => ({
  code,
  args,
  line,
});

export const unread = <T>(...problems: ExchangeProblem[]): ReadResult<T> => ({ value: null, problems });
