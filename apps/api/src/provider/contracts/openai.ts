import { brackets } from "@parley/shared/fence";
import type { DraftAsked, ProviderAnswer, TranslationAsked } from "../../base/provider.ts";
import type { Caller } from "../call.ts";
import type { Contract } from "../contract.ts";
import { jsonIn, listAt, memberAt, textAt } from "../json.ts";
import { draftPrompt, type Said, translationPrompt } from "./prompts.ts";

/** Bytes that the vectors of 64 texts may take. */
const LARGEST_VECTORS = 4 * 1024 * 1024;

/** What the answer to a drafting request must look like. */
const DRAFT_FORMAT = {
  type: "json_schema",
  json_schema: {
    name: "reply",
    strict: true,
    schema: {
      type: "object",
      properties: {
        reply: { type: ["string", "null"] },
        templates: { type: "array", items: { type: "string" } },
      },
      required: ["reply", "templates"],
      additionalProperties: false,
    },
  },
} as const;

/** `POST /chat/completions` and `/embeddings` below an address that ends in `/v1`, as many servers of models speak it. */
export const openai: Contract = ({ key, model, embeddingModel }, call) => {
  const headers: Readonly<Record<string, string>> = key ? { authorization: `Bearer ${key}` } : {};
  const chat = chatWith(call, { headers, model });
  return {
    tasks: [
      ...(model ? (["translate", "draft"] as const) : []),
      ...(embeddingModel ? (["embed"] as const) : []),
    ],
    translate: async (asked: TranslationAsked) => {
      const answer = await chat(translationPrompt(asked), {});
      return answer.kind === "failed"
        ? answer
        : { kind: "answer", value: brackets.read(answer.value.trim()) };
    },
    draft: async (asked: DraftAsked) => {
      const answer = await chat(draftPrompt(asked), { response_format: DRAFT_FORMAT });
      return answer.kind === "failed" ? answer : drafted(answer.value);
    },
    embed: async (texts) => {
      const body = { model: embeddingModel, input: texts.map(brackets.write), encoding_format: "float" };
      const answer = await call({ path: "/embeddings", headers, body, most: LARGEST_VECTORS });
      return answer.kind === "failed" ? answer : vectorsOf(answer.value, texts.length);
    },
  };
};

type Chat = (messages: readonly Said[], more: object) => Promise<ProviderAnswer<string>>;

const chatWith =
  (
    call: Caller,
    { headers, model }: { headers: Readonly<Record<string, string>>; model: string | null },
  ): Chat =>
  async (messages, more) => {
    const body = { model, messages, temperature: 0, stream: false, ...more };
    const answer = await call({ path: "/chat/completions", headers, body });
    if (answer.kind === "failed") return answer;
    const [choice] = listAt(answer.value, "choices");
    const content = textAt(memberAt(choice, "message"), "content");
    // A text that was cut off may have lost its end, and with it what made it true.
    const whole = textAt(choice, "finish_reason") !== "length";
    return content === null || !whole
      ? { kind: "failed", fault: "malformed" }
      : { kind: "answer", value: content };
  };

/** Models that know no response format put their JSON in a fence of back ticks. */
function drafted(content: string): Awaited<ReturnType<NonNullable<ReturnType<Contract>["draft"]>>> {
  const json = /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/.exec(content)?.[1] ?? content;
  const said = jsonIn(json);
  const reply = memberAt(said, "reply");
  const templates = listAt(said, "templates").filter((one) => typeof one === "string");
  if (reply === null || reply === "") return { kind: "answer", value: { text: [], templates } };
  if (typeof reply !== "string") return { kind: "failed", fault: "malformed" };
  return { kind: "answer", value: { text: brackets.read(reply.trim()), templates } };
}

function vectorsOf(value: unknown, count: number): ProviderAnswer<readonly (readonly number[])[]> {
  const rows = listAt(value, "data").map((row) => ({
    index: memberAt(row, "index"),
    vector: listAt(row, "embedding"),
  }));
  const vectors = Array.from(
    { length: count },
    (_, index) => rows.find((row) => row.index === index)?.vector ?? [],
  );
  const size = vectors[0]?.length ?? 0;
  const sound = vectors.every(
    (vector) => vector.length === size && size > 0 && vector.every(Number.isFinite),
  );
  return sound && rows.length === count
    ? { kind: "answer", value: vectors as readonly (readonly number[])[] }
    : { kind: "failed", fault: "malformed" };
}
