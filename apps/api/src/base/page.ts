import { Field, ObjectType } from "type-graphql";
import { DomainError } from "./errors.ts";

/** Most rows one page may have. */
export const LARGEST_PAGE = 100;

@ObjectType({ description: "Where a page ends." })
export class PageInfo {
  @Field(() => String, { nullable: true, description: "Give it as `after` for the next page." }) endCursor!:
    | string
    | null;
  @Field(() => Boolean) hasNextPage!: boolean;
}

/** A place in a list sorted by time, then id. */
export interface Cursor {
  readonly at: string;
  readonly id: string;
}

export const encodeCursor = ({ at, id }: Cursor): string =>
  Buffer.from(JSON.stringify([at, id])).toString("base64url");

/** The place a client's cursor stands for. Refuses what `encodeCursor` did not make. */
export function decodeCursor(cursor: string): Cursor {
  const [at, id] = parsed(cursor);
  if (
    typeof at !== "string" ||
    typeof id !== "string" ||
    Number.isNaN(Date.parse(at)) ||
    !/^[0-9a-f-]{36}$/.test(id)
  ) {
    throw new DomainError("BAD_USER_INPUT", { field: "after" });
  }
  return { at, id };
}

function parsed(cursor: string): unknown[] {
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  return /^\["[^"\\]*","[^"\\]*"\]$/.test(text) ? (JSON.parse(text) as unknown[]) : [];
}

/** How many rows to show. Refuses less than one and more than `LARGEST_PAGE`. */
export function pageSize(first: number): number {
  if (first < 1 || first > LARGEST_PAGE)
    throw new DomainError("BAD_USER_INPUT", { field: "first", most: LARGEST_PAGE });
  return first;
}

/** Cut the row that was read one too many, and say where the page ends. */
export function pageOf<T>(
  rows: readonly T[],
  size: number,
  cursor: (row: T) => Cursor,
): { nodes: T[]; pageInfo: PageInfo } {
  const nodes = rows.slice(0, size);
  const last = nodes.at(-1);
  return {
    nodes,
    pageInfo: { endCursor: last ? encodeCursor(cursor(last)) : null, hasNextPage: rows.length > size },
  };
}
