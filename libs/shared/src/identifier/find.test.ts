import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findIdentifiers } from "./find.ts";
import { mask } from "./mask.ts";
import { NATIONAL } from "./national/kinds.ts";
import { chance, fill } from "./test/chance.ts";
import { type IdentifierLexicon, mergeWords } from "./words.ts";

const TAGS = "ar de en es fr it ja nl pl pt-BR pt-PT tr zh-CN".split(" ");
const lexiconOf = (tag: string): IdentifierLexicon =>
  JSON.parse(
    readFileSync(new URL(`../../../../locales/${tag}/lexicons/identifier.json`, import.meta.url), "utf8"),
  );
const words = mergeWords(Object.fromEntries(TAGS.map((tag) => [tag, lexiconOf(tag)])));
const COUNTRIES = "US GB DE BR PT ES FR IT NL PL TR JP CN KR SE".split(" ");

const find = (text: string, countries: readonly string[] = COUNTRIES) =>
  findIdentifiers(text, { countries, words });
/** What was found, as `entity: text`, with `?` when it is not certain and `~` when it is in disguise. */
const found = (text: string, countries?: readonly string[]): readonly string[] =>
  find(text, countries).map(
    ({ entity, start, end, certain, obfuscated }) =>
      `${entity}${certain ? "" : "?"}${obfuscated ? "~" : ""}: ${text.slice(start, end)}`,
  );

/** A number of this kind that passes its check, made by chance. */
function made(entity: string, picture: string, seed: number): string {
  const random = chance(seed);
  for (let round = 0; round < 100_000; round += 1) {
    const number = fill(picture, random);
    if (strength(entity, number) > 0) return number;
  }
  throw new Error(`no ${entity} is written ${picture}`);
}
const strength = (entity: string, number: string): number =>
  Math.max(
    ...NATIONAL.filter((kind) => kind.entity === entity).map((kind) =>
      kind.weigh(number.replace(/[^A-Z0-9]/g, "")),
    ),
  );

/** The same number with its last digit changed, so that no check of that form passes. */
function broken(entity: string, number: string): string {
  const at = number.search(/\d(?=\D*$)/);
  for (const digit of "0123456789") {
    const changed = number.slice(0, at) + digit + number.slice(at + 1);
    if (changed !== number && strength(entity, changed) <= 0) return changed;
  }
  throw new Error(`every ending of ${number} passes`);
}

/** Entity, how it is written, and a sentence of its country around `#`. */
const inSentences: readonly (readonly [string, string, string])[] = [
  ["br-cpf", "999.999.999-99", "Olá, o meu CPF é # e ainda não recebi a encomenda."],
  ["br-cpf", "99999999999", "Não consigo entrar na minha conta com # desde ontem."],
  ["br-cnpj", "99.999.999/0001-99", "A nota deve sair para # da nossa loja."],
  ["br-cnpj", "XX.XXX.XXX/XXXX-99", "O novo CNPJ da empresa é # desde julho."],
  ["de-steuer-id", "99 999 999 999", "Hier ist meine Nummer: #, danke!"],
  ["de-steuer-id", "99999999999", "Das Finanzamt hat mir # geschickt, was nun?"],
  ["pt-nif", "299999999", "Podem escrever aí o # para eu ficar descansado?"],
  ["pt-nif", "299 999 999", "O NIF está certo: #."],
  ["pt-cc", "99999999 9 AA9", "O cartão de cidadão tem o número #, obrigado."],
  ["es-nif", "99999999-A", "Mi DNI es #, ¿lo necesitáis?"],
  ["es-nif", "99999999A", "Os lo mando otra vez porque no me llega: #"],
  ["es-nie", "X9999999A", "El contrato está a nombre de # desde hace años."],
  ["fr-nir", "1 99 05 75 999 999 99", "Je vous donne mon numéro : # pour le dossier."],
  ["it-codice-fiscale", "AAAAAA80A01F999A", "Il codice è # e la bolletta non arriva."],
  ["nl-bsn", "199999999", "Mijn burgerservicenummer is #, klopt dat?"],
  ["nl-bsn", "199999999", "Ik heb het al gestuurd met # erbij en nog geen bericht."],
  ["pl-pesel", "ymd99999", "Mój numer to # i nie mogę się zalogować."],
  ["tr-kimlik", "19999999999", "TC kimlik numaram # ile giriş yapamıyorum."],
  ["gb-nhs", "999 999 9999", "My NHS number is # and I cannot log in."],
  ["gb-nino", "AA 99 99 99 A", "They asked for it, so here it is: #"],
  ["us-ssn", "599-99-9999", "Why do you need my social (#) for a refund?"],
  ["us-itin", "999-79-9999", "I only have an ITIN, # is mine."],
  ["cn-resident", "110101Ymd999X", "我的身份证号码是#，请帮我查一下。"],
  ["cn-resident", "310101Ymd999X", "麻烦核对#谢谢"],
  ["jp-my-number", "9999 9999 9999", "マイナンバーは#です。よろしくお願いします。"],
  ["kr-rrn", "ymd-1999999", "제 주민번호는 #입니다."],
  ["se-personnummer", "ymd-9999", "Mitt nummer är #, kan ni kolla?"],
];

