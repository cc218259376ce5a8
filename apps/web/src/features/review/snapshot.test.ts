import { describe, expect, test } from "vitest";
import {
  type Draft,
  differences,
  earlierTexts,
  newSince,
  obstacle,
  type Snapshot,
  weighed,
} from "./snapshot.ts";

const person = (name: string) => ({ id: name.toLowerCase(), name });

const revision = (n: number, body = `Text ${n}`): Draft["revisions"][number] => ({
  id: `r${n}`,
  n,
  body,
  language: "de",
  createdAt: `2026-01-01T10:0${n}:00Z`,
  author: person("Jonas"),
  templateUses: [],
});

const finding = (id: string, severity: "error" | "warning" | "info" = "warning", start = 0) => ({
  id,
  rule: `rule.${id}`,
  severity,
  start,
  end: start + 3,
  message: id,
});

const found = (id: string, severity?: "error" | "warning" | "info", start?: number) => ({
  ...finding(id, severity, start),
  args: {},
  words: null,
  pack: "p@1",
  why: [],
});

function draft(changed: Partial<Draft> = {}): Draft {
  return {
    id: "d",
    state: "in_review",
    visibility: "public",
    returnedCode: null,
    contributors: [person("Jonas")],
    head: revision(2),
    revisions: [revision(1), revision(2)],
    check: {
      policyDigest: "p1",
      createdAt: "2026-01-01T10:05:00Z",
      author: person("Jonas"),
      findings: [],
      overrides: [],
    },
    verdict: { policyDigest: "p1", findings: [] },
    approvals: [],
    delivery: null,
    ...changed,
  };
}

function snapshot(changed: Partial<Draft> = {}, inboundVersion = 3): Snapshot {
  const conversation = { inboundVersion, abilities: ["reply.decide"] } as Partial<
    Snapshot["conversation"]
  > as Snapshot["conversation"];
  return { conversation, draft: draft(changed) };
}

const approval = (decision: "approved" | "changes_requested", n: number): Draft["approvals"][number] => ({
  id: `a${n}`,
  decision,
  reason: "",
  createdAt: "2026-01-01T10:06:00Z",
  policyDigest: "p1",
  approver: person("Ruth"),
  revision: { id: `r${n}`, n },
});

describe("what has changed since it was put on screen", () => {
  test.each([
    ["nothing", snapshot(), []],
    ["the customer wrote", snapshot({}, 4), ["conversation"]],
    ["the rules", snapshot({ verdict: { policyDigest: "p2", findings: [] } }), ["policy"]],
    [
      "the text, which also takes it out of review",
      snapshot({ head: revision(3), state: "open" }),
      ["text", "withdrawn"],
    ],
    ["it was put away", snapshot({ state: "discarded" }), ["withdrawn"]],
    ["it was approved, and the customer wrote since", snapshot({ state: "queued", verdict: null }, 5), []],
    [
      "it was sent back",
      snapshot({ state: "changes_requested", approvals: [approval("changes_requested", 2)] }),
      [],
    ],
    ["an approval was taken back", snapshot({ state: "open", approvals: [approval("approved", 2)] }), []],
  ])("%s", (_what, latest, expected) => {
    expect(differences(snapshot(), latest)).toEqual(expected);
  });
});

describe("who may decide", () => {
  const powerless = { ...snapshot(), conversation: { ...snapshot().conversation, abilities: [] } };
  test.each([
    ["a reviewer who wrote nothing of it", snapshot(), null],
    ["nobody on their own words", snapshot({ contributors: [person("Ruth")] }), "own"],
    ["nobody on what is not waiting", snapshot({ state: "queued" }), "state"],
    ["nobody without the ability", powerless, "role"],
  ])("%s", (_who, seen, expected) => {
    expect(obstacle(seen, "ruth")).toBe(expected);
  });
});

test("findings of both moments stand once, the heaviest first, with what was overridden", () => {
  const check = {
    ...draft().check,
    findings: [finding("gone"), finding("kept", "warning", 9)],
    overrides: [{ findingId: "kept", reasonCode: "other", text: "why" }],
  } as Draft["check"];
  const verdict = { policyDigest: "p2", findings: [found("kept", "warning", 9), found("new", "error", 20)] };
  expect(
    weighed(draft({ check, verdict })).map(({ id, since, override }) => [id, since, override?.text]),
  ).toEqual([
    ["new", "now", undefined],
    ["gone", "asked", undefined],
    ["kept", "both", "why"],
  ]);
});

test("without a verdict of this moment the findings are those of the moment it was asked", () => {
  const check = { ...draft().check, findings: [finding("a")] } as Draft["check"];
  expect(weighed(draft({ check, verdict: null })).map(({ since }) => since)).toEqual(["both"]);
});

test("a reply is compared with what was sent back, its template, and each other saved text, newest first", () => {
  const use = { templateRevisionId: "t", key: "delay", locale: "de", register: "formal", text: "Vorlage" };
  const revisions = [revision(1), revision(2), revision(3, ""), revision(4, "Text 5"), revision(5)];
  const head = { ...revision(5), templateUses: [use] };
  const texts = earlierTexts(draft({ head, revisions, approvals: [approval("changes_requested", 1)] }));
  expect(texts.map(({ kind, name }) => [kind, name])).toEqual([
    ["sent_back", "1"],
    ["template", "delay"],
    ["revision", "2"],
  ]);
});

test("messages count as new when they came, changed or went after the reply was asked about", () => {
  const message = (id: string, at: string, editedAt: string | null = null) =>
    ({ id, at, editedAt, deletedAt: null }) as Snapshot["conversation"]["messages"][number];
  const messages = [
    message("old", "2026-01-01T09:00:00Z"),
    message("edited", "2026-01-01T09:00:00Z", "2026-01-01T10:10:00Z"),
    message("new", "2026-01-01T10:10:00Z"),
  ];
  expect([...newSince(messages, "2026-01-01T10:05:00Z")]).toEqual(["edited", "new"]);
  expect([...newSince(messages, null)]).toEqual([]);
});
