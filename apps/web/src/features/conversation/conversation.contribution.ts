import type words from "../../../../../locales/en/ui/conversation.json";
import type suggestionWords from "../../../../../locales/en/ui/suggestions.json";
import type { Command, Contribution } from "../../workbench/contribution.ts";
import type { When, WorkbenchState } from "../../workbench/state.ts";
import { draftsBadge, watchDrafts, writesReplies } from "./drafts/my-drafts.ts";
import type { ConversationFacts } from "./facts.ts";
import { conversationOf, type Surface } from "./open-conversation.ts";
import { confirmSetting } from "./settings.ts";

declare module "i18next" {
  interface ResourceNamespaceMap {
    conversation: typeof words;
    suggestions: typeof suggestionWords;
  }
}

const category: NonNullable<Command["category"]> = ($) => $.conversation.category;

/** Possible where a conversation is in front and `fits` says so. */
const here =
  (fits: (conversation: ConversationFacts) => boolean): When =>
  ({ conversation }) =>
    conversation != null && fits(conversation);

const work = () => import("./work.ts");
const reply = () => import("./reply.ts");
const idOf = ({ conversation }: WorkbenchState): string => conversation?.id ?? "";

const workCommands: readonly Command[] = [
  {
    id: "conversation.assignToMe",
    title: ($) => $.conversation.commands.assignToMe,
    category,
    icon: "person-add",
    keys: ["mod+k a"],
    when: here(({ mayWork, mine }) => mayWork && !mine),
    run: async (state) => (await work()).assign(idOf(state), state.viewer?.id ?? null),
  },
  {
    id: "conversation.assign",
    title: ($) => $.conversation.commands.assign,
    category,
    icon: "person-add",
    when: here(({ mayWork }) => mayWork),
    run: async (state, frame) => (await work()).pickAssignee(frame, idOf(state)),
  },
  {
    id: "conversation.unassign",
    title: ($) => $.conversation.commands.unassign,
    category,
    when: here(({ mayWork, assigned }) => mayWork && assigned),
    run: async (state) => (await work()).assign(idOf(state), null),
  },
  {
    id: "conversation.done",
    title: ($) => $.conversation.commands.done,
    category,
    icon: "check",
    keys: ["mod+k d"],
    when: here(({ mayWork, state }) => mayWork && state !== "done"),
    run: async (state, frame) => (await work()).changeState(frame, idOf(state), "done"),
  },
  {
    id: "conversation.reopen",
    title: ($) => $.conversation.commands.reopen,
    category,
    icon: "debug-restart",
    keys: ["mod+k o"],
    when: here(({ mayWork, state }) => mayWork && state !== "open"),
    run: async (state, frame) => (await work()).changeState(frame, idOf(state), "open"),
  },
  {
    id: "conversation.pending",
    title: ($) => $.conversation.commands.pending,
    category,
    keys: ["mod+k p"],
    when: here(({ mayWork, state }) => mayWork && state !== "pending"),
    run: async (state, frame) => (await work()).changeState(frame, idOf(state), "pending"),
  },
  {
    id: "conversation.snooze",
    title: ($) => $.conversation.commands.snooze,
    category,
    icon: "clockface",
    keys: ["mod+k z"],
    when: here(({ mayWork }) => mayWork),
    run: async (state, frame) => (await work()).snooze(frame, idOf(state)),
  },
  {
    id: "conversation.openLinked",
    title: ($) => $.conversation.commands.openLinked,
    category,
    icon: "link",
    keys: ["mod+k l"],
    when: here(({ linkedId }) => linkedId !== null),
    run: ({ conversation }, frame) =>
      conversation?.linkedId && frame.editors.show(`conversation:${conversation.linkedId}`),
  },
];

function writeFor(surface: Surface, keys: string): Command {
  return {
    id: `reply.${surface}`,
    title: ($) => $.conversation.commands[surface],
    category,
    icon: ({ public: "megaphone", private: "lock", note: "note" } as const)[surface],
    keys: [keys],
    when: here(({ surfaces }) => surfaces.includes(surface)),
    run: (state) => {
      conversationOf(idOf(state)).surface.set(surface);
      focusComposer(idOf(state));
    },
  };
}

/** The text is there once React has shown it. */
function focusComposer(id: string): void {
  focusIn(`[data-conversation="${id}"] .reply :is([contenteditable="true"], textarea)`);
}

function focusIn(selector: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}

