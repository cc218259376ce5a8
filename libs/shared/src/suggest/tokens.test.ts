import { expect, test } from "vitest";
import { tokens } from "./tokens.ts";

test.each([
  ["Wo bleibt MEIN Paket?!", ["wo", "bleibt", "mein", "paket"]],
  ["Straße, Strasse", ["strasse", "strasse"]],
  ["@northwind don’t wait https://t.example/x 😡", ["don't", "wait", "😡"]],
  ["Order 4711 and 20418833, 3 days", ["order", "0000", "and", "0000", "3", "days"]],
  ["أين طلبي؟ شُكْرًا", ["اين", "طلبي", "شكرا"]],
  ["荷物が", ["荷", "物", "が"]],
  ["हिंदी में", ["हिंदी", "में"]],
  ["mail me: a@b.example", ["mail", "me"]],
  ["", []],
])("%j is %j", (text, words) => {
  expect(tokens(text)).toEqual(words);
});
