import { createHash } from "node:crypto";
import { canonicalJson } from "@parley/shared/ledger";
import { DomainError, type DomainErrorCode } from "../base/errors.ts";
import type { Provider, ProviderAnswer, ProviderFault } from "../base/provider.ts";
import { textDigest } from "../base/text-digest.ts";
import type { ActAs, LedgerRecord } from "../base/tx.ts";
import type { Visibility } from "../inbox/conversation.entity.ts";
import { type MachineMark, type MachineTask, MachineText } from "./machine-text.entity.ts";

/** Whose words a request is about, and where its answer would stand. */
export interface Place {
  readonly brandId: string;
  readonly conversationId: string | null;
  readonly visibility: Visibility | null;
  /** The customer; the brand where no customer's words are in it. */
  readonly dataSubjectId: string;
}

/** A request to a machine: what leaves, and what its answer has to pass. */
export interface Request<T, U extends MachineAnswer> {
  readonly provider: Provider;
  readonly task: MachineTask;
  readonly place: Place;
  /** Exactly what leaves, as it is written. */
  readonly sent: Readonly<Record<string, unknown>>;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly ask: () => Promise<ProviderAnswer<T>>;
  /** Let the answer through the fences; or say with a code why it may not be shown. */
  readonly judge: (value: T) => Judged<U>;
}

export interface MachineAnswer {
  readonly text: string;
  readonly marks: readonly MachineMark[];
  readonly facts?: Readonly<Record<string, unknown>>;
}

export type Judged<U> =
  | { readonly kind: "fit"; readonly answer: U }
  | {
      readonly kind: "unfit";
      readonly code: DomainErrorCode;
      readonly facts: Readonly<Record<string, unknown>>;
      readonly answer?: string;
    };

/** What is told of a fault. */
export const CODES: Readonly<Record<ProviderFault, DomainErrorCode>> = {
  busy: "PROVIDER_BUSY",
  timeout: "PROVIDER_UNREACHABLE",
  unreachable: "PROVIDER_UNREACHABLE",
  language: "PROVIDER_LANGUAGE",
  malformed: "PROVIDER_UNFIT",
  too_large: "PROVIDER_UNFIT",
  address: "PROVIDER_REFUSED",
  redirected: "PROVIDER_REFUSED",
  key: "PROVIDER_REFUSED",
  quota: "PROVIDER_REFUSED",
  rejected: "PROVIDER_REFUSED",
  server: "PROVIDER_REFUSED",
};

/**
 * Ask a machine between two acts: the first says on record what leaves, before it does; the second what came of it.
 * Nothing is held open meanwhile. What cannot be used is recorded and refused.
 */
export async function askMachine<T, U extends MachineAnswer>(
  act: ActAs,
  request: Request<T, U>,
): Promise<U & { readonly machineText: MachineText }> {
  const { id } = await recordAsked(act, request);
  const outcome = await request.ask();
  const judged: Judged<U> =
    outcome.kind === "answer"
      ? request.judge(outcome.value)
      : {
          kind: "unfit",
          code: CODES[outcome.fault],
          facts: {
            reason: outcome.fault,
            ...(outcome.retryAfterSeconds ? { retry_after: outcome.retryAfterSeconds } : {}),
          },
        };
  const machineText = await recordAnswered(act, request, { id, judged });
  if (judged.kind === "unfit") throw new DomainError(judged.code, judged.facts);
  return { ...judged.answer, machineText };
}

/** What was refused before anything left. */
export async function recordWithheld(
  act: ActAs,
  { provider, task, place }: Pick<Request<never, never>, "provider" | "task" | "place">,
  left: string,
): Promise<never> {
  await act({
    do: async () => undefined,
    record: () => ({
      ...streamOf(place),
      action: "machine.withheld",
      subjectId: place.conversationId ?? place.brandId,
      facts: { task, provider: provider.kind, host: provider.host, reason: "not_redacted", left },
    }),
  });
  throw new DomainError("NOT_REDACTED", { left });
}

const digestOf = (value: unknown): Buffer => createHash("sha256").update(canonicalJson(value)).digest();

const streamOf = ({ brandId, conversationId, dataSubjectId }: Place) => ({
  brandId,
  dataSubjectId,
  ...(conversationId ? { conversationId } : {}),
});

const machineFacts = ({
  provider: { kind, host, model },
  task,
}: Pick<Request<never, never>, "provider" | "task">) => ({
  task,
  provider: kind,
  host,
  ...(model ? { model } : {}),
});

function recordAsked<T, U extends MachineAnswer>(act: ActAs, request: Request<T, U>): Promise<MachineText> {
  const { provider, task, place, sent, facts } = request;
  const sentSha256 = digestOf(sent);
  return act({
    do: async (tx, by) => {
      const { id } = await tx.save(MachineText, {
        brandId: place.brandId,
        task,
        conversationId: place.conversationId,
        visibility: place.visibility,
        requesterId: by.id,
        provider: provider.kind,
        host: provider.host,
        model: provider.model,
        sentSha256,
      });
      return tx.findOneByOrFail(MachineText, { id });
    },
    record: ({ id }) => ({
      ...streamOf(place),
      action: "machine.asked",
      subjectId: id,
      payload: { sent },
      facts: { ...machineFacts({ provider, task }), sent_sha256: sentSha256.toString("hex"), ...facts },
    }),
  });
}

function recordAnswered<T, U extends MachineAnswer>(
  act: ActAs,
  request: Request<T, U>,
  { id, judged }: { readonly id: string; readonly judged: Judged<U> },
): Promise<MachineText> {
  return act({
    do: async (tx) => {
      await tx.update(
        MachineText,
        { id },
        judged.kind === "fit"
          ? { textSha256: textDigest(judged.answer.text), marks: judged.answer.marks }
          : { refusal: judged.code },
      );
      return tx.findOneByOrFail(MachineText, { id });
    },
    record: () => ({
      ...streamOf(request.place),
      subjectId: id,
      ...(judged.kind === "fit" ? fitRecord(judged.answer) : unfitRecord(judged)),
    }),
  });
}

const fitRecord = ({
  text,
  marks,
  facts,
}: MachineAnswer): Pick<LedgerRecord, "action" | "payload" | "facts"> => ({
  action: "machine.answered",
  payload: { text },
  facts: { text_sha256: textDigest(text).toString("hex"), marks: marks.map(({ kind }) => kind), ...facts },
});

const unfitRecord = ({
  code,
  facts,
  answer,
}: Extract<Judged<never>, { kind: "unfit" }>): Pick<LedgerRecord, "action" | "payload" | "facts"> => ({
  action: "machine.refused",
  ...(answer === undefined ? {} : { payload: { answer } }),
  facts: { outcome: code, ...facts },
});
