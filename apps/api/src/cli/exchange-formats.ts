import {
  type ExchangeFile,
  type ExchangeProblem,
  type ReadResult,
  readPo,
  readUnitsCsv,
  readXliff,
  writePo,
  writeUnitsCsv,
  writeXliff,
} from "@parley/shared/interchange";
import { sentence } from "../base/sentence.ts";
import { type Io, Unusable } from "./command.ts";

interface TextFormat {
  readonly write: (file: ExchangeFile) => string;
  readonly read: (text: string) => ReadResult<ExchangeFile>;
}

/** The formats in which texts go out to translators and come back. */
export const TEXT_FORMATS: Readonly<Record<string, TextFormat>> = {
  xliff: { write: writeXliff, read: readXliff },
  po: { write: writePo, read: readPo },
  csv: { write: writeUnitsCsv, read: readUnitsCsv },
};

/** One of the known values of an option. */
export function oneOf(option: string, value: string | undefined, known: readonly string[]): string {
  if (value === undefined) throw new Unusable("option_missing", { option });
  if (!known.includes(value))
    throw new Unusable("option_unknown_value", { option, value, known: known.join(" ") });
  return value;
}

/** Tell what is wrong with a file. */
export function tellProblems({ err }: Io, problems: readonly ExchangeProblem[]): void {
  for (const { code, args, line } of problems) err(sentence(code, { ...args, line }, "exchange.json"));
}

/** What was read, or no way to go on: everything that is wrong with the file is told first. */
export function readable<T>(io: Io, { value, problems }: ReadResult<T>): T {
  tellProblems(io, problems);
  if (value === null) throw new Unusable("exchange_unreadable");
  return value;
}
