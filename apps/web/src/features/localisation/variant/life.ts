import { api } from "../../../base/api.ts";
import {
  ApproveRevisionDocument,
  CommentRevisionDocument,
  ConfirmStillRightDocument,
  ExpectVariantDocument,
  MarkAbsentDocument,
  PublishRevisionDocument,
  RejectRevisionDocument,
  ResolveCommentDocument,
  RetireRevisionDocument,
  SubmitRevisionDocument,
  TickFindingDocument,
  WithdrawRevisionDocument,
} from "../life.documents.ts";
import type { OpenVariant } from "./open-variant.ts";
import { newest } from "./opened.ts";

/** Each says whether it was done; a refusal is on screen then. */
type Done = Promise<boolean>;

/** Ask for the text to be approved; what was typed is saved first. */
export async function submit(open: OpenVariant, read: boolean): Done {
  const templateRevisionId = await open.save();
  if (!templateRevisionId) return false;
  const done = await open.decide(async () => {
    const { data } = await api().client.mutate({
      mutation: SubmitRevisionDocument,
      variables: { templateRevisionId, read },
    });
    return data?.submitRevision;
  });
  return done !== null;
}

export const withdraw = (open: OpenVariant): Done =>
  onNewest(open, async (templateRevisionId) => {
    const { data } = await api().client.mutate({
      mutation: WithdrawRevisionDocument,
      variables: { templateRevisionId },
    });
    return data?.withdrawRevision;
  });

export const approve = (open: OpenVariant): Done =>
  onNewest(open, async (templateRevisionId) => {
    const { data } = await api().client.mutate({
      mutation: ApproveRevisionDocument,
      variables: { templateRevisionId },
    });
    return data?.approveRevision;
  });

export const reject = (open: OpenVariant, reason: string): Done =>
  onNewest(open, async (templateRevisionId) => {
    const { data } = await api().client.mutate({
      mutation: RejectRevisionDocument,
      variables: { templateRevisionId, reason },
    });
    return data?.rejectRevision;
  });

/** When a text is used; null is at once, and without end. */
export interface Window {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export const publish = (open: OpenVariant, window: Window): Done =>
  onNewest(open, async (templateRevisionId) => {
    const liveRevisionId = open.state.get().variant?.live?.id ?? null;
    const { data } = await api().client.mutate({
      mutation: PublishRevisionDocument,
      variables: { publish: { templateRevisionId, liveRevisionId, ...window } },
    });
    return data?.publishRevision;
  });

/** Use the live text no more. */
export async function retire(open: OpenVariant, reason: string): Done {
  const templateRevisionId = open.state.get().variant?.live?.id;
  if (!templateRevisionId) return false;
  const done = await open.decide(async () => {
    const { data } = await api().client.mutate({
      mutation: RetireRevisionDocument,
      variables: { templateRevisionId, reason },
    });
    return data?.retireRevision;
  });
  return done !== null;
}

/** The text is still right beside the source on screen. */
export const confirmStillRight = (open: OpenVariant): Done =>
  onNewest(open, async (templateRevisionId) => {
    const sourceRevisionId = open.state.get().source?.id ?? "";
    const { data } = await api().client.mutate({
      mutation: ConfirmStillRightDocument,
      variables: { confirm: { templateRevisionId, sourceRevisionId } },
    });
    return data?.confirmStillRight;
  });

export const tick = (open: OpenVariant, findingId: string, reason: string): Done =>
  onNewest(open, async (templateRevisionId) => {
    const { data } = await api().client.mutate({
      mutation: TickFindingDocument,
      variables: { tick: { templateRevisionId, findingId, reason } },
    });
    return data?.tickFinding;
  });

/** Leave this text out on purpose. */
export async function leaveOut(open: OpenVariant, reason: string): Done {
  const { templateId, locale, register, channelClass } = open.address;
  const done = await open.decide(async () => {
    const { data } = await api().client.mutate({
      mutation: MarkAbsentDocument,
      variables: { absence: { templateId, locale, register, channelClass, reason } },
    });
    return data?.markAbsent;
  });
  return done !== null;
}

/** Want a text after all that was left out. */
export async function expect(open: OpenVariant): Done {
  const variantId = open.state.get().variant?.id;
  if (!variantId) return false;
  const done = await open.decide(async () => {
    const { data } = await api().client.mutate({ mutation: ExpectVariantDocument, variables: { variantId } });
    return data?.expectVariant;
  });
  return done !== null;
}

/** Say something about the newest revision, or about one of its parts. */
export async function comment(open: OpenVariant, body: string, block: number | null): Promise<void> {
  const templateRevisionId = newest(open.state.get())?.id;
  if (!templateRevisionId) return;
  await api().client.mutate({
    mutation: CommentRevisionDocument,
    variables: { comment: { templateRevisionId, body, block } },
  });
  await open.load();
}

export async function resolveComment(open: OpenVariant, commentId: string): Promise<void> {
  await api().client.mutate({ mutation: ResolveCommentDocument, variables: { commentId } });
  await open.load();
}

type Work = (templateRevisionId: string) => ReturnType<Parameters<OpenVariant["decide"]>[0]>;

async function onNewest(open: OpenVariant, work: Work): Done {
  const head = newest(open.state.get());
  if (!head) return false;
  return (await open.decide(() => work(head.id))) !== null;
}
