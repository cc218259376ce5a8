import type words from "../../../../../locales/en/ui/session.json";
import { signOut } from "../../base/auth.ts";
import { words as currentWords } from "../../base/i18n.ts";
import { finishBeforeLeaving } from "../../base/leaving.ts";
import type { Command, Contribution, Frame } from "../../workbench/contribution.ts";
import type { When } from "../../workbench/state.ts";
import { AccountItem, ConnectionItem } from "./status-items.tsx";
import "./viewer.ts";

declare module "i18next" {
  interface ResourceNamespaceMap {
    session: typeof words;
  }
}

const signedIn: When = ({ viewer }) => viewer !== undefined;
const category: NonNullable<Command["category"]> = ($) => $.session.category;

/** What the account's menu offers. */
const accountCommands = [
  "account.open",
  "workbench.pickLanguage",
  "session.signOut",
  "session.signOutEverywhere",
];

/** Who works here: signing in and out, and whether the server is heard. */
export const session: Contribution = {
  id: "session",
  words: ["session"],
  gate: async () => (await import("./Entrance.tsx")).Entrance,
  commands: [
    {
      id: "session.signOut",
      title: ($) => $.session.signOut,
      category,
      icon: "sign-out",
      when: signedIn,
      run: () => leave("here"),
    },
    {
      id: "session.signOutEverywhere",
      title: ($) => $.session.signOutEverywhere,
      category,
      icon: "sign-out",
      when: signedIn,
      run: () => leave("everywhere"),
    },
    {
      id: "session.account",
      title: ($) => $.session.account,
      category,
      icon: "account",
      when: signedIn,
      run: (_state, frame) => chooseFromAccount(frame),
    },
  ],
  statusItems: [
    { id: "session.account", side: "left", order: 10, when: signedIn, Item: AccountItem },
    {
      id: "session.connection",
      side: "left",
      order: 20,
      when: ({ live }) => live === false,
      Item: ConnectionItem,
    },
  ],
};

/** The page is loaded anew, so that nothing of this member is left in memory. */
async function leave(where: "here" | "everywhere"): Promise<void> {
  await finishBeforeLeaving();
  await signOut(where);
  location.replace("/");
}

async function chooseFromAccount(frame: Frame): Promise<void> {
  const { t } = currentWords.get();
  const labels = {
    "account.open": t(($) => $.account.commands.open),
    "workbench.pickLanguage": t(($) => $.workbench.commands.pickLanguage),
    "session.signOut": t(($) => $.session.signOut),
    "session.signOutEverywhere": t(($) => $.session.signOutEverywhere),
  };
  const icons = { "account.open": "account", "workbench.pickLanguage": "globe" } as const;
  const chosen = await frame.pick({
    title: frame.state.get().viewer?.name ?? "",
    choices: accountCommands.map((id) => ({
      id,
      label: labels[id as keyof typeof labels],
      icon: icons[id as keyof typeof icons] ?? "sign-out",
    })),
  });
  if (chosen) await frame.run(chosen.id);
}
