// The Unicode consortium's suite for MessageFormat 2, judged by exact text and exact error names.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createFormatter, type FormatterSettings, type TemplateFunction } from "@parley/shared/template";
import { MessageFunctionError } from "messageformat";
import { report } from "./report.ts";

interface Case {
  readonly src: string;
  readonly locale: string;
  readonly bidiIsolation?: "none" | "default";
  readonly params?: readonly { readonly name: string; readonly value: string | number }[];
  readonly exp?: string;
  readonly expErrors?: readonly { readonly type: string }[] | boolean;
}
interface Suite {
  readonly defaultTestProperties?: Partial<Case>;
  readonly tests: readonly Case[];
}

/** Why a case that differs is not held against us; a difference without a reason here counts as a fault. */
const REASONS: Readonly<Record<string, string>> = {
  "hello {$place-.}": "names hold no dots, so that none reaches into an object",
  ".local $foo = {$bar :number} {{bar {$foo}}}": "a hole names the variable an agent has to fill",
};

/** The suite's own functions, as its README describes them. */
const testFunctions: Readonly<Record<string, TemplateFunction>> = {
  "test:function": testFunction({ formats: true, selects: true }),
  "test:select": testFunction({ formats: false, selects: true }),
  "test:format": testFunction({ formats: true, selects: false }),
};

const { values } = parseArgs({ options: { data: { type: "string" }, json: { type: "boolean" } } });
const folder = join(
  values.data ?? join(import.meta.dirname, "../../shared/data"),
  "conformance/messageformat2/tests",
);
if (!existsSync(folder)) {
  console.error(`The suite is not here: ${folder}. Give the folder of the data with --data.`);
  process.exit(2);
}

const cases = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".json"))
  .sort()
  .flatMap((file) => {
    const { defaultTestProperties, tests } = JSON.parse(readFileSync(join(folder, file), "utf8")) as Suite;
    return tests.map(
      (one) => ({ file, ...defaultTestProperties, ...one }) as Case & { readonly file: string },
    );
  });
const differing = cases.flatMap((one) => {
  const difference = differenceOf(one);
  return difference === null
    ? []
    : [{ file: one.file, src: one.src, difference, reason: REASONS[one.src] ?? "" }];
});
if (!values.json) console.table(differing);
report("messageformat", [
  {
    subject: "parley",
    cases: cases.length,
    passed: cases.length - differing.length,
    explained: differing.filter(({ reason }) => reason !== "").length,
    differing: JSON.stringify(differing),
  },
]);

function differenceOf({ src, locale, bidiIsolation, params = [], exp, expErrors }: Case): string | null {
  const settings: FormatterSettings = { locale, functions: testFunctions };
  const formatter = createFormatter(bidiIsolation ? { ...settings, isolation: bidiIsolation } : settings);
  const { text, errors } = formatter.format(
    src,
    Object.fromEntries(params.map(({ name, value }) => [name, value])),
  );
  const found = [...new Set(errors.map(({ type }) => type))].sort().join(" ");
  if (exp !== undefined && text !== exp) return `text ${JSON.stringify(text)} is not ${JSON.stringify(exp)}`;
  if (expErrors === true) return found === "" ? "no error" : null;
  const expected = [...new Set((expErrors || []).map(({ type }) => type))].sort().join(" ");
  return found === expected ? null : `errors "${found}" are not "${expected}"`;
}

interface TestValue {
  readonly value: number;
  readonly decimals: number;
  readonly fails: readonly string[];
}

function testFunction(can: { readonly formats: boolean; readonly selects: boolean }): TemplateFunction {
  return (context, options, operand) => {
    const { value, decimals, fails } = readTestValue(options, operand, (message) =>
      context.onError("bad-option", message),
    );
    const text = () => (decimals === 1 ? value.toFixed(1) : String(Math.trunc(value)));
    const selectKey = (keys: Set<string>) => {
      if (fails.includes("select")) throw new Error("selection fails");
      if (value === 1 && decimals === 1 && keys.has("1.0")) return "1.0";
      return value === 1 && keys.has("1") ? "1" : null;
    };
    const failing = () => {
      throw new MessageFunctionError("bad-option", "formatting fails");
    };
    const format = fails.includes("format") ? failing : text;
    return {
      type: "test",
      dir: context.dir ?? "auto",
      options: { decimalPlaces: decimals, fails },
      ...(can.selects && { selectKey }),
      ...(can.formats && { toString: format, toParts: () => [{ type: "test", value: format() }] }),
      valueOf: () => value,
    };
  };
}

function readTestValue(
  options: Readonly<Record<string, unknown>>,
  operand: unknown,
  complain: (message: string) => void,
): TestValue {
  const inherited = operand as {
    readonly options?: { readonly decimalPlaces?: number; readonly fails?: string[] };
  };
  const value = Number(typeof operand === "object" ? operand?.valueOf() : operand);
  if (operand === undefined || Number.isNaN(value))
    throw new MessageFunctionError("bad-operand", "not a number");
  const decimals = options.decimalPlaces ?? inherited.options?.decimalPlaces ?? 0;
  if (!["0", "1"].includes(String(decimals)))
    throw new MessageFunctionError("bad-option", "decimalPlaces is 0 or 1");
  const wanted = String(options.fails ?? "");
  const known: Readonly<Record<string, readonly string[]>> = {
    "": inherited.options?.fails ?? [],
    never: [],
    select: ["select"],
    format: ["format"],
    always: ["select", "format"],
  };
  if (!known[wanted]) complain("fails is never, select, format or always");
  return { value, decimals: Number(decimals), fails: known[wanted] ?? [] };
}
