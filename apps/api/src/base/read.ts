import type { DataSource, EntityManager, QueryRunner } from "typeorm";
import type { Read } from "./context.ts";
import { identify } from "./identify.ts";
import type { Viewer } from "./viewer.ts";

/** The one read-only transaction of a request: opened by the first `read`, ended by `end`. */
export interface ReadTransaction {
  readonly read: Read;
  /** Ends the transaction and gives its connection back. A later `read` opens a new one. */
  readonly end: () => Promise<void>;
}

/** Queries run one after another: one connection takes one query at a time. */
export function readTransaction(db: DataSource, viewer: Viewer): ReadTransaction {
  let runner: Promise<QueryRunner> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  };
  return {
    read: <T>(query: (manager: EntityManager) => Promise<T>) =>
      inTurn(async () => {
        runner ??= open(db, viewer);
        return query((await runner).manager);
      }),
    end: () =>
      inTurn(async () => {
        const opened = runner;
        runner = undefined;
        if (opened) await close(await opened);
      }),
  };
}

/** Look once, outside any request: a subscription's event, the worker, the command line. */
export async function readAs<T>(
  db: DataSource,
  viewer: Viewer,
  query: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const { read, end } = readTransaction(db, viewer);
  try {
    return await read(query);
  } finally {
    await end();
  }
}

async function open(db: DataSource, viewer: Viewer): Promise<QueryRunner> {
  const runner = db.createQueryRunner();
  await runner.connect();
  await runner.startTransaction();
  await identify(runner.manager, viewer, true);
  return runner;
}

async function close(runner: QueryRunner): Promise<void> {
  if (runner.isTransactionActive) await runner.commitTransaction();
  await runner.release();
}
