import { type Io, Unusable } from "./command.ts";

/** One JSON object of the input with the number of its line, counted from 1. */
export interface JsonLine {
  /** The file it stands in, where that is not the input. */
  readonly file?: string;
  readonly line: number;
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * Read JSON Lines; empty lines are passed over. Throws `Unusable` naming the first line that is no JSON object, and
 * the `file` it stands in where that is not the input.
 */
export async function* readJsonLines(input: Io["input"], file?: string): AsyncGenerator<JsonLine> {
  let number = 0;
  for await (const line of lines(input)) {
    number += 1;
    const place = file === undefined ? { line: number } : { file, line: number };
    if (line.trim() !== "") yield { ...place, value: parse(line, place) };
  }
}

/** The string in `name` of a line. Throws `Unusable` when it is missing or no string. */
export function stringField({ value, ...place }: JsonLine, name: string): string {
  const field = value[name];
  if (typeof field !== "string") throw unusable("line_field_missing", { ...place, field: name });
  return field;
}

/** Names the file too where there is one. */
const unusable = (code: string, details: Readonly<Record<string, string | number>>): Unusable =>
  new Unusable("file" in details ? `file_${code}` : code, details);

type Place = Omit<JsonLine, "value">;

function parse(line: string, place: Place): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw unusable("line_not_json", {
      ...place,
      reason: cause instanceof Error ? cause.message : "",
    });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw unusable("line_not_object", { ...place });
  }
  return value as Record<string, unknown>;
}

async function* lines(input: Io["input"]): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of input) {
    rest += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    const parts = rest.split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
  rest += decoder.decode();
  if (rest !== "") yield rest;
}
