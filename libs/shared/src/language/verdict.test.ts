import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadIdentifier } from "./load.ts";

const { isWrongLanguage } = await loadIdentifier();
const among = ["de", "en", "es", "fr", "ja", "nl", "pt-BR", "pt-PT", "zh-CN"];

const long = {
  de: "Vielen Dank für Ihre Nachricht. Wir prüfen das gerade und melden uns heute noch bei Ihnen.",
  en: "Thank you for your message. We are looking into it and will get back to you today.",
  es: "Gracias por tu mensaje. Lo estamos revisando y te contestamos hoy mismo.",
  "pt-BR":
    "Obrigado pela mensagem. A gente está verificando o seu cadastro e te avisa pelo celular ainda hoje.",
  "pt-PT":
    "Obrigado pela mensagem. Estamos a verificar o registo e enviamos-lhe uma resposta para o telemóvel.",
  ja: "お問い合わせありがとうございます。ただいま確認しております。",
};

describe("a text in the language that is expected", () => {
  test.each(Object.entries(long))("%s", (expected, text) => {
    expect(isWrongLanguage({ expected, among }, text)).toEqual({ kind: "right" });
  });
});

describe("a text in another language", () => {
  test.each([
    ["de", long.en, "en"],
    ["en", long.de, "de"],
    ["pt-BR", long.es, "es"],
    ["es", long["pt-BR"], "pt-BR"],
    ["en", long.ja, "ja"],
    ["zh-CN", long.ja, "ja"],
    ["pt-PT", long["pt-BR"], "pt-BR"],
    ["pt-BR", long["pt-PT"], "pt-PT"],
  ])("expected %s: %s", (expected, text, tag) => {
    expect(isWrongLanguage({ expected, among }, text)).toMatchObject({ kind: "wrong", tag });
  });

  test("is certain when it is long and two sentences agree", () => {
    const certain = (text: string) => isWrongLanguage({ expected: "de", among }, text);
    expect([certain(long.en), certain("We are looking into it right now")]).toMatchObject([
      { kind: "wrong", certain: true },
      { kind: "wrong", certain: false },
    ]);
  });
});

describe("what cannot be judged", () => {
  test.each(["OK", "", "@acme https://example.com", "Netflix", "Wi-Fi Pro Max", "12:30", "😀"])(
    "%j",
    (text) => {
      expect(isWrongLanguage({ expected: "de", among }, text).kind).not.toBe("wrong");
    },
  );
});

test("a word or a name in another language does not make a text wrong", () => {
  const texts = [
    "Wir haben das Update für die App gestern released, bitte einmal neu starten.",
    "Der Song „Smells Like Teen Spirit“ ist leider nicht mehr im Angebot.",
    "Hallo João, danke für deine Geduld, wir melden uns gleich bei dir.",
  ];
  expect(texts.map((text) => isWrongLanguage({ expected: "de", among }, text).kind)).toEqual(
    texts.map(() => "right"),
  );
});

test("any text gets a verdict, the same twice", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom(...among),
      (text, expected) => {
        const verdict = isWrongLanguage({ expected, among }, text);
        expect(["right", "wrong", "unsure"]).toContain(verdict.kind);
        expect(isWrongLanguage({ expected, among }, text)).toEqual(verdict);
      },
    ),
  );
});
