import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, type Parley, startParley } from "../app/test/parley.ts";

let parley: Parley;
let ruth: Browser;
let brandId: string;

beforeAll(async () => {
  parley = await startParley();
  ruth = await parley.as("Ruth");
  const [brand] = await parley.sql<{ id: string }>("SELECT id FROM brand WHERE key = 'nordwind'");
  brandId = brand?.id ?? "";
  await parley.sql("DELETE FROM message WHERE direction = 'outbound'");
});
afterAll(() => parley.stop());

const PACK = `id: nordwind.words
version: 1.0.0
lexicons: { anvil: { en: [anvil] } }
rules:
  - id: nordwind.anvil
    use: terms
    severity: warning
    overridable: yes
    options: { lexicon: anvil }
    message: { en: Say hammer. }
    tests:
      match: [{ text: "An anvil fell.", lang: en }]
      noMatch: [{ text: "A hammer fell.", lang: en }]
`;

/** Replies to every conversation of the brand in turn, a minute apart; every tenth has the word in it. */
const reply = (count: number) =>
  parley.sql(
    `INSERT INTO message (brand_id, conversation_id, account_id, external_id, direction, author_handle, body, at)
     SELECT brand_id, id, account_id, 'dry-' || n, 'outbound', 'nordwind',
       'Thank you, we look into it at once. Number ' || n || CASE WHEN n % 10 = 0 THEN ' is an anvil.' ELSE '.' END,
       now() - n * interval '1 minute'
     FROM generate_series(1, $2::int) AS n
     JOIN LATERAL (SELECT * FROM conversation WHERE brand_id = $1 ORDER BY id OFFSET n % 8 LIMIT 1) AS c ON true`,
    [brandId, count],
  );

const dryRun = async (last: number) => {
  const { dryRun } = await ruth.ask<{ dryRun: Record<string, unknown> }>(
    `query ($brandId: ID!, $source: String!, $last: Int!) { dryRun(brandId: $brandId, source: $source, last: $last) {
      replies changed rules { rule before after } examples { appeared { rule start } vanished { rule } } } }`,
    { brandId, source: PACK, last },
  );
  return dryRun;
};

test("a dry run tells what a new version would have said about the replies that were sent last", async () => {
  await reply(40);
  const { rules, ...seen } = await dryRun(30);
  expect(seen).toEqual({
    replies: 30,
    changed: 3,
    examples: Array.from({ length: 3 }, () => ({
      appeared: [{ rule: "nordwind.anvil", start: 52 }],
      vanished: [],
    })),
  });
  expect(rules).toContainEqual({ rule: "nordwind.anvil", before: 0, after: 3 });
});
