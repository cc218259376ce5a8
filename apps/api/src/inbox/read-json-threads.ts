import type { ImportedLine, ImportedMessage } from "./imported-thread.ts";

/** Read one line of a thread file: `{"thread", "brand", "turns": [{"id", "role", "author", "at", "text"}]}`. */
export function readJsonThread(text: string, line: number): ImportedLine {
  const bad = (code: string, details = {}): ImportedLine => ({ kind: "bad", line, code, details });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return bad("import_not_json", { reason: error instanceof Error ? error.message : "" });
  }
  if (!isRecord(value)) return bad("import_not_object");
  const { thread, brand, turns } = value;
  if (!isName(thread)) return bad("import_field_missing", { field: "thread" });
  if (!isName(brand)) return bad("import_field_missing", { field: "brand" });
  if (!Array.isArray(turns) || turns.length === 0) return bad("import_field_missing", { field: "turns" });
  const messages = readTurns(turns, { threadId: thread, account: brand });
  if (typeof messages === "string") return bad("import_field_missing", { field: messages });
  return { kind: "messages", line, messages };
}

const isName = (value: unknown): value is string => typeof value === "string" && value !== "";

/** The messages of all turns, or the path of the field that cannot be used. */
function readTurns(
  turns: readonly unknown[],
  around: Omit<Around, "parentId">,
): readonly ImportedMessage[] | string {
  const messages: ImportedMessage[] = [];
  for (const [index, turn] of turns.entries()) {
    const message = readTurn(turn, { ...around, parentId: messages.at(-1)?.id ?? null });
    if (typeof message === "string") return `turns[${index}].${message}`;
    messages.push(message);
  }
  return messages;
}

type Around = Pick<ImportedMessage, "threadId" | "account" | "parentId">;

/** A file may not know who wrote a turn. */
const NOBODY = "unknown";

/** The message of a turn, or the name of the field that cannot be used. */
function readTurn(turn: unknown, around: Around): ImportedMessage | string {
  if (!isRecord(turn)) return "id";
  const { id, role, author, at, text } = turn;
  if (typeof id !== "string" || id === "") return "id";
  if (role !== "customer" && role !== "brand") return "role";
  if (author !== null && typeof author !== "string") return "author";
  if (typeof text !== "string") return "text";
  const date = typeof at === "string" ? new Date(at) : new Date(Number.NaN);
  if (Number.isNaN(date.getTime())) return "at";
  const byBrand = role === "brand";
  return {
    ...around,
    id,
    author: author || (byBrand ? around.account : NOBODY),
    byBrand,
    body: text,
    at: date,
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
