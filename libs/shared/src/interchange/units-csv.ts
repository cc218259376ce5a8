import { readCsv, writeCsv } from "./csv.ts";
import { type ExchangeFile, problem, type ReadResult } from "./unit.ts";
import { factsOf, unitFrom } from "./unit-facts.ts";

const REQUIRED = ["id", "source", "target", "revision", "keys", "head", "languages"] as const;
const COLUMNS = [...REQUIRED, "note", "limit", "state"] as const;

/** Write units as a table: a row for each form. */
export const writeUnitsCsv = ({ sourceLocale, targetLocale, units }: ExchangeFile): string =>
  writeCsv(
    COLUMNS,
    units.map((unit) => ({
      ...factsOf(unit),
      id: unit.id,
      source: unit.source,
      target: unit.target ?? "",
      languages: `${sourceLocale} ${targetLocale}`,
    })),
  );

/** Read a table of units. */
export function readUnitsCsv(text: string): ReadResult<ExchangeFile> {
  const { table, problems } = readCsv(text, REQUIRED);
  if (!table) return { value: null, problems };
  const [sourceLocale = "", targetLocale = ""] = table.rows[0]?.cells.languages?.split(" ") ?? [];
  const read = table.rows.map(({ line, cells }) => {
    const texts = { source: cells.source ?? "", target: cells.target || null };
    return { line, id: cells.id ?? "", unit: unitFrom(cells.id ?? "", texts, cells) };
  });
  return {
    value: { sourceLocale, targetLocale, units: read.flatMap(({ unit }) => unit ?? []) },
    problems: read.flatMap(({ line, id, unit }) =>
      unit ? [] : [problem("unit-unknown", { unit: id }, line)],
    ),
  };
}
