import { type EntityManager, IsNull } from "typeorm";
import { DomainError } from "../base/errors.ts";
import { textDigest } from "../base/text-digest.ts";
import type { ActAs, LedgerRecord, Tx } from "../base/tx.ts";
import { may, type Viewer } from "../base/viewer.ts";
import { Conversation, type Visibility } from "../inbox/conversation.entity.ts";
import { type MachineOutcome, MachineText } from "./machine-text.entity.ts";

interface Decided {
  readonly machineText: MachineText;
  readonly records: readonly LedgerRecord[];
}

/** Say what became of a machine's text. The first decision stands; the same one again changes nothing. */
export async function decideMachineText(
  act: ActAs,
  { id, outcome }: { readonly id: string; readonly outcome: MachineOutcome },
): Promise<MachineText> {
  const { machineText } = await act({
    do: async (tx, by): Promise<Decided> => {
      const machineText = await lockMachineText(tx, by, id);
      if (machineText.outcome === outcome) return { machineText, records: [] };
      if (machineText.outcome !== null)
        throw new DomainError("ALREADY_DECIDED", { outcome: machineText.outcome });
      const decided = { outcome, decidedAt: new Date() };
      await tx.update(MachineText, { id }, decided);
      await decideTwins(tx, machineText, decided);
      return {
        machineText: { ...machineText, ...decided },
        records: [await recordOf(tx, machineText, outcome)],
      };
    },
    record: ({ records }) => records,
  });
  return machineText;
}

/** A text that somebody can decide about: an answer there was, and one that could go on. */
async function lockMachineText(tx: Tx, by: Viewer, id: string): Promise<MachineText> {
  const machineText = await tx.findOne(MachineText, { where: { id }, lock: { mode: "for_no_key_update" } });
  if (!machineText) throw new DomainError("NOT_FOUND", { machineText: id });
  const ability = machineText.task === "translate_block" ? "template.write" : "reply.write";
  if (!may(by, ability, machineText.brandId)) throw new DomainError("FORBIDDEN", { ability });
  if (machineText.textSha256 === null || machineText.task === "translate_message")
    throw new DomainError("WRONG_STATE", { machineText: id });
  return machineText;
}

/** The same words, asked for more than once: one decision is about all of them. */
async function decideTwins(
  tx: Tx,
  { conversationId, visibility, textSha256 }: MachineText,
  decided: Pick<MachineText, "outcome" | "decidedAt">,
): Promise<void> {
  if (!conversationId || !visibility || !textSha256) return;
  await tx.update(MachineText, { conversationId, visibility, textSha256, outcome: IsNull() }, decided);
}

async function recordOf(
  tx: Tx,
  { id, brandId, conversationId, task, provider, model, textSha256 }: MachineText,
  outcome: MachineOutcome,
): Promise<LedgerRecord> {
  const conversation = conversationId ? await tx.findOneBy(Conversation, { id: conversationId }) : null;
  return {
    action: `machine.${outcome}`,
    brandId,
    subjectId: id,
    ...(conversation ? { conversationId: conversation.id, dataSubjectId: conversation.customerId } : {}),
    facts: { task, provider, ...(model ? { model } : {}), text_sha256: textSha256?.toString("hex") ?? null },
  };
}

interface Standing {
  readonly conversationId: string;
  readonly visibility: Visibility;
  readonly body: string;
}

/** The machine's text that stands somewhere word for word, while nobody has decided on it. */
export async function openMachineText(
  db: EntityManager,
  { conversationId, visibility, body }: Standing,
): Promise<MachineText | null> {
  const [newest] = await db.find(MachineText, {
    where: { conversationId, visibility, textSha256: textDigest(body), outcome: IsNull() },
    order: { createdAt: "DESC" },
    take: 1,
  });
  return newest ?? null;
}

/** A text that is a machine's, word for word, goes out only after a person has accepted it. */
export async function refuseUnread(tx: Tx, standing: Standing): Promise<void> {
  const open = await openMachineText(tx, standing);
  if (open) throw new DomainError("MACHINE_TEXT_OPEN", { machineText: open.id });
}
