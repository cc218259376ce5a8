import type words from "../../../../../locales/en/ui/review.json";
import { words as currentWords, loadWords } from "../../base/i18n.ts";
import { type Command, type Contribution, command, type Frame } from "../../workbench/contribution.ts";
import type { When, WorkbenchState } from "../../workbench/state.ts";
import { type OpenReview, reviewOf } from "./open-review.ts";
import { addressOf, nextWaiting, queue, queueBadge, refreshQueue, watchQueue } from "./review-queue.ts";

declare module "i18next" {
  interface ResourceNamespaceMap {
    review: typeof words;
  }
}
declare module "../../workbench/state.ts" {
  interface WorkbenchState {
    /** The reply under review in the editor that is in front; null when there is none. */
    readonly review?: {
      readonly conversationId: string;
      /** Whether the viewer may decide on what is on screen. */
      readonly mayDecide: boolean;
      /** Whether a reason for sending it back is being written. */
      readonly asking: boolean;
      /** Whether the server has something else than the screen. */
      readonly changed: boolean;
    } | null;
  }
}
declare module "../../workbench/contribution.ts" {
  interface CommandArguments {
    "review.open": { readonly conversationId: string; readonly draftId: string };
  }
}

const category: NonNullable<Command["category"]> = ($) => $.review.title;
const mayReview: When = ({ viewer }) =>
  viewer?.memberships.some(({ abilities }) => abilities.includes("reply.decide")) ?? false;
const inReview = (state: WorkbenchState) => (state.editor?.kind === "review" ? state.review : null);

/** A second person's look at replies before they go. */
export const review: Contribution = {
  id: "review",
  words: ["review"],
  views: [
    {
      id: "review",
      title: ($) => $.review.title,
      icon: "law",
      place: "sideBar",
      order: 30,
      when: mayReview,
      badge: queueBadge,
      actions: ["review.refresh"],
      load: async () => (await import("./ReviewView.tsx")).ReviewView,
    },
  ],
  editors: [
    {
      id: "review",
      icon: "law",
      title: ($) => $.review.title,
      load: async () => {
        await loadWords("findings");
        return (await import("./ReviewEditor.tsx")).ReviewEditor;
      },
    },
  ],
  commands: [
    {
      id: "review.show",
      title: ($) => $.review.commands.show,
      category,
      when: mayReview,
      run: (_state, frame) => frame.showView("review"),
    },
    {
      id: "review.refresh",
      title: ($) => $.review.commands.refresh,
      category,
      icon: "refresh",
      when: mayReview,
      run: ({ viewer }) => refreshQueue(viewer?.id),
    },
    {
      id: "review.next",
      title: ($) => $.review.commands.next,
      category,
      icon: "arrow-right",
      keys: ["mod+k j"],
      when: mayReview,
      run: (state, frame) => openNext(state, frame),
    },
    command({
      id: "review.open",
      title: ($) => $.review.commands.open,
      internal: true,
      run: (_state, frame, { conversationId, draftId }) =>
        frame.editors.show(`review:${conversationId}/${draftId}`),
    }),
    {
      id: "review.approve",
      title: ($) => $.review.commands.approve,
      category,
      icon: "pass",
      keys: ["mod+enter"],
      when: (state) => inReview(state)?.mayDecide === true && inReview(state)?.asking === false,
      run: (state, frame) => approve(state, frame),
    },
    {
      id: "review.requestChanges",
      title: ($) => $.review.commands.requestChanges,
      category,
      icon: "comment-unresolved",
      keys: ["mod+shift+enter"],
      when: (state) => inReview(state)?.mayDecide === true && inReview(state)?.asking === false,
      run: (state) => shown(state)?.reason.set(""),
    },
    {
      id: "review.sendBack",
      title: ($) => $.review.commands.sendBack,
      category,
      icon: "reply",
      keys: ["mod+enter"],
      when: (state) => inReview(state)?.mayDecide === true && inReview(state)?.asking === true,
      run: (state, frame) => sendBack(state, frame),
    },
    {
      id: "review.showNew",
      title: ($) => $.review.commands.showNew,
      category,
      icon: "refresh",
      when: (state) => inReview(state)?.changed === true,
      run: (state) => shown(state)?.showNew(),
    },
    {
      id: "review.conversation",
      title: ($) => $.review.commands.conversation,
      category,
      icon: "comment-discussion",
      when: (state) => Boolean(inReview(state)),
      run: (state, frame) =>
        frame.editors.show(`conversation:${inReview(state)?.conversationId}`, { preview: false }),
    },
  ],
  start: (frame) => followQueue(frame),
};

/** The queue is followed only for those who may decide, from the moment they are known. */
function followQueue(frame: Frame): () => void {
  let stop: (() => void) | null = null;
  const settle = () => {
    const wanted = mayReview(frame.state.get());
    if (wanted && !stop) stop = watchQueue(() => frame.state.get().viewer?.id);
    if (!wanted && stop) {
      stop();
      stop = null;
    }
  };
  const unlisten = frame.state.subscribe(settle);
  settle();
  return () => {
    unlisten();
    stop?.();
  };
}

function shown({ editor }: WorkbenchState): OpenReview | null {
  return editor?.kind === "review" ? reviewOf(editor.id) : null;
}

function openNext(state: WorkbenchState, frame: Frame): void {
  const { t } = currentWords.get();
  const after = shown(state)?.draftId ?? null;
  const next = nextWaiting(queue.get().rows, { after, viewerId: state.viewer?.id });
  if (next) frame.editors.show(addressOf(next));
  else frame.notify({ severity: "info", text: t(($) => $.review.empty), key: "review.next" });
}

async function approve(state: WorkbenchState, frame: Frame): Promise<void> {
  const open = shown(state);
  const itemId = await open?.approve();
  if (!open || !itemId) return;
  const { t } = currentWords.get();
  frame.notify({
    severity: "success",
    text: t(($) => $.review.approved),
    source: t(($) => $.review.title),
    key: `review.${open.draftId}`,
    actions: [
      {
        label: t(($) => $.review.takeBack),
        run: () => void open.takeBack(itemId).catch(frame.fail.bind(frame)),
      },
      { label: t(($) => $.review.commands.next), run: () => void frame.run("review.next") },
    ],
  });
}

async function sendBack(state: WorkbenchState, frame: Frame): Promise<void> {
  const open = shown(state);
  if (!open) return;
  const { t } = currentWords.get();
  if ((open.reason.get() ?? "").trim() === "") {
    frame.announce(
      t(($) => $.review.reasonNeeded),
      "assertive",
    );
    return;
  }
  if (!(await open.requestChanges())) return;
  frame.notify({
    severity: "success",
    text: t(($) => $.review.sentBack),
    source: t(($) => $.review.title),
    key: `review.${open.draftId}`,
    actions: [{ label: t(($) => $.review.commands.next), run: () => void frame.run("review.next") }],
  });
}
