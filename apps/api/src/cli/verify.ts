import { Client } from "pg";
import { openWorkspace } from "../app/open-workspace.ts";
import { sentence } from "../base/sentence.ts";
import { verifyChains } from "../ledger/verify-chains.ts";
import type { Io } from "./command.ts";

/** `verify`: recompute the ledger's chains from their stored bytes. Exit 0 when they hold, 1 when one is broken. */
export async function run(_args: readonly string[], io: Io): Promise<number> {
  const workspace = await openWorkspace((code, details) => io.err(sentence(code, details)));
  const client = new Client({ connectionString: workspace.ledgerUrl });
  try {
    await client.connect();
    const { events, streams, breaches } = await verifyChains(client);
    for (const { stream, seq, kind } of breaches) io.out(sentence(`verify_breach_${kind}`, { stream, seq }));
    io.out(
      sentence(breaches.length === 0 ? "verify_good" : "verify_bad", { events, streams, n: breaches.length }),
    );
    return breaches.length === 0 ? 0 : 1;
  } finally {
    await client.end();
    await workspace.close();
  }
}
