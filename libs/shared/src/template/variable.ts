/** Where a value comes from. `manual` ones are typed by the agent, at a tab stop. */
export const VARIABLE_SOURCES = ["contact", "order", "agent", "brand", "conversation", "manual"] as const;
export type VariableSource = (typeof VARIABLE_SOURCES)[number];

/** What kind of personal data a value is; `none` may stand in public. */
export const PII_CLASSES = ["none", "name", "contact", "order", "financial"] as const;
export type PiiClass = (typeof PII_CLASSES)[number];

/** What a variable holds; it decides which functions fit. */
export type VariableType = "name" | "text" | "number" | "date" | "choice" | "list" | "hours" | "link";

/** What may stand in a message under one name. A template refuses every name it has no variable for. */
export interface Variable {
  readonly name: string;
  readonly type: VariableType;
  readonly source: VariableSource;
  /** A variable that is not required may be empty: each locale then needs a form without it. */
  readonly required: boolean;
  /** Most characters a value may have. Checks of a channel's limit count with it. */
  readonly maxLength: number;
  readonly pii: PiiClass;
  /** The values of a `choice`. */
  readonly choices: readonly string[];
  /** Functions that may be applied; those of the type when a schema names none. */
  readonly functions: readonly string[];
  /** Its words by BCP 47 tag, where the words that come with each language do not know it or say it otherwise. */
  readonly words?: Readonly<Record<string, VariableWords>>;
}

/** A variable's words in one language. */
export interface VariableWords {
  /** What an agent reads at a tab stop. */
  readonly label: string;
  /** A believable value for previews and checks. */
  readonly sample: string;
}

/** Values may be primitives only: nothing a message names can reach inside an object. */
export type Value = string | number | Date;
export type Values = Readonly<Record<string, Value | undefined>>;

/** Functions of MessageFormat 2 itself that a template may call. */
export const STANDARD_FUNCTIONS = [
  "string",
  "number",
  "integer",
  "offset",
  "percent",
  "currency",
  "date",
  "time",
  "datetime",
] as const;
/** Parley's own functions. */
export const OWN_FUNCTIONS = [
  "name",
  "honorific",
  "mask",
  "initials",
  "list",
  "relative",
  "hours",
  "link",
  "fill",
] as const;
export type FunctionName = (typeof STANDARD_FUNCTIONS)[number] | (typeof OWN_FUNCTIONS)[number];

const NUMERIC: readonly FunctionName[] = ["number", "integer", "offset", "percent", "currency", "relative"];

/** The functions that fit a type when a schema does not narrow them. `fill` fits any variable an agent types. */
export const FUNCTIONS_OF: Readonly<Record<VariableType, readonly FunctionName[]>> = {
  name: ["name", "initials", "string"],
  text: ["string", "mask", "initials"],
  number: NUMERIC,
  date: ["date", "time", "datetime", "relative"],
  choice: ["honorific", "string"],
  list: ["list"],
  hours: ["hours"],
  link: ["link"],
};

/** What each function may be told. Anything else is an error at save. */
export const OPTIONS_OF: Readonly<Record<FunctionName, readonly string[]>> = {
  string: [],
  number: [
    "select",
    "minimumIntegerDigits",
    "minimumFractionDigits",
    "maximumFractionDigits",
    "minimumSignificantDigits",
    "maximumSignificantDigits",
    "signDisplay",
    "useGrouping",
    "trailingZeroDisplay",
  ],
  integer: ["select", "minimumIntegerDigits", "maximumSignificantDigits", "signDisplay", "useGrouping"],
  offset: ["add", "subtract"],
  percent: [
    "minimumFractionDigits",
    "maximumFractionDigits",
    "minimumSignificantDigits",
    "maximumSignificantDigits",
    "signDisplay",
    "useGrouping",
    "trailingZeroDisplay",
  ],
  currency: [
    "currency",
    "currencyDisplay",
    "currencySign",
    "fractionDigits",
    "useGrouping",
    "trailingZeroDisplay",
  ],
  date: ["fields", "length", "calendar", "timeZone"],
  time: ["precision", "timeZoneStyle", "hour12", "timeZone"],
  datetime: ["dateFields", "dateLength", "timePrecision", "timeZoneStyle", "hour12", "calendar", "timeZone"],
  name: [],
  honorific: [],
  mask: ["keep"],
  initials: [],
  list: ["type"],
  relative: ["unit", "style"],
  hours: [],
  link: [],
  fill: ["label"],
};

export const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(OPTIONS_OF, name);

/** Whether a name may be a variable: no dots, and nothing that objects have of their own. */
export const isVariableName = (name: string): boolean =>
  /^[a-z][A-Za-z0-9]{0,39}$/.test(name) && !(name in Object.prototype);
