import { startCluster } from "./cluster.ts";
import { type DatabaseUrls, prepareDatabase } from "./prepare-database.ts";
import type { Say } from "./setup-error.ts";

/** Where the data is: in a cluster of Parley's own in `folder`, unless `url` names a server. */
export interface DatabaseSettings {
  readonly folder: string;
  readonly bin?: string | undefined;
  readonly url?: string | undefined;
  readonly appUrl?: string | undefined;
  readonly ledgerUrl?: string | undefined;
}

/** A database that answers; `stop` ends the cluster, if it is Parley's own. */
export interface Database extends DatabaseUrls {
  readonly stop: () => Promise<void>;
}

const NAME = "parley";
/** A database container often starts later than its client. */
const WAIT_MS = 120_000;

/** Open the database Parley works with: ready for migrations, with an address for each role. `signal` ends the waiting. */
export async function openDatabase(
  settings: DatabaseSettings,
  say: Say,
  signal?: AbortSignal,
): Promise<Database> {
  const patience = { say, waitMs: WAIT_MS, signal };
  if (settings.url !== undefined) {
    const { url, appUrl, ledgerUrl } = settings;
    return { ...(await prepareDatabase({ url, appUrl, ledgerUrl }, patience)), stop: async () => undefined };
  }
  const cluster = await startCluster({ folder: settings.folder, bin: settings.bin, say });
  try {
    const urls = await prepareDatabase({ url: cluster.superuserUrl(NAME) }, patience);
    return { ...urls, stop: cluster.stop };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