describe("a number of a country is found in a sentence, and with a wrong check it is not", () => {
  test.each(inSentences)("%s %s: %s", (entity, picture, sentence) => {
    for (const seed of [1, 2, 3]) {
      const number = made(entity, picture, seed);
      const text = sentence.replace("#", number);
      expect(find(text).map(({ start, end, ...rest }) => [rest.entity, text.slice(start, end)])).toEqual([
        [entity, number],
      ]);
      if (entity.startsWith("us-") || entity === "gb-nino" || entity === "kr-rrn") continue;
      const wrong = broken(entity, number);
      expect(find(sentence.replace("#", wrong)).filter((one) => one.entity === entity)).toEqual([]);
    }
  });
});

test("full-width digits, invisible characters and dashes of other kinds change nothing but what is called disguised", () => {
  const plain = "Meu CPF é 529.982.247-25";
  const wide = plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const dashed = plain.replace("-", "–");
  const hidden = plain.replace("982", "9\u200b82");
  expect([plain, wide, dashed, hidden].flatMap((text) => found(text))).toEqual([
    "br-cpf: 529.982.247-25",
    `br-cpf: ${wide.slice(-14)}`,
    "br-cpf: 529.982.247–25",
    "br-cpf~: 529.9\u200b82.247-25",
  ]);
});

