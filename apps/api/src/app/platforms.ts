import type { DataSource } from "typeorm";
import type { Platform } from "../platform/platform.ts";
import type { Sql } from "../platform/sandbox/posts.ts";
import { sandbox } from "../platform/sandbox/sandbox.ts";

/** The sandbox keeps its posts in Parley's database, as a guest: nothing else of Parley's is given to it. */
export const sandboxSql = (db: DataSource): Sql => ({
  query: <T>(sql: string, values: readonly unknown[]) => db.query<T[]>(sql, [...values]),
});

/** Every outside system Parley can talk to. */
export const platforms = (db: DataSource): readonly Platform[] => [sandbox(sandboxSql(db))];
