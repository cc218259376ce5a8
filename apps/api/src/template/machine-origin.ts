import type { Block, RevisionOrigin } from "@parley/shared/template";
import { textDigest } from "../base/text-digest.ts";
import type { Tx } from "../base/tx.ts";
import type { Variant } from "./template.entity.ts";

/**
 * Where a text comes from: a machine's block that stands in it word for word makes it a machine's, until a person has said
 * to have read it in a revision of this variant. A changed word is a person's hand.
 */
export async function originOf(
  tx: Tx,
  { id, brandId }: Pick<Variant, "id" | "brandId">,
  blocks: readonly Block[],
): Promise<RevisionOrigin> {
  const texts = blocks.flatMap((block) => (block.kind === "own" ? [block.text] : []));
  const written = await tx.query<{ digest: string; provider: string }[]>(
    `SELECT encode(text_sha256, 'hex') AS digest, provider FROM machine_text
     WHERE brand_id = $1 AND task = 'translate_block' AND encode(text_sha256, 'hex') = ANY ($2::text[])`,
    [brandId, texts.map(digestOf)],
  );
  if (written.length === 0) return "human";
  const read = await tx.query<{ blocks: readonly Block[] }[]>(
    `SELECT r.blocks FROM template_revision r
     WHERE r.variant_id = $1 AND EXISTS (SELECT 1 FROM template_decision d WHERE d.revision_id = r.id AND d.read)`,
    [id],
  );
  const known = new Set(
    read
      .flatMap((one) => one.blocks)
      .flatMap((block) => (block.kind === "own" ? [digestOf(block.text)] : [])),
  );
  const unread = written.find(({ digest }) => !known.has(digest));
  if (!unread) return "human";
  return unread.provider === "openai" ? "llm" : "mt";
}

const digestOf = (text: string): string => textDigest(text).toString("hex");
