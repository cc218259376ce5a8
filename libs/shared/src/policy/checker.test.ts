import { expect, test } from "vitest";
import { applyFix, blocking, checkReply, createChecker, type ReplyContext } from "./index.ts";
import { builtInPolicy } from "./test/built-in.ts";

const policy = builtInPolicy();
const CONTEXT: ReplyContext = { channel: "x", visibility: "public", language: "en", countries: ["US"] };
const check = (text: string, context: Partial<ReplyContext> = {}) =>
  checkReply(text, { ...CONTEXT, ...context }, policy);
const ids = (text: string) => check(text).map(({ id }) => id);

test("a finding keeps its name while text elsewhere changes, and loses it with its words or its neighbours", () => {
  const [name] = ids("We are happy. We guarantee it today. Bye.");
  const same = [
    "Hello Ana. We are happy. We guarantee it today. Bye.",
    "We are happy. We guarantee it today. See you!",
  ];
  const other = ["We are happy. We promise it today. Bye.", "We are happy. They guarantee it today. Bye."];
  expect(same.map((text) => ids(text)[0] === name)).toEqual([true, true]);
  expect(other.map((text) => ids(text)[0] === name)).toEqual([false, false]);
});

test("two equal findings are told apart by their order", () => {
  const [first, second] = ids("ok We guarantee it. ok We guarantee it. ok");
  expect([first === second, second?.startsWith(first ?? "")]).toEqual([false, true]);
});

test("another identifier in the same place is another finding", () => {
  const [one] = ids("Your card 4111 1111 1111 1111 was charged");
  const [two] = ids("Your card 5555 5555 5555 4444 was charged");
  expect(one === two).toBe(false);
});

test("a finding says what found it, why, and under which version, and never the value", () => {
  const [finding] = check("Card 4111 1111 1111 1111");
  expect({ evidence: finding?.evidence, args: finding?.args }).toEqual({
    evidence: {
      detector: "detector/identifier",
      pack: "parley.privacy@1.0.0",
      entity: "card",
      score: expect.any(Number),
      why: expect.arrayContaining(["checksum", "certain"]),
    },
    args: {},
  });
});

test("what costs more waits for a pause, or for sending", () => {
  const context: ReplyContext = { ...CONTEXT, visibility: "private", channel: "messenger" };
  const text = "We guarantee it. Please visit our website.";
  const checker = createChecker(policy);
  const rules = (upTo?: "key" | "idle" | "send") =>
    checker.check(text, context, upTo).map(({ rule }) => rule);
  expect([rules("key"), rules("idle"), rules("send"), rules()]).toEqual([
    ["promise.outcome"],
    ["promise.outcome"],
    ["channel.final", "promise.outcome"],
    ["channel.final", "promise.outcome"],
  ]);
});

test("move to private writes the invitation in the draft's language, signed as the brand wants", () => {
  const signed = policy.with({ brand: { ...policy.brand, signOff: "caret" } });
  const [finding] = checkReply(
    "Wie lautet Ihre IBAN? ^AB",
    { ...CONTEXT, language: "de", signature: "AB" },
    signed,
  );
  const [fix] = finding?.fixes ?? [];
  expect(fix && applyFix("Wie lautet Ihre IBAN? ^AB", fix)).toBe(
    "Das klären wir gern in einer privaten Nachricht: Wir haben gerade dorthin geschrieben. ^AB",
  );
});

test("errors, and warnings that need a reason, stop a reply until someone takes them on; secrets stop it for good", () => {
  const findings = check(
    "Card 4111 1111 1111 1111. Please send us your order number! We guarantee it. WONDERFUL NEWS",
  );
  const stopping = (overridden: readonly string[]) =>
    blocking(findings, new Set(overridden)).map(({ rule }) => rule);
  expect([stopping([]), stopping(findings.map(({ id }) => id))]).toEqual([
    ["pii.card", "solicit.public", "promise.outcome"],
    ["pii.card"],
  ]);
});

test("two policies of the same rules, brand and words have one digest, any other another", () => {
  const brand = policy.with({ brand: { ...policy.brand, name: "Acme" } });
  expect([builtInPolicy().digest === policy.digest, brand.digest === policy.digest]).toEqual([true, false]);
});
