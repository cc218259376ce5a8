import type { Span } from "../../text/index.ts";
import { type Message, type Placeholder, type patternsOf, placeholdersOf, variablesOf } from "../message.ts";
import type { Template } from "../template.ts";
import { FUNCTIONS_OF, isFunctionName, OPTIONS_OF, type Variable } from "../variable.ts";
import type { Hit } from "./finding.ts";
import { replaceFix } from "./finding.ts";
import { fixesNumber, placeOfPattern, selectorsOf } from "./selectors.ts";

/** Checks 3 and 6: names outside the schema, functions and options outside the closed set, and those that do not fit. */
export function namesAndFunctions(message: Message, variables: readonly Variable[]): readonly Hit[] {
  const schema = schemaOf(message, variables);
  const hits = placeholdersOf(message).flatMap((placeholder) => placeholderHits(placeholder, schema));
  const named = new Set(hits.map(({ args }) => args?.name));
  // What is left stands in an option or a selector.
  const hidden = [...variablesOf(message)].filter((name) => !schema.known.has(name) && !named.has(name));
  return [
    ...hits,
    ...hidden.map((name) => ({ code: "unknown-variable" as const, args: { name }, start: 0, end: 0 })),
  ];
}

interface Schema {
  readonly known: ReadonlyMap<string, Variable>;
  readonly local: ReadonlySet<string>;
  readonly declared: ReadonlySet<string>;
}

function schemaOf({ declarations }: Message, variables: readonly Variable[]): Schema {
  return {
    known: new Map(variables.map((variable) => [variable.name, variable])),
    local: new Set(declarations.filter(({ type }) => type === "local").map(({ name }) => name)),
    declared: new Set(declarations.map(({ name }) => name)),
  };
}

function placeholderHits(placeholder: Placeholder, { known, local, declared }: Schema): readonly Hit[] {
  const { variable, name, kind, pattern } = placeholder;
  const functions = kind === "expression" && name !== null ? functionHits(placeholder, name) : [];
  if (variable === null || local.has(variable)) return functions;
  const schema = known.get(variable);
  if (!schema) return [unknownName(placeholder, variable, [...known.keys()]), ...functions];
  // A declared variable brings its function with it, and a declaration without one only names it.
  const told = name === null && (pattern === null || declared.has(variable));
  return told ? functions : [...functions, ...misfit(placeholder, schema)];
}

function unknownName({ start, end }: Span, name: string, known: readonly string[]): Hit {
  const near = nearest(name, known);
  const at = start + 2;
  const fixes = near
    ? [replaceFix("rename", [{ start: at, end: at + name.length, text: near }], { name: near })]
    : [];
  return { code: "unknown-variable", args: { name }, start, end, fixes };
}

function functionHits({ start, end, options }: Placeholder, name: string): readonly Hit[] {
  if (!isFunctionName(name)) return [{ code: "unknown-function", args: { name }, start, end }];
  const known = OPTIONS_OF[name];
  return Object.keys(options)
    .filter((option) => !known.includes(option))
    .map((option) => ({ code: "unknown-option" as const, args: { name, option }, start, end }));
}

function misfit({ start, end, name }: Placeholder, variable: Variable): readonly Hit[] {
  const used = name ?? (variable.type === "number" ? "number" : "string");
  if (name !== null && !isFunctionName(name)) return [];
  const allowed: readonly string[] =
    variable.functions.length > 0 ? variable.functions : FUNCTIONS_OF[variable.type];
  if (allowed.includes(used) || (used === "fill" && variable.source === "manual")) return [];
  // A bare name or text prints as it is; everything else needs to be told how.
  if (name === null && variable.functions.length === 0 && variable.type === "name") return [];
  return [
    {
      code: "function-type",
      args: { name: variable.name, function: used, known: allowed.join(" ") },
      start,
      end,
    },
  ];
}

/** Checks 4 and 5: variables of the source that the target drops, and those it adds. */
export function keptVariables(
  target: readonly Message[],
  source: readonly Message[],
  template: Template,
): readonly Hit[] {
  const has = union(target);
  const wanted = union(source);
  const known = new Set(template.variables.map(({ name }) => name));
  const lost = [...wanted].filter((name) => known.has(name) && !has.has(name));
  const extra = [...has].filter((name) => known.has(name) && !wanted.has(name));
  return [
    ...lost.map((name) => ({ code: "missing-variable" as const, args: { name }, start: 0, end: 0 })),
    ...extra.map((name) => ({ code: "extra-variable" as const, args: { name }, start: 0, end: 0 })),
  ];
}

/** Check 4 inside a message: a pattern without a variable that the others print, unless its key says the value. */
export function keptInPatterns(message: Message, locale: string): readonly Hit[] {
  if (message.type !== "select") return [];
  const selectors = selectorsOf(message);
  const printed = message.variants.map(({ value }) => namesIn(value));
  const all = new Set(printed.flatMap((names) => [...names]));
  return message.variants.flatMap((variant, index) =>
    [...all]
      .filter((name) => !printed[index]?.has(name))
      .filter((name) => {
        const at = selectors.findIndex((selector) => selector.variable === name);
        const selector = selectors[at];
        const key = variant.keys[at];
        return !(selector && key && key.type === "literal" && saysValue(selector.kind, key.value, locale));
      })
      .map((name) => ({ code: "missing-in-pattern" as const, args: { name }, ...placeOfPattern(variant) })),
  );
}

const saysValue = (kind: string, key: string, locale: string): boolean =>
  kind === "number" || kind === "ordinal" ? fixesNumber(key, locale) : true;

function namesIn(pattern: ReturnType<typeof patternsOf>[number]["pattern"]): ReadonlySet<string> {
  return new Set(
    pattern.flatMap((part) =>
      typeof part !== "string" && part.type === "expression" && part.arg?.type === "variable"
        ? [part.arg.name]
        : [],
    ),
  );
}

function union(messages: readonly Message[]): ReadonlySet<string> {
  return new Set(messages.flatMap((message) => [...variablesOf(message)]));
}

/** The known name one or two letters away, for a typing error. */
function nearest(name: string, known: readonly string[]): string | null {
  const scored = known.map((candidate) => ({
    candidate,
    far: distance(name.toLowerCase(), candidate.toLowerCase()),
  }));
  const [best] = scored.sort((a, b) => a.far - b.far);
  return best && best.far <= Math.max(2, Math.floor(name.length / 3)) ? best.candidate : null;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
