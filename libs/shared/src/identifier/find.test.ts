import { expect, test } from "vitest";
import { findIdentifiers } from "./find.ts";

const found = (text: string) =>
  findIdentifiers(text, { countries: ["DE", "GB", "US", "BR", "PT"] }).map(({ entity, start, end }) => [
    entity,
    text.slice(start, end),
  ]);

test.each([
  ["Bitte prüfen: DE89 3704 0044 0532 0130 00.", [["iban", "DE89 3704 0044 0532 0130 00"]]],
  ["Ref DE89 3704 0044 0532 0130 01", []],
  [
    "4111 1111 1111 1111 5555 5555 5555 4444",
    [
      ["card", "4111 1111 1111 1111"],
      ["card", "5555 5555 5555 4444"],
    ],
  ],
  ["写信给anna.lee@mail.cn吧", [["email", "anna.lee@mail.cn"]]],
  ["write to name@example.com", []],
  ["https://a.example/articles/205778987", []],
  ["Mein Server hat 10.1.2.3, Version 1.2.3.4.5", [["ip", "10.1.2.3"]]],
  ["@user123456789 #529982247", []],
])("%j", (text, expected) => {
  expect(found(text)).toEqual(expected);
});
