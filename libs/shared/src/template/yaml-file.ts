import { isScalar, LineCounter, parseDocument, Scalar } from "yaml";
import { type Disagreement, disagreements, type Path } from "./json-schema.ts";
import type { JsonSchema } from "./starter-schema.ts";

/** Something wrong with a file, where a person's editor shows it: lines and columns count from 1. */
export interface FileFault {
  /** `yaml-syntax`, or the keyword of the schema that is not met. */
  readonly code: string;
  readonly args: Readonly<Record<string, string>>;
  readonly line: number;
  readonly column: number;
}

/** A file that agrees with its schema, and the way from its texts back to their lines. */
export interface YamlFile {
  readonly value: unknown;
  readonly faults: readonly FileFault[];
  /** Line and column of an offset inside the text at `path`. */
  readonly place: (path: Path, offset: number) => { readonly line: number; readonly column: number };
}

/** Larger files are refused unread: a template in one language takes a few kilobytes. */
const MAX_FILE = 256 * 1024;

/** Read a YAML file and hold it against its schema. */
export function readYaml(text: string, schema: JsonSchema): YamlFile {
  if (text.length > MAX_FILE) return refused({ code: "too-long", args: {}, line: 1, column: 1 });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [broken] = document.errors;
  if (broken) return refused({ code: "yaml-syntax", args: { reason: broken.code }, ...at(broken.pos[0]) });
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  const place = (path: Path, offset: number) => placeIn(document.getIn(path, true), offset, { text, at });
  const faults = disagreements(value, schema).map(({ path, keyword, args }: Disagreement) => ({
    code: keyword,
    args: { ...args, path: path.join(".") },
    ...place(path, 0),
  }));
  return { value, faults, place };
}

const refused = (fault: FileFault): YamlFile => ({
  value: null,
  faults: [fault],
  place: () => ({ line: fault.line, column: fault.column }),
});

interface Source {
  readonly text: string;
  readonly at: (offset: number) => { readonly line: number; readonly column: number };
}

function placeIn(node: unknown, offset: number, { text, at }: Source) {
  const start = rangeStart(node);
  const begin = at(start);
  if (!isScalar(node) || typeof node.value !== "string") return begin;
  const before = node.value.slice(0, offset).split("\n");
  const column = (before.at(-1) ?? "").length;
  const quoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE ? 1 : 0;
  if (node.type !== Scalar.BLOCK_LITERAL) return { line: begin.line, column: begin.column + offset + quoted };
  const first = text.indexOf("\n", start) + 1;
  const indent = /^ */.exec(text.slice(first))?.[0].length ?? 0;
  return { line: begin.line + before.length, column: indent + column + 1 };
}

function rangeStart(node: unknown): number {
  if (typeof node !== "object" || node === null || !("range" in node)) return 0;
  return Array.isArray(node.range) && typeof node.range[0] === "number" ? node.range[0] : 0;
}
