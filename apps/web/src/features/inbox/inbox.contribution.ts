import type words from "../../../../../locales/en/ui/inbox.json";
import { type Undo, undoAll } from "../../base/undo.ts";
import type { Command, Contribution, Frame } from "../../workbench/contribution.ts";
import { filtersOpen } from "./filters-open.ts";
import { list, question, waitingBadge, watchInbox } from "./inbox.ts";
import { neighbourOf } from "./inbox-list.ts";
import { widen } from "./question.ts";
import { conversationProvider } from "./quick-open.ts";

declare module "i18next" {
  interface ResourceNamespaceMap {
    inbox: typeof words;
  }
}

declare module "../../workbench/state.ts" {
  interface WorkbenchState {
    /** Whether what narrows the inbox is on screen. */
    readonly inboxFilters?: boolean;
  }
}

const category: NonNullable<Command["category"]> = ($) => $.inbox.title;

const step =
  (by: 1 | -1): Command["run"] =>
  ({ editor }, frame: Frame) => {
    const next = neighbourOf(list.state.get().rows, editor?.kind === "conversation" ? editor.id : null, by);
    if (next) frame.editors.show(`conversation:${next.id}`, { preview: true });
  };

/** What customers wrote, and who waits for an answer. */
export const inbox: Contribution = {
  id: "inbox",
  words: ["inbox"],
  views: [
    {
      id: "inbox",
      title: ($) => $.inbox.title,
      icon: "inbox",
      place: "sideBar",
      order: 10,
      badge: waitingBadge,
      actions: ["inbox.toggleFilters", "inbox.refresh"],
      load: async () => (await import("./InboxView.tsx")).InboxView,
    },
  ],
  commands: [
    {
      id: "inbox.show",
      title: ($) => $.inbox.show,
      category,
      icon: "inbox",
      keys: ["mod+shift+e"],
      run: (_state, frame) => showList(frame),
    },
    {
      id: "inbox.next",
      title: ($) => $.inbox.next,
      category,
      icon: "chevron-down",
      keys: ["f4"],
      run: step(1),
    },
    {
      id: "inbox.previous",
      title: ($) => $.inbox.previous,
      category,
      icon: "chevron-up",
      keys: ["shift+f4"],
      run: step(-1),
    },
    {
      id: "inbox.refresh",
      title: ($) => $.inbox.refresh,
      category,
      icon: "refresh",
      run: () => list.refresh(),
    },
    {
      id: "inbox.toggleFilters",
      title: ($) => $.inbox.filters,
      category,
      icon: "filter",
      toggled: ({ inboxFilters }) => inboxFilters === true,
      run: () => filtersOpen.update((open) => !open),
    },
    {
      id: "inbox.clearFilters",
      title: ($) => $.inbox.clearFilters,
      category,
      run: () => question.update(widen),
    },
  ],
  quickOpen: [conversationProvider],
  start: (frame) => {
    const tellFilters = () => frame.tell({ inboxFilters: filtersOpen.get() });
    tellFilters();
    return undoAll([filtersOpen.subscribe(tellFilters), whileSignedIn(frame, watchInbox)]);
  },
};

/** Begin once somebody is signed in. */
function whileSignedIn(frame: Frame, begin: () => Undo): Undo {
  let undo: Undo | null = null;
  const look = () => {
    if (frame.state.get().viewer) undo ??= begin();
  };
  look();
  return undoAll([() => undo?.(), frame.state.subscribe(look)]);
}

/** Show the list and put the keyboard into it. */
function showList(frame: Frame): void {
  frame.showView("inbox");
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[data-view="inbox"] [role="listbox"]')?.focus(),
  );
}
