import type { ComponentType } from "react";
import type { Message } from "../base/i18n.ts";
import type { Readable } from "../base/store.ts";
import type { IconName } from "../ui/icon-names.ts";
import type { EditorRef, When } from "./state.ts";

/** A number on a view's icon, and what it means for a screen reader. */
export interface Badge {
  readonly count: number;
  readonly label: string;
}

export interface View {
  readonly id: string;
  readonly title: Message;
  readonly icon: IconName;
  readonly place: "sideBar" | "panel" | "auxiliary";
  /** Lower comes first. Steps of ten leave room. */
  readonly order: number;
  readonly when?: When;
  readonly badge?: Readable<Badge | null>;
  /** Commands shown as icons beside the title; each needs an `icon`. */
  readonly actions?: readonly string[];
  readonly load: () => Promise<ComponentType>;
}

/** What a component of an editor kind is given. */
export interface EditorProps {
  readonly editor: EditorRef;
  /** Whether it is the editor that the keyboard is in or was in last. */
  readonly active: boolean;
}

/** A way to show one kind of thing in a tab. */
export interface EditorKind {
  readonly id: string;
  readonly icon: IconName;
  /** Shown until the component knows better and calls `workbench.editors.describe`. */
  readonly title: Message;
  /** Whether opening it shows a preview tab that the next one replaces. True when it is left out. */
  readonly preview?: boolean;
  /** Whether what is unsaved survives a reload by itself, so that leaving the page needs no question. */
  readonly hotExit?: boolean;
  /** Asked before a tab with unsaved changes goes; false keeps it. */
  readonly mayClose?: (editor: EditorRef) => Promise<boolean>;
  readonly load: () => Promise<ComponentType<EditorProps>>;
}

/** Something shown instead of the window, at an address of its own, to those who are signed in. */
export interface Page {
  readonly id: string;
  /** Such as `/sandbox`. */
  readonly path: string;
  readonly title: Message;
  readonly load: () => Promise<ComponentType>;
}

export interface StatusItem {
  readonly id: string;
  /** `left`: about everything; `right`: about the open editor. Mirrored in right-to-left. */
  readonly side: "left" | "right";
  readonly order: number;
  readonly when?: When;
  /** Small: it is part of the first load. Usually one `StatusButton`. */
  readonly Item: ComponentType;
}

/** One line to choose in the palette. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** Also searched: the English title where the page speaks another language. */
  readonly alias?: string;
  readonly detail?: string;
  readonly icon?: IconName;
  /** As in `Command.keys`, shown at the end. */
  readonly keys?: readonly string[];
  /** Heading above the first pick that has it. */
  readonly group?: string;
  readonly checked?: boolean;
}

/** How the member wants what they chose: here or beside. */
export interface HowToOpen {
  readonly toSide: boolean;
  /** Open a thing by its address, there. */
  readonly open: (uri: string) => void;
}

export interface QuickOpenProvider {
  readonly id: string;
  /** What the line starts with to ask this provider; the empty prefix belongs to what can be opened by name. */
  readonly prefix: string;
  readonly title: Message;
  readonly placeholder?: Message;
  /** Whether `find` has matched and ordered already, as a server does. */
  readonly ranked?: boolean;
  readonly find: (query: string, signal: AbortSignal) => readonly Choice[] | Promise<readonly Choice[]>;
  readonly choose: (choice: Choice, how: HowToOpen) => void;
}

interface SettingBase<T> {
  readonly id: string;
  readonly title: Message;
  readonly description?: Message;
  readonly category: Message;
  readonly order: number;
  readonly initial: T;
}

/** Named by a message, or by a name that is the same in every language. */
export type SettingChoice<T extends string> =
  | { readonly value: T; readonly label: Message }
  | { readonly value: T; readonly name: string };

export interface ChoiceSetting<T extends string = string> extends SettingBase<T> {
  readonly kind: "choice";
  readonly choices: readonly SettingChoice<T>[];
}

export interface SwitchSetting extends SettingBase<boolean> {
  readonly kind: "switch";
}

export interface NumberSetting extends SettingBase<number> {
  readonly kind: "number";
  readonly min: number;
  readonly max: number;
  readonly step?: number;
}

/** Something a member may want otherwise, kept in this browser. */
export type Setting = ChoiceSetting | SwitchSetting | NumberSetting;

/** A command in a context menu. `menu` names the menu: `workbench.tab`, or a feature's own. */
export interface MenuItem {
  readonly id: string;
  readonly menu: string;
  readonly command: string;
  /** Items of one group stand together. */
  readonly group: number;
  readonly order: number;
  readonly when?: When;
}
