import type { Deliver, Incoming, Platform } from "../platform.ts";
import type { Sql } from "./posts.ts";
import { findInSandbox, sendToSandbox } from "./send.ts";

/** The built-in platform: a whole implementation of the contract, with a page on which one plays the customer. */
export function sandbox(sql: Sql): Platform {
  return {
    id: "sandbox",
    delivery: "readback",
    visibilityLag: 200,
    send: (reply, signal) => sendToSandbox(sql, reply, signal),
    find: (reply) => findInSandbox(sql, reply),
    pull: (deliver) => takeWaiting(sql, deliver),
  };
}

/** Deliver what waits, in order, and mark it taken once the inbox has it. A crash between repeats it: ids are unique. */
async function takeWaiting(sql: Sql, deliver: Deliver): Promise<number> {
  const waiting = await sql.query<{ id: string; account: string; payload: Incoming }>(
    "SELECT id, account, payload FROM sandbox.event WHERE taken_at IS NULL ORDER BY id LIMIT 100",
    [],
  );
  for (const { id, account, payload } of waiting) {
    await deliver(account, { ...payload, at: new Date(payload.at) });
    await sql.query("UPDATE sandbox.event SET taken_at = now() WHERE id = $1", [id]);
  }
  return waiting.length;
}
