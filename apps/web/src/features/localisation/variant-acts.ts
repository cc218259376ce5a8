import { words } from "../../base/i18n.ts";
import type { Frame } from "../../workbench/contribution.ts";
import { variantId, variantUri } from "./address.ts";
import { shown } from "./overview.ts";
import { addressOf, tasksOf } from "./table/standing.ts";
import { askReason } from "./variant/ask.ts";
import * as life from "./variant/life.ts";
import { variantOf } from "./variant/open-variant.ts";
import { newest } from "./variant/opened.ts";
import { publishing } from "./variant/publishing.ts";

export async function saveText(id: string, frame: Frame): Promise<void> {
  const saved = await variantOf(id).save();
  if (saved) frame.announce(words.get().t(($) => $.localisation.done.saved));
}

/** What a machine wrote needs a person who says that they have read it. */
export async function submitText(id: string, frame: Frame): Promise<void> {
  const open = variantOf(id);
  const { t } = words.get();
  const origin = newest(open.state.get())?.origin;
  const byMachine = origin === "mt" || origin === "llm";
  const read =
    byMachine &&
    (await frame.confirm({
      title: t(($) => $.localisation.ask.readTitle),
      text: t(($) => $.localisation.ask.readText),
      action: t(($) => $.localisation.ask.read),
    }));
  if (byMachine && !read) return;
  if (await life.submit(open, read))
    tell(
      frame,
      id,
      t(($) => $.localisation.done.submitted),
    );
}

export async function withdrawText(id: string, frame: Frame): Promise<void> {
  if (await life.withdraw(variantOf(id))) frame.announce(words.get().t(($) => $.localisation.done.withdrawn));
}

export async function approveText(id: string, frame: Frame): Promise<void> {
  if (await life.approve(variantOf(id)))
    tell(
      frame,
      id,
      words.get().t(($) => $.localisation.done.approved),
    );
}

export async function rejectText(id: string, frame: Frame): Promise<void> {
  const { t } = words.get();
  const reason = await askReason(frame, {
    title: t(($) => $.localisation.ask.rejectTitle),
    label: t(($) => $.localisation.ask.rejectLabel),
    action: t(($) => $.localisation.ask.reject),
  });
  if (reason === null) return;
  if (await life.reject(variantOf(id), reason))
    tell(
      frame,
      id,
      t(($) => $.localisation.done.rejected),
    );
}

export async function publishText(id: string, frame: Frame): Promise<void> {
  const done = await life.publish(variantOf(id), { validFrom: null, validTo: null });
  if (done)
    tell(
      frame,
      id,
      words.get().t(($) => $.localisation.done.published),
    );
}

export function publishForTime(id: string): void {
  publishing.set(id);
}

export async function stillRight(id: string, frame: Frame): Promise<void> {
  if (await life.confirmStillRight(variantOf(id)))
    tell(
      frame,
      id,
      words.get().t(($) => $.localisation.done.stillRight),
    );
}

export async function retireText(id: string, frame: Frame): Promise<void> {
  const { t } = words.get();
  const reason = await askReason(frame, {
    title: t(($) => $.localisation.ask.retireTitle),
    label: t(($) => $.localisation.ask.retireLabel),
    action: t(($) => $.localisation.ask.retire),
  });
  if (reason === null) return;
  if (await life.retire(variantOf(id), reason))
    tell(
      frame,
      id,
      t(($) => $.localisation.done.retired),
    );
}

export async function leaveTextOut(id: string, frame: Frame): Promise<void> {
  const { t } = words.get();
  const reason = await askReason(frame, {
    title: t(($) => $.localisation.ask.leaveOutTitle),
    label: t(($) => $.localisation.ask.leaveOutLabel),
    action: t(($) => $.localisation.ask.leaveOut),
  });
  if (reason === null) return;
  if (await life.leaveOut(variantOf(id), reason))
    tell(
      frame,
      id,
      t(($) => $.localisation.done.leftOut),
    );
}

export async function expectText(id: string, frame: Frame): Promise<void> {
  if (await life.expect(variantOf(id))) frame.announce(words.get().t(($) => $.localisation.done.expected));
}

/** Drop what was typed, once it is sure that it may go. */
export async function revertText(id: string, frame: Frame): Promise<void> {
  const { t } = words.get();
  const sure = await frame.confirm({
    title: t(($) => $.localisation.ask.revertTitle),
    text: t(($) => $.localisation.ask.revertText),
    action: t(($) => $.localisation.commands.revert),
    danger: true,
  });
  if (sure) variantOf(id).revert();
}

/** The next text that waits for the member, around the end. */
export function nextTask(id: string, frame: Frame): void {
  const { overview, brandId } = shown.get();
  if (!overview || !brandId) return;
  const addresses = tasksOf(overview).map((task) => addressOf(task, brandId));
  const at = addresses.findIndex((address) => variantId(address) === id);
  const next = addresses[(at + 1) % Math.max(1, addresses.length)];
  if (next && variantId(next) !== id) frame.editors.show(variantUri(next));
  else
    frame.notify({
      severity: "info",
      text: words.get().t(($) => $.localisation.tasks.none),
      key: "localisation.next",
    });
}

function tell(frame: Frame, id: string, text: string): void {
  const { t } = words.get();
  frame.notify({
    severity: "success",
    text,
    source: t(($) => $.localisation.title),
    key: `variant.${id}`,
    actions: [{ label: t(($) => $.localisation.commands.next), run: () => void frame.run("variant.next") }],
  });
}
