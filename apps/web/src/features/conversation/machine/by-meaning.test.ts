import { expect, test } from "vitest";
import type { Suggestions } from "../suggest/suggested.ts";
import type { TemplateChoice } from "../template/templates.ts";
import { byMeaning } from "./by-meaning.ts";

const choice = (key: string): TemplateChoice => ({
  key,
  revisionId: key,
  intent: key,
  title: key,
  locale: "en",
  register: "neutral",
  channelClass: "any",
  needsClick: false,
  staleness: "current",
  text: key,
  compromises: [],
  marks: [],
});
const choices = ["delay", "refund", "hours", "thanks"].map(choice);
const ranked = (confident = false): Suggestions => ({
  kind: "ranked",
  suggested: [choice("delay"), choice("refund"), choice("hours")].map((one) => ({ choice: one, score: 0.3 })),
  confident,
  measured: true,
});
const meanings = new Map([
  ["hours", 0.9],
  ["refund", 0.8],
  ["thanks", 0.7],
  ["delay", 0.1],
]);
const keys = (shown: Suggestions) =>
  shown.kind === "ranked" ? shown.suggested.map((one) => one.choice.key) : shown.kind;

test.each([
  ["both rankings count", ranked(), meanings, ["hours", "refund", "delay"]],
  ["a sure suggestion stays first", ranked(true), meanings, ["delay", "refund", "hours"]],
  ["without a machine nothing changes", ranked(), null, ["delay", "refund", "hours"]],
  [
    "what nothing learnt is like is ordered by meaning",
    { kind: "silent", why: "nothingLike" } as const,
    meanings,
    ["hours", "refund", "thanks"],
  ],
  [
    "where nothing is asked nothing is shown",
    { kind: "silent", why: "nothingAsked" } as const,
    meanings,
    "silent",
  ],
])("%s", (...[, shown, from, expected]) => {
  expect(keys(byMeaning(shown, choices, from))).toEqual(expected);
});
