import { type Io, Unusable } from "./command.ts";

/** One JSON object of the input with the number of its line, counted from 1. */
export interface JsonLine {
  readonly line: number;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Read JSON Lines; empty lines are passed over. Throws `Unusable` naming the first line that is no JSON object. */
export async function* readJsonLines(input: Io["input"]): AsyncGenerator<JsonLine> {
  let number = 0;
  for await (const line of lines(input)) {
    number += 1;
    if (line.trim() !== "") yield { line: number, value: parse(line, number) };
  }
}

/** The string in `name` of a line. Throws `Unusable` when it is missing or no string. */
export function stringField({ line, value }: JsonLine, name: string): string {
  const field = value[name];
  if (typeof field !== "string") throw new Unusable("line_field_missing", { line, field: name });
  return field;
}

function parse(line: string, number: number): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new Unusable("line_not_json", {
      line: number,
      reason: cause instanceof Error ? cause.message : "",
    });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Unusable("line_not_object", { line: number });
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