const replyCommands: readonly Command[] = [
  writeFor("public", "mod+k u"),
  writeFor("private", "mod+k r"),
  writeFor("note", "mod+k n"),
  {
    id: "reply.focus",
    title: ($) => $.conversation.commands.focus,
    category,
    keys: ["mod+k i"],
    when: here(({ surfaces }) => surfaces.length > 0),
    run: (state) => focusComposer(idOf(state)),
  },
  {
    id: "reply.send",
    title: ($) => $.conversation.commands.send,
    category,
    icon: "send",
    keys: ["mod+enter"],
    when: here(({ sendable, surface }) => sendable || surface === "note"),
    run: async (state, frame) => (await reply()).send(frame, idOf(state)),
  },
  {
    id: "reply.language",
    title: ($) => $.conversation.commands.language,
    category,
    icon: "globe",
    when: here(({ surface }) => surface === "public" || surface === "private"),
    run: async (state, frame) => (await reply()).pickLanguage(frame, idOf(state)),
  },
  {
    id: "reply.discard",
    title: ($) => $.conversation.commands.discard,
    category,
    icon: "trash",
    when: here(({ sendable, surface }) => sendable || surface === "note"),
    run: async (state, frame) => (await reply()).discard(frame, idOf(state)),
  },
  {
    id: "reply.save",
    title: ($) => $.conversation.commands.save,
    category,
    icon: "save",
    keys: ["mod+s"],
    when: here(() => true),
    run: async () => (await import("./draft/keepers.ts")).flushAll(),
  },
];

const ofReply = (surface: Surface | null): boolean => surface === "public" || surface === "private";

const machine = () => import("./machine/ask-machine.ts");

const machineCommands: readonly Command[] = [
  {
    id: "reply.suggest",
    title: ($) => $.conversation.commands.suggest,
    category,
    icon: "sparkle",
    keys: ["mod+k g"],
    when: here(({ machine: help, surface }) => help.includes("draft") && ofReply(surface)),
    run: async (state, frame) => (await machine()).suggest(frame, idOf(state)),
  },
  {
    id: "reply.translate",
    title: ($) => $.conversation.commands.translate,
    category,
    icon: "arrow-swap",
    keys: ["mod+k y"],
    when: here(({ machine: help, sendable }) => help.includes("translate") && sendable),
    run: async (state, frame) => (await machine()).translateDraft(frame, idOf(state)),
  },
  {
    id: "message.translate",
    title: ($) => $.conversation.commands.translateMessage,
    category,
    icon: "globe",
    keys: ["mod+k e"],
    when: here(({ machine: help, mayWork }) => help.includes("translate") && mayWork),
    run: async (state, frame) => (await machine()).translateMessage(frame, idOf(state)),
  },
];

const suggestionsCommand: Command = {
  id: "suggestions.show",
  title: ($) => $.suggestions.show,
  category,
  icon: "lightbulb",
  keys: ["mod+k t"],
  run: (_state, frame) => {
    frame.showView("suggestions");
    focusIn(".suggestions button[tabindex='0']");
  },
};

/** Reading a thread, answering it, and what becomes of the answer. */
export const conversation: Contribution = {
  id: "conversation",
  words: ["conversation", "suggestions"],
  editors: [
    {
      id: "conversation",
      icon: "comment-discussion",
      title: ($) => $.conversation.title,
      hotExit: true,
      load: async () => (await import("./ConversationEditor.tsx")).ConversationEditor,
    },
  ],
  views: [
    {
      id: "drafts",
      title: ($) => $.conversation.drafts.title,
      icon: "comment-draft",
      place: "sideBar",
      order: 20,
      when: writesReplies,
      badge: draftsBadge,
      load: async () => (await import("./drafts/DraftsView.tsx")).DraftsView,
    },
    {
      id: "suggestions",
      title: ($) => $.suggestions.title,
      icon: "lightbulb",
      place: "auxiliary",
      order: 10,
      load: async () => (await import("./suggest/SuggestionsView.tsx")).SuggestionsView,
    },
  ],
  commands: [...workCommands, ...replyCommands, ...machineCommands, suggestionsCommand],
  settings: [confirmSetting],
  menuItems: (
    [
      ["conversation.assignToMe", 1],
      ["conversation.assign", 1],
      ["conversation.snooze", 2],
      ["conversation.pending", 2],
      ["conversation.done", 2],
      ["conversation.reopen", 2],
    ] as const
  ).map(([command, group], order) => ({
    id: `inbox.row.${command}`,
    menu: "inbox.row",
    command,
    group,
    order,
  })),
  start: watchDrafts,
};
