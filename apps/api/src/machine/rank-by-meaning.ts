import { createHash } from "node:crypto";
import { createTokens, type Redacted, redact } from "@parley/shared/fence";
import type { EntityManager } from "typeorm";
import type { Context } from "../base/context.ts";
import { DomainError } from "../base/errors.ts";
import type { Provider } from "../base/provider.ts";
import type { ActAs, Tx } from "../base/tx.ts";
import { may } from "../base/viewer.ts";
import { Brand } from "../brand/brand.entity.ts";
import { suggestionExamples } from "../draft/suggestion-examples.ts";
import { Conversation } from "../inbox/conversation.entity.ts";
import { Message } from "../inbox/message.entity.ts";
import { CODES } from "./ask-machine.ts";
import { allowedProvider } from "./consent.ts";
import { knownInConversation } from "./known-here.ts";
import { tokenFacts, written } from "./written.ts";

/** How like a template's meaning is to what was asked, -1 to 1. */
export interface Meaning {
  readonly template: string;
  readonly likeness: number;
}

/** Texts in one request. */
const MOST_TEXTS = 64;

/** Rank templates by the meaning of their titles, keywords and samples. Vectors of templates are kept; those of customers' words are not. */
export async function rankByMeaning(
  { act, read, viewer, provider: outside }: Context,
  conversationId: string,
): Promise<readonly Meaning[]> {
  const { brand, conversation, question, templates, known } = await read((db) =>
    askedHere(db, { conversationId, viewerId: viewer.id }),
  );
  if (!may(viewer, "reply.write", brand.id)) throw new DomainError("FORBIDDEN", { ability: "reply.write" });
  const provider = allowedProvider(brand, outside, "embed");
  if (question === "" || templates.size === 0) return [];
  const tokens = createTokens();
  const hidden = redact(question, known, tokens);
  if (hidden.kind === "unproven") throw new DomainError("NOT_REDACTED", { left: hidden.left });
  const texts = new Map<string, Redacted>();
  for (const [template, text] of templates) {
    const redaction = redact(text, known, tokens);
    if (redaction.kind === "redacted") texts.set(template, redaction.text);
  }
  const model = provider.embeddingModel ?? "";
  const stored = await read((db) => vectorsOf(db, { brandId: brand.id, model, texts: [...texts.values()] }));
  const missing = [...texts.values()].filter((text) => !stored.has(digestOf(text)));
  const asked = { act, provider, brand, conversation, question: hidden.text };
  const fresh = await embed(asked, missing.slice(0, MOST_TEXTS - 1));
  const vectorOf = (text: Redacted) => stored.get(digestOf(text)) ?? fresh.templates.get(digestOf(text));
  return [...texts].flatMap(([template, text]): Meaning[] => {
    const vector = vectorOf(text);
    return vector ? [{ template, likeness: cosine(vector, fresh.question) }] : [];
  });
}

async function askedHere(
  db: EntityManager,
  { conversationId, viewerId }: { readonly conversationId: string; readonly viewerId: string },
) {
  const conversation = await db.findOneBy(Conversation, { id: conversationId });
  if (!conversation) throw new DomainError("NOT_FOUND", { conversation: conversationId });
  const brand = await db.findOneByOrFail(Brand, { id: conversation.brandId });
  const [last] = await db.find(Message, {
    where: { conversationId, direction: "inbound" },
    order: { at: "DESC", id: "DESC" },
    take: 1,
  });
  const language = conversation.language ?? brand.settings.languages[0] ?? "en";
  const examples = await suggestionExamples(db, { brandId: brand.id, language, viewerId });
  const known = await knownInConversation(db, brand, conversation);
  return { conversation, brand, question: last?.body ?? "", templates: aboutEach(examples), known };
}

/** What translators say a template is for. What customers wrote before is left where it is. */
function aboutEach(examples: Awaited<ReturnType<typeof suggestionExamples>>): ReadonlyMap<string, string> {
  const own = examples.filter(({ kind }) => kind !== "reply");
  return new Map(
    [...Map.groupBy(own, ({ template }) => template)].map(([template, all]) => [
      template,
      all.map(({ text }) => text).join("\n"),
    ]),
  );
}

const digestOf = (text: Redacted): string => createHash("sha256").update(written(text)).digest("hex");

async function vectorsOf(
  db: EntityManager,
  { brandId, model, texts }: { brandId: string; model: string; texts: readonly Redacted[] },
): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await db.query<{ digest: string; vector: readonly number[] }[]>(
    `SELECT encode(text_sha256, 'hex') AS digest, vector FROM embedding
     WHERE brand_id = $1 AND model = $2 AND encode(text_sha256, 'hex') = ANY ($3::text[])`,
    [brandId, model, texts.map(digestOf)],
  );
  return new Map(rows.map(({ digest, vector }) => [digest, vector]));
}

interface Embedding {
  readonly act: ActAs;
  readonly provider: Provider;
  readonly brand: Brand;
  readonly conversation: Conversation;
  readonly question: Redacted;
}

/** Ask for the vectors of a question and of templates that have none yet; the latter are stored. */
async function embed(
  { act, provider, brand, conversation, question }: Embedding,
  missing: readonly Redacted[],
) {
  const texts = [question, ...missing];
  const place = {
    brandId: brand.id,
    conversationId: conversation.id,
    dataSubjectId: conversation.customerId,
  };
  const facts = {
    task: "embed",
    provider: provider.kind,
    host: provider.host,
    model: provider.embeddingModel,
  };
  await act({
    do: async () => undefined,
    record: () => ({
      ...place,
      action: "machine.asked",
      subjectId: conversation.id,
      payload: { sent: { question: written(question) } },
      facts: { ...facts, sent_sha256: texts.map(digestOf), tokens: tokenFacts([question]) },
    }),
  });
  const answer = await provider.embed(texts);
  await act({
    do: async (tx) => {
      if (answer.kind === "answer")
        await store(tx, { brand, provider, missing, vectors: answer.value.slice(1) });
    },
    record: () => ({
      ...place,
      action: answer.kind === "answer" ? "machine.answered" : "machine.refused",
      subjectId: conversation.id,
      facts: {
        ...facts,
        ...(answer.kind === "failed" ? { outcome: CODES[answer.fault], reason: answer.fault } : {}),
      },
    }),
  });
  if (answer.kind === "failed") throw new DomainError(CODES[answer.fault], { reason: answer.fault });
  const [first = [], ...rest] = answer.value;
  return {
    question: first,
    templates: new Map(missing.map((text, index) => [digestOf(text), rest[index] ?? []])),
  };
}

async function store(
  tx: Tx,
  {
    brand,
    provider,
    missing,
    vectors,
  }: {
    brand: Brand;
    provider: Provider;
    missing: readonly Redacted[];
    vectors: readonly (readonly number[])[];
  },
): Promise<void> {
  for (const [index, text] of missing.entries()) {
    await tx.query(
      `INSERT INTO embedding (brand_id, model, text_sha256, vector) VALUES ($1, $2, decode($3, 'hex'), $4)
       ON CONFLICT DO NOTHING`,
      [brand.id, provider.embeddingModel, digestOf(text), vectors[index]],
    );
  }
}

/** Vectors of different models do not compare. */
function cosine(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return 0;
  let [dot, aa, bb] = [0, 0, 0];
  for (const [index, x] of a.entries()) {
    const y = b[index] ?? 0;
    dot += x * y;
    aa += x * x;
    bb += y * y;
  }
  return dot / (Math.sqrt(aa) * Math.sqrt(bb) || 1);
}
