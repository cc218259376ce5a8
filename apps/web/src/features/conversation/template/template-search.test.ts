import { expect, test } from "vitest";
import { searchTemplates } from "./template-search.ts";

const templates = [
  { key: "order.delay", title: "Verspätung", intent: "order.delay", text: "Es tut uns leid." },
  { key: "refund.status", title: "Stand der Rückzahlung", intent: "refund.status", text: "Die Verspätung …" },
  { key: "thanks", title: "Danke fürs Lob", intent: "thanks", text: "Merci." },
];

test.each([
  ["", ["order.delay", "refund.status", "thanks"]],
  ["verspatung", ["order.delay", "refund.status"]],
  ["rück", ["refund.status"]],
  ["delay", ["order.delay"]],
  ["stand status", ["refund.status"]],
  ["merci", ["thanks"]],
  ["nichts davon", []],
])("%j finds %j", (query, keys) => {
  expect(searchTemplates(templates, query).map(({ key }) => key)).toEqual(keys);
});
