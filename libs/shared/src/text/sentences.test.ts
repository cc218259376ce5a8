import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentences } from "./sentences.ts";

const cut = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

/** `|` marks where a sentence ends. */
const cases: Readonly<Record<string, readonly string[]>> = {
  "plain sentences in Latin script": [
    "Thanks for your patience. |We are looking into it! |Can you tell us more?",
    "Das tut uns leid! |Wir prüfen das gerade. |Einen Moment, bitte.",
    "¡Hola, Ana! |¿Nos escribes por privado? |Gracias.",
    "Olá! |Já verificámos. |Obrigado.",
    "Dzień dobry. |Sprawdzamy to. |Pozdrawiamy!",
  ],
  "abbreviations and numbers do not end one": [
    "Bitte melden Sie sich z. B. am 3. Mai bei Dr. Weber. |Danke.",
    "Ask Mr. Smith, e.g. at 3.30 p.m. today. |He knows.",
    "O Sr. Silva pagou 1.234,50 € pela encomenda nr. 7. |Já foi entregue.",
    "See example.com/a?b=c. |Bye.",
    "Kurier wraca ok. 15. |Proszę czekać.",
    "The answer is no. |Then ask no. 5. |Bye.",
    "J. K. Rowling wrote it. |We sell it.",
    "1. Open the app. |\n2. Sign in.".replace("|\n", "\n|"),
    "Wait... what? |No... |That is all.",
  ],
  "what may end one is decided by the next letter": [
    "Fees, taxes etc. are included. |Tables, chairs etc. |All there.",
    "We open at 9 a.m. |Come early.",
  ],
  "closing quotes, brackets and emoji stay with their sentence": [
    'She said "No!" |Then she left.',
    "(All is well.) |Really.",
    "Danke!😊👍🏽 |Wir melden uns.",
    "Super!!! |😊 Bis bald.",
  ],
  "scripts without blanks": [
    "ありがとうございます。|ご確認ください！|よろしくお願いします",
    "「はい。」|と言いました。",
    "本当ですか?|はい!|すぐ送ります。",
    "您好！|请私信我们。|谢谢~",
    "我在这里……等你。",
    "शुक्रिया।|हम देख रहे हैं।",
  ],
  "right-to-left scripts": ["مرحبا! |كيف يمكننا المساعدة؟ |نعم."],
  "lines end one, and blank lines stay with the one before": [
    "Hi Ana\n\n|We are sorry\n|Bob",
    "\n\nHello\n|there",
    "Hallo,\r\n|wir prüfen das.",
  ],
  "text without an end": ["", "hello", "   ", "... and so on", "!?", "no stop. |here either"],
};

describe.each(Object.entries(cases))("%s", (_, texts) => {
  test.each(texts)("%j", (marked) => {
    expect(cut(marked.replaceAll("|", ""))).toEqual(marked === "" ? [] : marked.split("|"));
  });
});

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        "a",
        "Abc",
        " ",
        "\n",
        ".",
        "!",
        "？",
        "。",
        "…",
        "z. B.",
        "3.",
        "日本",
        "😊",
        '"',
        "\ud800",
      ),
    )
    .map((parts) => parts.join("")),
);

test("the sentences cover the text without gaps and none is empty", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const spans = sentences(text);
      expect(spans.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
      expect(spans.filter(({ start, end }) => start >= end)).toEqual([]);
    }),
  );
});

test("an edit inside a sentence leaves those that do not touch it", () => {
  fc.assert(
    fc.property(anyText, anyText, fc.string({ maxLength: 20 }), (before, after, typed) => {
      const rest = `Here. ${after}`;
      expect(cut(`${before}\nHere ${typed}\n${rest}`).slice(-cut(rest).length)).toEqual(cut(rest));
      const first = cut(`${before}\n`);
      expect(cut(`${before}\nHere ${typed}`).slice(0, first.length - 1)).toEqual(first.slice(0, -1));
    }),
  );
});

test("a long run of marks takes linear time", () => {
  for (const part of ["! ", "\n", ".", '."', "a.", " ", "😊"]) {
    expect(cut(part.repeat(100_000)).join("")).toHaveLength(part.length * 100_000);
  }
});
