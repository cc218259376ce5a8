import { expect, test } from "vitest";
import { isBare, toldFacts } from "./told-facts.ts";

test("findings are told with the decision to live with them, its reason in code and in words", () => {
  const facts = {
    revision: 3,
    policy: "abc",
    templates: ["t1", 7],
    findings: [
      { id: "f1", rule: "pii.phone", severity: "warning" },
      { id: "f2", rule: "tone.blame", severity: "fatal" },
    ],
    overrides: [{ finding: "f1", reason: "already_public" }],
  };
  const words = { body: "…", override_words: [{ findingId: "f1", text: "on our page" }] };
  expect(toldFacts({ facts, words })).toEqual({
    revision: 3,
    policy: "abc",
    templates: ["t1"],
    findings: [
      {
        id: "f1",
        rule: "pii.phone",
        severity: "warning",
        override: { reason: "already_public", words: "on our page" },
      },
      { id: "f2", rule: "tone.blame", severity: "info", override: null },
    ],
    outcome: null,
    unanswered: null,
  });
});

test.each([
  ["no facts at all", {}, true],
  ["facts of a kind that is not known here", { colour: "red" }, true],
  ["a check that found nothing", { findings: [] }, false],
  ["how a try ended", { n: 2, outcome: "not_done", detail: "timeout" }, false],
])("%s", (_what, facts, bare) => {
  expect(isBare(toldFacts({ facts, words: null }))).toBe(bare);
});