describe("payment", () => {
  test.each([
    ["4242424242424242 ist meine Karte", ["card: 4242424242424242"]],
    ["4242-4242-4242-4242", ["card: 4242-4242-4242-4242"]],
    [
      "4242 4242 4242 4242 5105 1051 0510 5100 3782 822463 10005",
      ["card: 4242 4242 4242 4242", "card: 5105 1051 0510 5100", "card: 3782 822463 10005"],
    ],
    ["我的卡号4242424242424242谢谢", ["card: 4242424242424242"]],
    ["4242 4242 4242 4243", []],
    ["0000 0000 0000 0000", []],
    ["Sendung 4242424242424242", ["order?: 4242424242424242"]],
    ["Bitte prüfen: DE02 1203 0000 0000 2020 51.", ["iban: DE02 1203 0000 0000 2020 51"]],
    ["IBAN:gb33bukb20201555555555", ["iban: gb33bukb20201555555555"]],
    [
      "IBAN：ＤＥ０２１２０３００００００００２０２０５１",
      ["iban: ＤＥ０２１２０３００００００００２０２０５１"],
    ],
    ["Ref DE02 1203 0000 0000 2020 52", []],
    ["gB33BUKB20201555555555", []],
    ["is 00 1234 5678 or 12", []],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("phones", () => {
  test.each([
    ["Please call +44 20 7946 0958.", ["phone: +44 20 7946 0958"]],
    ["0044 20 7946 0958", ["phone: 0044 20 7946 0958"]],
    ["(212) 736-5000 x12", ["phone: (212) 736-5000 x12"]],
    ["Ruf mich an: 0171 2345678", ["phone: 0171 2345678"]],
    ["Me llamen al 612 345 678", ["phone?: 612 345 678"]],
    ["meu zap é 11987654321", ["phone: 11987654321"]],
    ["お電話は０３－３２１２－１２３４まで", ["phone: ０３－３２１２－１２３４"]],
    ["请打13812345678找我", []],
    ["电话13812345678", ["phone: 13812345678"]],
    ["اتصل بي على ٠٥٣٢١٢٣٤٥٦٧", ["phone?: ٠٥٣٢١٢٣٤٥٦٧"]],
    ["+90 544 333 22 11 ve 0535 987 65 43", ["phone: +90 544 333 22 11", "phone?: 0535 987 65 43"]],
    ["Numéro : 06.12.34.56.78", ["phone?: 06.12.34.56.78"]],
    ["call us at 1-800-275-2273", ["phone: 1-800-275-2273"]],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test("a toll-free number says so, for it is the brand's", () => {
    expect(find("call us at 1-800-275-2273").map(({ why }) => why.includes("toll-free"))).toEqual([true]);
  });
});

describe("nothing is found in what only looks like an identifier", () => {
  test.each([
    "We open 24/7, 9:00-17:30, since 2019/2020.",
    "Termin am 12.03.2026 um 18:00, 30/9/2014, 2026-11-21 08:00.",
    "It was logged at 2026-11-21T08:15:30.500Z (1763712930).",
    "That is 1.234.567,89 € or $1,234,567.89, 15 %, 12 345 678 zł.",
    "Version 10.0.19041.1, iOS 18.1.1, v1.2.3.4, build 12345678.",
    "Error 0x80070005, WS-37368-7, KB4532693, HT209463.",
    "@user123456789 #529982247 &12345678;",
    "https://support.example/articles/205778987?id=4242424242424242",
    "Write to name@example.com or your.email@example.org.",
    "1 2 3 4 5 6 go! 10 20 30 40 50",
    "The ratio is 1:2:3:4, the score 3-2-1, the size 1920x1080.",
    "2018-2019-2020, 100000000, 999999999",
    "The order came in two parts.",
    "call me at five or six",
    "We are at the point of no return.",
    "meet me at noon dot",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("machines, wallets and devices", () => {
  test.each([
    ["my ip is 10.1.2.3", ["ip: 10.1.2.3"]],
    ["[2001:db8::8:800:200c:417a]:80", ["ip: 2001:db8::8:800:200c:417a"]],
    ["::ffff:192.0.2.128", ["ip: ::ffff:192.0.2.128"]],
    ["2001:db8:::1 1:2:3 std::string", []],
    ["MAC 00-1B-44-11-3A-B7", ["mac: 00-1B-44-11-3A-B7"]],
    ["cisco 001b.4411.3ab7", ["mac: 001b.4411.3ab7"]],
    [
      "send to bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
      ["wallet: bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"],
    ],
    ["send to bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", []],
    ["1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", ["wallet: 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"]],
    ["1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", []],
    ["IMEI 49-015420-323751-8", ["imei: 49-015420-323751-8"]],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("what is written out so that a machine should not read it", () => {
  test.each([
    ["ana dot silva at mail dot com", ["email?~: ana dot silva at mail dot com"]],
    ["ana [at] mail [dot] co [dot] uk", ["email?~: ana [at] mail [dot] co [dot] uk"]],
    ["ana(at)mail.com", ["email?~: ana(at)mail.com"]],
    ["ana @ mail . com", ["email?~: ana @ mail . com"]],
    ["schreib an jan.weber ät mail punkt de", ["email?~: jan.weber ät mail punkt de"]],
    ["o meu é rui arroba mail ponto pt", ["email?~: rui arroba mail ponto pt"]],
    ["luis arroba mail punto es", ["email?~: luis arroba mail punto es"]],
    ["marie arobase mail point fr", ["email?~: marie arobase mail point fr"]],
    ["gianni chiocciola mail punto it", ["email?~: gianni chiocciola mail punto it"]],
    ["piet apenstaartje mail punt nl", ["email?~: piet apenstaartje mail punt nl"]],
    ["jan małpa mail kropka pl", ["email?~: jan małpa mail kropka pl"]],
    ["ali et mail nokta com", ["email?~: ali et mail nokta com"]],
    ["taro アットマーク mail ドット jp", ["email?~: taro アットマーク mail ドット jp"]],
    ["li艾特qq点com", ["email?~: li艾特qq点com"]],
    ["sara آت mail نقطة com", ["email?~: sara آت mail نقطة com"]],
    ["five five five one two three four", ["phone?~: five five five one two three four"]],
    ["null eins sieben eins zwei drei vier fünf", ["phone?~: null eins sieben eins zwei drei vier fünf"]],
    [
      "nove um dois três quatro cinco seis sete oito",
      ["phone?~: nove um dois três quatro cinco seis sete oito"],
    ],
    [
      "seis uno dos tres cuatro cinco seis siete ocho",
      ["phone?~: seis uno dos tres cuatro cinco seis siete ocho"],
    ],
    [
      "zéro six un deux trois quatre cinq six sept huit",
      ["phone?~: zéro six un deux trois quatre cinq six sept huit"],
    ],
    [
      "tre quattro sette uno due tre quattro cinque",
      ["phone?~: tre quattro sette uno due tre quattro cinque"],
    ],
    [
      "nul zes een twee drie vier vijf zes zeven acht",
      ["phone?~: nul zes een twee drie vier vijf zes zeven acht"],
    ],
    [
      "sześć zero jeden dwa trzy cztery pięć sześć siedem",
      ["phone?~: sześć zero jeden dwa trzy cztery pięć sześć siedem"],
    ],
    [
      "sıfır beş üç iki bir iki üç dört beş altı yedi",
      ["phone?~: sıfır beş üç iki bir iki üç dört beş altı yedi"],
    ],
    ["ゼロ九ゼロ一二三四五六七八", ["phone?~: ゼロ九ゼロ一二三四五六七八"]],
    ["一三八一二三四五六七八", ["phone?~: 一三八一二三四五六七八"]],
    ["صفر خمسة ثلاثة اثنان واحد ثلاثة أربعة خمسة", ["phone?~: صفر خمسة ثلاثة اثنان واحد ثلاثة أربعة خمسة"]],
    ["4️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣", ["card~: 4️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣"]],
    ["nine double four one two three seven", ["phone?~: nine double four one two three seven"]],
    [
      "null eins sieben eins dreiundzwanzig fünfundvierzig",
      ["phone?~: null eins sieben eins dreiundzwanzig fünfundvierzig"],
    ],
    ["seis uno treinta y cuatro cincuenta y seis", ["phone?~: seis uno treinta y cuatro cincuenta y seis"]],
    ["call 0.1.7.1.2.3.4.5.6.7.9", ["phone~: 0.1.7.1.2.3.4.5.6.7.9"]],
    ["an\u200ba@ma\u200bil.com", ["email~: an\u200ba@ma\u200bil.com"]],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("addresses", () => {
  test.each([
    ["Ich wohne in der Gartenstraße 12a, 10115 Berlin.", ["address?: Gartenstraße 12a, 10115 Berlin"]],
    ["221B Baker Street", ["address?: 221B Baker Street"]],
    ["Moro na Rua das Flores, 123, 1200-195 Lisboa", ["address?: Rua das Flores, 123, 1200-195 Lisboa"]],
    ["Vivo en Calle Mayor 12, 28013 Madrid", ["address?: Calle Mayor 12, 28013 Madrid"]],
    ["J'habite 12 rue de la Paix, 75002 Paris", ["address?: 12 rue de la Paix, 75002 Paris"]],
    ["Via Roma 10, 00184 Roma", ["address?: Via Roma 10, 00184 Roma"]],
    ["Kerkstraat 12, 1017 GC Amsterdam", ["address?: Kerkstraat 12, 1017 GC Amsterdam"]],
    ["ul. Marszałkowska 10/12, 00-590 Warszawa", ["address?: ul. Marszałkowska 10/12, 00-590 Warszawa"]],
    ["Atatürk Caddesi No: 5", ["address?: Atatürk Caddesi No: 5"]],
    ["東京都千代田区丸の内1-2-3", ["address?: 東京都千代田区丸の内1-2-3"]],
    ["北京市朝阳区建国路88号", ["address?: 北京市朝阳区建国路88号"]],
    ["شارع الملك فهد 12", ["address?: شارع الملك فهد 12"]],
    ["It runs via Apple TV 4K in every place 12 times", []],
    ["The street has 12 houses", []],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("orders", () => {
  test("the brand's own patterns are certain, and words for an order make one likely", () => {
    const options = { countries: ["DE"], words, orderNumbers: ["\\A\\X-9{6,8}", "99-AAA"] };
    const text = "AX-1234567 und AX-12 und 12-ABC, Bestellnummer 4711-0815, Kundennummer 12345678";
    expect(
      findIdentifiers(text, options).map(({ start, end, certain }) => [text.slice(start, end), certain]),
    ).toEqual([
      ["AX-1234567", true],
      ["12-ABC", true],
      ["4711-0815", false],
      ["12345678", false],
    ]);
  });
});

test("what is masked is not found again", () => {
  for (const text of [
    "DE02 1203 0000 0000 2020 51",
    "4242 4242 4242 4242",
    "529.982.247-25",
    "+44 20 7946 0958",
    "ana.silva@mail.com",
    "my ip is 10.1.2.3",
    "Gartenstraße 12, 10115 Berlin",
    "five five five one two three four",
    "ana dot silva at mail dot com",
  ]) {
    const masked = find(text).reduceRight((whole, one) => {
      const { start, end, text: cover } = mask(text, one);
      return whole.slice(0, start) + cover + whole.slice(end);
    }, text);
    expect([masked === text, found(masked)]).toEqual([false, []]);
  }
});

test.each([
  ["4242 4242 4242 4242", "•••• •••• •••• 4242"],
  ["529.982.247-25", "•••.•••.••7-25"],
  ["ana.silva@mail.com", "a••.•••••@••••.•••"],
  ["five five five one two three four", "•••• •••• •••• ••• ••• ••••• ••••"],
  ["Gartenstraße 12, 10115 Berlin", "•••••••••••• ••, ••••• ••••••"],
])("%s is masked as %s", (text, masked) => {
  expect(find(text).map((one) => mask(text, one).text)).toEqual([masked]);
});

const pieces = fc.constantFrom(
  ..."0 1 9 - . / ( ) + @ # : , x A z é ß 東 一 ゼロ １ ＠ ٣".split(" "),
  " ",
  "\n",
  "\u200b",
  "\u00a0",
  "\ud83d",
  "\u202e",
  "4️⃣",
  "at",
  "dot com",
  "five ",
  "DE02 1203 0000 0000 2020 51",
  "4242 4242 4242 4242",
  "529.982.247-25",
  "+44 20 7946 0958",
  "ana@mail.com",
  "Via Roma 1",
  "2001:db8::9",
  "19283746501",
);
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
);

test("in any text the places rise, lie inside, do not overlap and are the same again", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const first = find(text);
      let last = 0;
      for (const { start, end, score, entity } of first) {
        expect([start >= last, end > start, end <= text.length, score >= 0.5, entity !== ""]).toEqual([
          true,
          true,
          true,
          true,
          true,
        ]);
        last = end;
      }
      expect(find(text)).toEqual(first);
    }),
    { numRuns: 300 },
  );
});

test.each(["1 ", "123-", "4242 4242 4242 4242 ", "one ", "a@b.", "a at b dot c ", "::", "ゼロ", "("])(
  "a paste of 100,000 characters of %j is read to its end",
  (part) => {
    const text = `${part.repeat(100_000 / part.length)}\n529.982.247-25`;
    expect(found(text).at(-1)).toBe("br-cpf: 529.982.247-25");
  },
);
