import type { ComponentType } from "react";
import type { Message } from "../base/i18n.ts";
import type { Readable, Store } from "../base/store.ts";
import type { Undo } from "../base/undo.ts";
import type { IconName } from "../ui/icon-names.ts";
import type { Urgency } from "./announcer.ts";
import type { Confirmation, Prompt } from "./dialogs/asking.ts";
import type { Editors } from "./editors.ts";
import type { Layout, Place } from "./layout.ts";
import type { NewNotice, Notices } from "./notices.ts";
import type { Question } from "./palette/request.ts";
import type {
  Choice,
  EditorKind,
  MenuItem,
  Page,
  QuickOpenProvider,
  Setting,
  StatusItem,
  View,
} from "./pieces.ts";
import type { Problems } from "./problems.ts";
import type { Progress } from "./progress.ts";
import type { Settings } from "./settings.ts";
import type { When, WorkbenchState } from "./state.ts";

/** What a feature adds to the workbench. A plain value; `Workbench.add` returns its undo. */
export interface Contribution {
  readonly id: string;
  /** Namespaces of `locales/<tag>/ui/` that the titles below need. They are loaded before the contribution is added. */
  readonly words?: readonly string[];
  readonly views?: readonly View[];
  readonly editors?: readonly EditorKind[];
  readonly commands?: readonly Command[];
  readonly statusItems?: readonly StatusItem[];
  readonly quickOpen?: readonly QuickOpenProvider[];
  readonly settings?: readonly Setting[];
  readonly menuItems?: readonly MenuItem[];
  readonly pages?: readonly Page[];
  /** Shown while nobody is signed in; it says when someone is. One contribution has it. */
  readonly gate?: () => Promise<ComponentType<GateProps>>;
  /** Runs while the contribution is there, for what no declaration covers: a subscription, a timer. */
  readonly start?: (frame: Frame) => Undo;
}

export interface GateProps {
  /** Over the window, whose member's session has ended: what they were doing stays. Else instead of the window. */
  readonly over: boolean;
  readonly onEntered: () => Promise<void>;
}

/** What commands and contributions may do with the workbench. */
export interface Frame {
  readonly editors: Editors;
  readonly layout: Store<Layout>;
  readonly settings: Settings;
  readonly notices: Notices;
  readonly progress: Progress;
  readonly problems: Problems;
  readonly state: Readable<WorkbenchState>;
  /** Run a command unless its `when` forbids it. What it throws is told to the member. */
  run<Id extends string>(id: Id, ...args: CallArguments<Id>): Promise<void>;
  /** Whether a command may run now. */
  can(id: string): boolean;
  /** Tell commands and `when`s what has changed. Features tell the members they have added. */
  tell(changed: Partial<WorkbenchState>): void;
  /** Tell the member something, in the corner and aloud. */
  notify(notice: NewNotice): void;
  /** Tell the member that something failed. */
  fail(error: unknown): void;
  /** Have a screen reader say something. */
  announce(text: string, urgency?: Urgency): void;
  showView(id: string): void;
  openPlace(place: Place, open: boolean): void;
  /** Open the palette with a start of a line: a prefix chooses who answers. */
  quickOpen(line: string): void;
  /** Let the member choose one of some. Nothing when they think better of it. */
  pick(question: Omit<Question, "answer">): Promise<Choice | undefined>;
  /** Ask yes or no before something that matters. */
  confirm(about: Confirmation): Promise<boolean>;
  /** Ask for words: a name, a reason. Nothing when the member thinks better of it. */
  prompt(about: Prompt): Promise<string | undefined>;
}

/**
 * Arguments of commands that take some, by id. A feature adds its own by declaration merging, so that others can call it
 * with types and without importing it: `"draft.open": { conversationId: string }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface CommandArguments {}

/** What `run` wants after the id: the arguments, where the command takes some. */
export type CallArguments<Id> = Id extends keyof CommandArguments
  ? undefined extends CommandArguments[Id]
    ? [args?: CommandArguments[Id]]
    : [args: CommandArguments[Id]]
  : [];

/** Something a person can do. Feeds the palette, keys, menus and buttons. */
export interface Command {
  readonly id: string;
  readonly title: Message;
  /** Stands before the title in the palette: "View: Toggle Side Bar". */
  readonly category?: Message;
  readonly icon?: IconName;
  /** Such as `mod+k mod+s`; `mod` is Command on a Mac and Control elsewhere. Control with Alt is refused: it types letters. */
  readonly keys?: readonly string[];
  readonly when?: When;
  readonly toggled?: When;
  /** Not in the palette: it makes no sense without an argument or a place. */
  readonly internal?: boolean;
  readonly run: (state: WorkbenchState, frame: Frame, args: never) => unknown;
}

/** Gives `run` the type of its arguments. */
export function command<Id extends keyof CommandArguments>(
  value: Omit<Command, "id" | "run"> & {
    readonly id: Id;
    readonly run: (state: WorkbenchState, frame: Frame, args: CommandArguments[Id]) => unknown;
  },
): Command {
  return value;
}
