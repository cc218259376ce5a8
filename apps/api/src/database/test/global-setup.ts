import "reflect-metadata";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../../app/migrate.ts";
import { startCluster } from "../cluster.ts";
import { prepareDatabase } from "../prepare-database.ts";
import { binOf, TEMPLATE } from "./which-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The test cluster's superuser, on its database `postgres`. */
    readonly superuserUrl: string;
    readonly postgresBin: string | null;
  }
}

const silent = () => undefined;

/** One cluster for all tests, and one database with every migration, which each test file gets a copy of. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const bin = binOf(process.env.PARLEY_TEST_POSTGRES);
  const folder = await mkdtemp(join(tmpdir(), "parley-test-"));
  // As root the server runs as another user, who has to get in.
  await chmod(folder, 0o711);
  const cluster = await startCluster({ folder, bin, say: silent });
  const end = async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const url = cluster.superuserUrl(TEMPLATE);
    const { ownerUrl } = await prepareDatabase({ url }, { say: silent, waitMs: 0 });
    await migrate(ownerUrl);
  } catch (error) {
    await end();
    throw error;
  }
  project.provide("superuserUrl", cluster.superuserUrl("postgres"));
  project.provide("postgresBin", bin ?? null);
  return end;
}
