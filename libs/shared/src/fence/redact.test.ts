import { readFileSync } from "node:fs";
import { type IdentifierLexicon, mergeWords } from "@parley/shared/identifier";
import { describe, expect, test } from "vitest";
import { redact } from "./redact.ts";
import type { KnownHere } from "./stretch.ts";
import { createTokens, plainOf } from "./token.ts";
import { brackets } from "./wire.ts";

const lexicon = JSON.parse(
  readFileSync(new URL("../../../../locales/en/lexicons/identifier.json", import.meta.url), "utf8"),
) as IdentifierLexicon;
const known: KnownHere = {
  countries: ["DE", "BR", "ES"],
  orderNumbers: ["NW-999999"],
  words: mergeWords({ en: lexicon }),
  names: ["Maria José da Silva", "Li Wei", "王小明"],
  handles: ["maria_js"],
  titles: ["Herr", "Frau", "Sra.", "Mr"],
};

const sent = (text: string): string => {
  const redaction = redact(text, known, createTokens());
  return redaction.kind === "redacted" ? brackets.write(redaction.text) : `unproven ${redaction.left}`;
};

describe("what leaves", () => {
  test.each([
    ["Where is my parcel?", "Where is my parcel?"],
    ["I am Maria da Silva, maria!", "I am [[NAME_1]] da [[NAME_2]], [[NAME_3]]!"],
    ["MARÍA, José", "[[NAME_1]], [[NAME_2]]"],
    ["Li called. Oli and Limes did not.", "[[NAME_1]] called. Oli and Limes did not."],
    ["王小明です", "[[NAME_1]]です"],
    ["write to a.b@example.org or @maria_js", "write to [[EMAIL_1]] or [[HANDLE_1]]"],
    ["order NW-123456 twice: NW-123456", "order [[ORDER_1]] twice: [[ORDER_1]]"],
    ["see https://evil.example/x?y=1 now", "see [[LINK_1]] now"],
    ["Frau Müller-Lüdenscheidt sagte", "Frau [[NAME_1]] sagte"],
    ["La Sra. García López llamó. Herr und Frau sind da", "La Sra. [[NAME_1]] llamó. Herr und Frau sind da"],
    ["It is late!\n\nBest regards,\nPeter van Dyk", "It is late!\n\nBest regards,\nPeter van Dyk"],
    ["It is late!\n\nBest regards,\nPeter Dyk", "It is late!\n\nBest regards,\n[[NAME_1]]"],
    ["Too late\n– Petra", "Too late\n– [[NAME_1]]"],
    ["Too late.\nThanks", "Too late.\nThanks"],
    ["IBAN DE89 3704 0044 0532 0130 00", "IBAN [[IDENTIFIER_1]]"],
    ["my code is X7K-99PQ2", "my code is [[NUMBER_1]]"],
    ["number 884421, 3 days, 12:30 on 12.03.2026", "number [[NUMBER_1]], 3 days, 12:30 on 12.03.2026"],
    ["[[EMAIL_9]], name_1, order 1", "[[SIGN_1]][[SIGN_2]][[SIGN_3]], [[SIGN_4]], order 1"],
    ["#helpmariajosedasilva now", "unproven NAME"],
    ["m.a.r.i.a.j.o.s.e.d.a.s.i.l.v.a wrote", "unproven NAME"],
    ["- AB1234 foo-CD567-x", "- [[NUMBER_1]] [[NUMBER_2]]"],
    ["am 01.02.2026, 14:30:10", "am 01.02.2026, 14:30:10"],
    ["take 1 2 3 4 5 6 7 8 9", "unproven NUMBER"],
  ])("%s", (text, expected) => {
    expect(sent(text)).toBe(expected);
  });

  test("the words come back as they were, whatever stood in them", () => {
    const text = "Maria (a.b@example.org) NW-123456 [[NAME_1]] & <b>";
    const redaction = redact(text, known, createTokens());
    expect(redaction.kind === "redacted" && plainOf(redaction.text)).toBe(text);
  });

  test("what is made to stall a pattern does not", () => {
    const long = ["a-", "a.", "1 ", ",\n", "a@", "1.", "@a", "[[", "Herr ", "https://"].map((part) =>
      part.repeat(10_000),
    );
    const started = long.map((text) => redact(text, known, createTokens()).kind);
    expect(started.length).toBe(10);
  });

  test("the same words are the same token in all texts of a request", () => {
    const tokens = createTokens();
    const write = (text: string) => {
      const redaction = redact(text, known, tokens);
      return redaction.kind === "redacted" ? brackets.write(redaction.text) : "";
    };
    expect([write("Maria"), write("Dear Maria, dear José")]).toEqual([
      "[[NAME_1]]",
      "Dear [[NAME_1]], dear [[NAME_2]]",
    ]);
  });
});
