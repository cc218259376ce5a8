import { createTokens, everyTokenOf, plainOf, type Redacted, redact, restore } from "@parley/shared/fence";
import { mergeWords } from "@parley/shared/identifier";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Provider, TranslationAsked } from "../base/provider.ts";
import { createProvider } from "./create-provider.ts";
import type { ProviderSettings } from "./provider-settings.ts";
import { apertium } from "./test/apertium.ts";
import { type Answering, chatAnswer, dataOf, type StandIn, startStandIn, status } from "./test/stand-in.ts";

let outside: StandIn;
beforeAll(async () => {
  outside = await startStandIn(() => ({}));
});
afterAll(() => outside.stop());
const before = { asked: 0 };
afterEach(() => {
  before.asked = outside.asked.length;
});
const askedNow = () => outside.asked.slice(before.asked);

const providerFor = (kind: ProviderSettings["kind"], more: Partial<ProviderSettings> = {}): Provider =>
  createProvider({
    kind,
    url: new URL(kind === "openai" ? `${outside.url}/v1` : outside.url),
    key: "secret-key",
    model: "talker",
    embeddingModel: "embedder",
    timeoutMs: 2000,
    inHouse: false,
    ...more,
  });

const tokens = createTokens();
const known = {
  countries: ["ES"],
  orderNumbers: ["NW-999999"],
  words: mergeWords({}),
  names: ["Zoë Martín"],
  handles: [],
  titles: [],
};
function redacted(text: string): Redacted {
  const redaction = redact(text, known, tokens);
  if (redaction.kind !== "redacted") throw new Error(redaction.left);
  return redaction.text;
}
const text = redacted("Hola Zoë, ¿dónde está el pedido NW-123456?");
const asked = { text, from: "es", to: "pt-BR", register: "formal" } as const satisfies TranslationAsked;

const translated = async (provider: Provider, more: Partial<TranslationAsked> = {}) => {
  const answer = await provider.translate({ ...asked, ...more });
  if (answer.kind === "failed") return answer;
  const restored = restore(answer.value, everyTokenOf(text));
  return restored.kind === "restored" ? plainOf(restored.text) : restored;
};

describe("OpenAI-compatible", () => {
  test("translates: the text is a value, and the customer's words are in no instruction", async () => {
    outside.answer((one) => chatAnswer(String(dataOf(one).text).replace("dónde está el", "onde está o")));
    expect(await translated(providerFor("openai"))).toBe("Hola Zoë, ¿onde está o pedido NW-123456?");
    const [one] = askedNow();
    expect({ path: one?.path, key: one?.headers.authorization, data: one && dataOf(one) }).toEqual({
      path: "/v1/chat/completions",
      key: "Bearer secret-key",
      data: {
        from: "es",
        to: "pt-BR",
        address: "formal",
        text: "Hola [[NAME_1]], ¿dónde está el pedido [[ORDER_1]]?",
      },
    });
    const [system] = (one?.body.messages ?? []) as { role: string; content: string }[];
    expect([system?.role, system?.content.includes("pedido")]).toEqual(["system", false]);
  });

  test.each([
    [
      "a draft",
      '{"reply":"Hi [[NAME_1]]","templates":["delay"]}',
      { text: ["Hi ", { id: "NAME_1" }], templates: ["delay"] },
    ],
    [
      "JSON in back ticks",
      '```json\n{"reply":"Hi","templates":["a"]}\n```',
      { text: ["Hi"], templates: ["a"] },
    ],
    ["nothing fits", '{"reply":null,"templates":[]}', { text: [], templates: [] }],
    ["changed tokens", '{"reply":"Hi [NAME_1]","templates":["a"]}', { text: null, templates: ["a"] }],
  ])("drafts: %s", async (_name, content, value) => {
    outside.answer(() => chatAnswer(content));
    const answer = await providerFor("openai").draft({
      question: [text],
      material: [{ key: "delay", text: redacted("Sorry.") }],
      language: "es",
      register: "informal",
      most: 280,
    });
    expect(answer).toEqual({ kind: "answer", value });
    expect(askedNow().map(dataOf)).toEqual([
      {
        language: "es",
        address: "informal",
        most_characters: 280,
        templates: [{ key: "delay", text: "Sorry." }],
        customer_messages: ["Hola [[NAME_1]], ¿dónde está el pedido [[ORDER_1]]?"],
      },
    ]);
  });

  test.each([
    [
      "vectors in any order",
      [
        { index: 1, embedding: [0, 1] },
        { index: 0, embedding: [1, 0] },
      ],
      [
        [1, 0],
        [0, 1],
      ],
    ],
    ["one is missing", [{ index: 0, embedding: [1, 0] }], null],
    [
      "another length",
      [
        { index: 0, embedding: [1] },
        { index: 1, embedding: [1, 0] },
      ],
      null,
    ],
    [
      "no numbers",
      [
        { index: 0, embedding: ["a"] },
        { index: 1, embedding: [1] },
      ],
      null,
    ],
  ])("embeds: %s", async (_name, data, vectors) => {
    outside.answer(() => ({ data }));
    expect(await providerFor("openai").embed([text, text])).toEqual(
      vectors ? { kind: "answer", value: vectors } : { kind: "failed", fault: "malformed" },
    );
  });

  test.each([
    ["no choices", {}],
    ["an answer that was cut off", chatAnswer("half a sen", "length")],
    ["another shape", { choices: [{ message: { content: 5 } }] }],
  ])("refuses %s", async (_name, answer) => {
    outside.answer(() => answer);
    expect(await translated(providerFor("openai"))).toEqual({ kind: "failed", fault: "malformed" });
  });

  test("does what it has a model for", () => {
    const can = (more: Partial<ProviderSettings>) => providerFor("openai", more).tasks;
    expect([can({}), can({ embeddingModel: null }), can({ model: null })]).toEqual([
      ["translate", "draft", "embed"],
      ["translate", "draft"],
      ["embed"],
    ]);
  });
});

