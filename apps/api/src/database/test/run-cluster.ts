import { startCluster } from "../cluster.ts";
import { SetupError } from "../setup-error.ts";

/** A Parley process as far as its cluster goes: `run-cluster.ts FOLDER [BIN]`. Tells each event as a line of JSON. */
const [folder = "", bin] = process.argv.slice(2);
const tell = (event: unknown) => process.stdout.write(`${JSON.stringify(event)}\n`);

try {
  const cluster = await startCluster({ folder, bin, say: (code, details) => tell({ code, ...details }) });
  process.once("SIGTERM", () => void cluster.stop());
  tell({ url: cluster.superuserUrl("postgres") });
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  tell({ refused: error.code, ...error.details });
}
