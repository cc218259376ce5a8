import { CsvError, parse } from "csv-parse/sync";
import { type ExchangeProblem, MAX_FILE_LENGTH, problem } from "./unit.ts";

/** Rows of a table by the names of its columns, with the line each begins at. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: Readonly<Record<string, string>> }[];
}

/** Signs with which spreadsheets begin a formula. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** Write a table that no spreadsheet runs: a cell that begins like a formula gets an apostrophe, and loses it when read. */
export function writeCsv(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
): string {
  const line = (cells: readonly string[]) => cells.map(cell).join(",");
  return `\ufeff${[line(columns), ...rows.map((row) => line(columns.map((name) => row[name] ?? "")))].join("\r\n")}\r\n`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const plain = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text);

/** Read a table by comma, semicolon or tab, whichever its first line is cut by into the columns that have to be there. */
export function readCsv(
  text: string,
  required: readonly string[],
): { readonly table: Table | null; readonly problems: readonly ExchangeProblem[] } {
  if (text.length > MAX_FILE_LENGTH) return { table: null, problems: [problem("file-too-long")] };
  const [first = ""] = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const names = (delimiter: string) =>
    first.split(delimiter).map((name) => name.trim().replace(/^"|"$/g, "").toLowerCase());
  const delimiter = [",", ";", "\t"].find((one) =>
    required.every((name) => names(one).includes(name.toLowerCase())),
  );
  if (delimiter === undefined) {
    return {
      table: null,
      problems: [problem("csv-columns", { required: required.join(", "), found: first.slice(0, 80) }, 1)],
    };
  }
  try {
    return { table: tableOf(text, delimiter), problems: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 0;
    return { table: null, problems: [problem("csv-broken", { reason: error.code }, line)] };
  }
}

function tableOf(text: string, delimiter: string): Table {
  const lines: number[] = [];
  const [head = [], ...body] = parse(text, {
    bom: true,
    delimiter,
    skip_empty_lines: true,
    on_record: (record: string[], { lines: line }) => {
      lines.push(line);
      return record;
    },
  });
  const columns = head.map((name) => name.trim());
  const rows = body.map((record, row) => ({
    line: lines[row + 1] ?? 0,
    cells: Object.fromEntries(columns.map((name, at) => [name.toLowerCase(), plain(record[at] ?? "")])),
  }));
  return { columns, rows };
}