describe("DeepL", () => {
  test("translates with tags for tokens and the register as its formality", async () => {
    outside.answer(({ body }) => ({
      translations: [{ text: String((body.text as string[])[0]).replace("Hola", "Olá &amp; bem-vinda,") }],
    }));
    expect(await translated(providerFor("deepl"))).toBe(
      "Olá & bem-vinda, Zoë, ¿dónde está el pedido NW-123456?",
    );
    const [one] = askedNow();
    expect([one?.path, one?.headers.authorization, one?.body]).toEqual([
      "/v2/translate",
      "DeepL-Auth-Key secret-key",
      {
        text: ['Hola <ph id="NAME_1"/>, ¿dónde está el pedido <ph id="ORDER_1"/>?'],
        source_lang: "ES",
        target_lang: "PT-BR",
        formality: "prefer_more",
        tag_handling: "xml",
        ignore_tags: ["ph"],
        preserve_formatting: true,
      },
    ]);
  });

  test.each([
    [
      { to: "pt", register: "informal" },
      { target_lang: "PT-PT", formality: "prefer_less" },
    ],
    [
      { to: "zh-CN", register: "neutral", from: null },
      { target_lang: "ZH-HANS", formality: "default" },
    ],
    [{ to: "de" }, { target_lang: "DE", formality: "prefer_more" }],
  ] as const)("%j", async (more, expected) => {
    outside.answer(({ body }) => ({ translations: [{ text: (body.text as string[])[0] }] }));
    await translated(providerFor("deepl"), more);
    expect(askedNow()[0]?.body).toMatchObject(expected);
  });

  test("drafts nothing and embeds nothing", async () => {
    const provider = providerFor("deepl");
    expect([provider.tasks, await provider.embed([text])]).toEqual([
      ["translate"],
      { kind: "failed", fault: "rejected" },
    ]);
    expect(askedNow()).toEqual([]);
  });
});

