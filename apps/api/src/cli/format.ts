import { parseArgs } from "node:util";
import { createFormatter, type Formatter, type Value } from "@parley/shared/template";
import type { Command } from "./command.ts";
import { Unusable } from "./command.ts";
import { type JsonLine, readJsonLines, stringField } from "./json-lines.ts";

/** `format`: print MessageFormat 2 texts. Lines `{"source","locale","values"}` give `{"text","errors"}`. */
export const run: Command = async (args, { input, out }) => {
  const { values: options } = parseArgs({ args: [...args], options: { "time-zone": { type: "string" } } });
  const timeZone = options["time-zone"] ?? "UTC";
  const formatters = new Map<string, Formatter>();
  let failed = false;
  for await (const line of readJsonLines(input)) {
    const locale = localeField(line);
    const formatter = formatters.get(locale) ?? createFormatter({ locale, timeZone });
    formatters.set(locale, formatter);
    const { text, errors } = formatter.format(stringField(line, "source"), valuesField(line));
    failed ||= errors.length > 0;
    out(JSON.stringify({ text, errors }));
  }
  return failed ? 1 : 0;
};

function localeField(line: JsonLine): string {
  const locale = stringField(line, "locale");
  if (!isLocale(locale)) throw new Unusable("line_locale_unknown", { line: line.line, locale });
  return locale;
}

function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}

/** Only strings and numbers are values; anything else is as good as missing, and the message says so. */
function valuesField({ line, value }: JsonLine): Readonly<Record<string, Value>> {
  const { values = {} } = value;
  if (typeof values !== "object" || values === null || Array.isArray(values)) {
    throw new Unusable("line_field_not_object", { line, field: "values" });
  }
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, Value] =>
      ["string", "number"].includes(typeof entry[1]),
    ),
  );
}
