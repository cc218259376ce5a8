import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, type Member, signIn } from "./support/member.ts";
import { newFolder, type Parley, ROOT, removeFolder, startParley } from "./support/parley.ts";

const env = { PARLEY_ANY_DOCUMENT: "yes", PARLEY_LOG_LEVEL: "error" };
const CLI = join(ROOT, "apps/api/dist/cli/main.js");
const THREADS = 24;

let data: string;
let parley: Parley;
let ana: Member;
let ruth: Member;

beforeAll(async () => {
  data = await newFolder();
  await boot();
  const file = join(data, "threads.jsonl");
  await writeFile(file, Array.from({ length: THREADS }, (_, n) => thread(n)).join("\n"));
  await parleyCommand("import", "threads", file, "--brand", "nordwind");
});
afterAll(async () => {
  await parley.stop();
  await removeFolder(data);
});

const thread = (n: number): string =>
  JSON.stringify({
    thread: `t${n}`,
    brand: "nordwind_test",
    turns: [
      {
        id: `m${n}`,
        role: "customer",
        author: `traveller_${n}`,
        at: new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString(),
        text: `@nordwind_test Question number ${n}: is breakfast part of the price?`,
      },
    ],
  });

async function boot(): Promise<void> {
  parley = await startParley({ data, env });
  ana = await signIn(parley.url, "Ana");
  ruth = await signIn(parley.url, "Ruth");
}

const parleyCommand = (...args: string[]) =>
  promisify(execFile)(process.execPath, [CLI, ...args], {
    env: { ...process.env, PARLEY_DATA: data, LC_ALL: "C" },
  });

interface Post {
  readonly body: string;
  readonly byAccount: boolean;
}

const accountId = async (): Promise<string> => {
  const { brands } = await ana.ask<{ brands: { accounts: { id: string; handle: string }[] }[] }>(
    "{ brands { accounts { id handle } } }",
  );
  const account = brands.flatMap(({ accounts }) => accounts).find(({ handle }) => handle === "nordwind_test");
  return account?.id ?? "";
};
const weather = async (change: { fails?: boolean; losesAnswers?: boolean; delayMs?: number }) =>
  ana.call("PUT", `/sandbox-api/${await accountId()}/weather`, {
    delayMs: 0,
    fails: false,
    losesAnswers: false,
    ...change,
  });
const repliesOnTheSandbox = async (): Promise<string[]> => {
  const { posts } = await ana.call<{ posts: Post[] }>("GET", `/sandbox-api/${await accountId()}`);
  return posts.filter(({ byAccount }) => byAccount).map(({ body }) => body);
};

const conversations = async () => {
  const { conversations } = await ana.ask<{
    conversations: {
      nodes: {
        id: string;
        inboundVersion: number;
        account: { handle: string };
        customer: { handle: string };
      }[];
    };
  }>("{ conversations(first: 100) { nodes { id inboundVersion account { handle } customer { handle } } } }");
  return conversations.nodes.filter(({ account }) => account.handle === "nordwind_test");
};

const words = (customer: string): string =>
  `Hi ${customer}, breakfast is part of the price in all our hotels. Enjoy your stay!`;

/** Write a reply and get it on its way, past a second person where the brand wants one. Gives the draft's id. */
async function reply(conversation: {
  id: string;
  inboundVersion: number;
  customer: { handle: string };
}): Promise<string> {
  const { saveDraft } = await ana.ask<{ saveDraft: { draft: { id: string }; revision: { id: string } } }>(
    "mutation ($save: SaveInput!) { saveDraft(save: $save) { draft { id } revision { id } } }",
    {
      save: {
        conversationId: conversation.id,
        visibility: "public",
        body: words(conversation.customer.handle),
        language: "en",
        clientId: crypto.randomUUID(),
      },
    },
  );
  const seen = {
    draftId: saveDraft.draft.id,
    revisionId: saveDraft.revision.id,
    inboundVersion: conversation.inboundVersion,
  };
  const { sendReply } = await ana.ask<{
    sendReply: { draft: { state: string; check: { policyDigest: string } } };
  }>("mutation ($send: SendInput!) { sendReply(send: $send) { draft { state check { policyDigest } } } }", {
    send: { ...seen, clientId: crypto.randomUUID() },
  });
  if (sendReply.draft.state === "in_review") {
    const { policyDigest } = sendReply.draft.check;
    await ruth.ask("mutation ($approve: ApproveInput!) { approveReply(approve: $approve) { item { id } } }", {
      approve: { ...seen, policyDigest, clientId: crypto.randomUUID() },
    });
  }
  return saveDraft.draft.id;
}

const deliveryState = async (conversationId: string): Promise<string | undefined> => {
  const { conversation } = await ana.ask<{ conversation: { messages: { direction: string }[] } }>(
    "query ($id: ID!) { conversation(id: $id) { messages { direction } } }",
    { id: conversationId },
  );
  return conversation.messages.some(({ direction }) => direction === "outbound") ? "sent" : undefined;
};

test("a reply whose answer was lost while the server was killed arrives exactly once", async () => {
  const [conversation] = await eventually("the imported threads", async () => {
    const all = await conversations();
    return all.length === THREADS ? all : null;
  });
  if (!conversation) throw new Error("no conversation");
  await weather({ losesAnswers: true });
  await reply(conversation);
  await eventually("the reply on the sandbox", async () => (await repliesOnTheSandbox()).length === 1);
  await parley.kill();
  await boot();
  await weather({});
  await eventually("the outcome", () => deliveryState(conversation.id));
  // A second one would come within a retry's wait.
  await sleep(5000);
  expect(await repliesOnTheSandbox()).toEqual([words(conversation.customer.handle)]);
}, 180_000);

/** A fixed sequence of numbers between 0 and 1 (mulberry32): the same drill each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

test("through kills, refusals, delays and lost answers every reply arrives, none twice, and the ledger holds", async () => {
  const random = seeded(20261121);
  const open = (await conversations()).slice(1);
  for (const conversation of open) await reply(conversation);
  let kills = 0;
  const until = Date.now() + 45_000;
  while (Date.now() < until) {
    const change =
      [{ losesAnswers: true }, { fails: true }, { delayMs: 400 }, {}][Math.floor(random() * 4)] ?? {};
    await weather(change).catch(() => undefined);
    await sleep(1500 + random() * 2500);
    if (random() < 0.6) {
      await parley.kill();
      kills += 1;
      await boot();
    }
  }
  await weather({});
  await eventually("every outcome", async () => {
    const states = await Promise.all(open.map(({ id }) => deliveryState(id)));
    return states.every((state) => state === "sent");
  });
  const expected = (await conversations()).map(({ customer }) => words(customer.handle)).sort();
  const { stdout } = await parleyCommand("verify");
  expect([(await repliesOnTheSandbox()).sort(), kills > 3, stdout]).toEqual([
    expected,
    true,
    expect.stringMatching(/^The ledger holds: \d+ events/),
  ]);
}, 400_000);