describe("LibreTranslate", () => {
  test("asks for HTML, with the key in the body as the protocol wants it", async () => {
    outside.answer(({ body }) => ({ translatedText: body.q }));
    expect(await translated(providerFor("libretranslate"))).toBe(plainOf(text));
    expect(askedNow()[0]).toMatchObject({
      path: "/translate",
      body: { source: "es", target: "pt-BR", format: "html", api_key: "secret-key" },
    });
  });

  test("a server that knows a language without its country only is asked so", async () => {
    outside.answer(({ body }, response) =>
      body.target === "pt"
        ? { translatedText: body.q }
        : status(400)({ path: "", headers: {}, body }, response),
    );
    expect(await translated(providerFor("libretranslate"))).toBe(plainOf(text));
  });

  test("apertium really translates behind it, and every token comes back", async () => {
    outside.answer(apertium);
    expect(await translated(providerFor("libretranslate"))).toBe("Olá Zoë, onde está o pedido NW-123456?");
    expect(await translated(providerFor("libretranslate"), { to: "ja" })).toEqual({
      kind: "failed",
      fault: "language",
    });
  });
});

describe("what can go wrong outside", () => {
  const slow: Answering = (_asked, response) => {
    response.writeHead(200).write("{");
    const trickle = setInterval(() => response.write(" "), 50);
    response.on("close", () => clearInterval(trickle));
  };
  const endless: Answering = (_asked, response) => {
    response.writeHead(200).end(`{"translatedText":"${"x".repeat(5 * 1024 * 1024)}"}`);
  };
  const cut: Answering = (_asked, response) => {
    response.writeHead(200, { "content-length": "100" }).write('{"tra');
    response.socket?.destroy();
  };
  test.each<[string, Answering, object]>([
    ["it is slow, byte by byte", slow, { fault: "timeout" }],
    ["it asks for a pause", status(429, { "retry-after": "7" }), { fault: "busy", retryAfterSeconds: 7 }],
    ["it is away for a while", status(503), { fault: "busy" }],
    ["it has a fault", status(500), { fault: "server" }],
    ["the key is wrong", status(403), { fault: "key" }],
    ["the month's share is used up", status(456), { fault: "quota" }],
    ["it says no JSON", (_a, out) => void out.writeHead(200).end("<html>"), { fault: "malformed" }],
    ["its answer has another shape", () => ({ text: "x" }), { fault: "malformed" }],
    ["its answer has no end", endless, { fault: "too_large" }],
    ["its answer breaks off", cut, { fault: "unreachable" }],
    ["it sends elsewhere", status(302, { location: "http://127.0.0.1:1/" }), { fault: "redirected" }],
  ])("%s", async (_name, answering, expected) => {
    outside.answer(answering);
    const provider = providerFor("deepl", { timeoutMs: 500 });
    expect(await translated(provider)).toEqual({ kind: "failed", ...expected });
    expect(askedNow().length).toBe(1);
  });

  test("nobody is there", async () => {
    const gone = await startStandIn(() => ({}));
    await gone.stop();
    expect(await translated(providerFor("deepl", { url: new URL(gone.url) }))).toEqual({
      kind: "failed",
      fault: "unreachable",
    });
  });

  test("a pause that was asked for is kept without asking again", async () => {
    outside.answer(status(429, { "retry-after": "60" }));
    const provider = providerFor("libretranslate");
    const first = await translated(provider);
    outside.answer(() => ({ translatedText: "x" }));
    expect([first, await translated(provider), askedNow().length]).toEqual([
      { kind: "failed", fault: "busy", retryAfterSeconds: 60 },
      { kind: "failed", fault: "busy", retryAfterSeconds: 60 },
      1,
    ]);
  });

  test("few are asked at once, and who comes when the queue is full is told so", async () => {
    let open = 0;
    let most = 0;
    outside.answer(async ({ body }) => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 20));
      open -= 1;
      return { translatedText: body.q };
    });
    const provider = providerFor("libretranslate");
    const answers = await Promise.all(Array.from({ length: 30 }, () => translated(provider)));
    const busy = answers.filter((answer) => typeof answer === "object").length;
    expect([most, busy]).toEqual([4, 10]);
  });

  test.each([
    ["http://10.0.0.1:9", false],
    ["http://169.254.169.254", true],
    ["http://[fe80::1]:9", true],
  ])("%s is not called", async (url, inHouse) => {
    const provider = providerFor("deepl", { url: new URL(url), inHouse });
    expect(await translated(provider)).toEqual({ kind: "failed", fault: "address" });
  });
});
