import type { Value } from "./variable.ts";

/** A string that knows which variable brought it. The library takes it for a string. */
export class GivenText extends String {
  constructor(
    readonly variable: string,
    value: string,
  ) {
    super(value);
  }
}

/** A number that knows which variable brought it. The library takes it for a number. */
export class GivenNumber extends Number {
  constructor(
    readonly variable: string,
    value: number,
  ) {
    super(value);
  }
}

/** A date that knows which variable brought it. */
export class GivenDate extends Date {
  constructor(
    readonly variable: string,
    value: Date,
  ) {
    super(value);
  }
}

/** Stands where a value is missing or empty; `report` is called when a message uses it. */
export class Missing {
  constructor(
    readonly variable: string,
    readonly report: () => void,
  ) {}
}

export type Given = GivenText | GivenNumber | GivenDate;

/** Wrap a value so that what is printed can be traced to its variable; null when it says nothing. */
export function given(variable: string, value: Value | undefined): Given | null {
  if (typeof value === "string") return value.trim() === "" ? null : new GivenText(variable, value);
  if (typeof value === "number") return Number.isFinite(value) ? new GivenNumber(variable, value) : null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : new GivenDate(variable, value);
  return null;
}

export const isGiven = (value: unknown): value is Given =>
  value instanceof GivenText || value instanceof GivenNumber || value instanceof GivenDate;

/** The name of the variable an operand came from; values of our functions carry it through declarations. */
export const variableOf = (operand: unknown): string =>
  typeof operand === "object" && operand !== null && "variable" in operand ? String(operand.variable) : "";

/** The missing value below an operand, also when a declaration stands between; else null. */
export function missingOf(operand: unknown): Missing | null {
  if (operand instanceof Missing) return operand;
  const inner = isWrapped(operand) ? operand.valueOf() : null;
  return inner instanceof Missing ? inner : null;
}

/** What an operand says, as a primitive or a date, with the library's own values around it taken off. */
export function plainValue(operand: unknown): unknown {
  if (operand instanceof Date) return operand;
  return isWrapped(operand) ? operand.valueOf() : operand;
}

const isWrapped = (value: unknown): value is object => typeof value === "object" && value !== null;
