/** The parts of the window, in the order F6 visits them. */
export const parts = [
  "editor",
  "auxiliary",
  "panel",
  "statusBar",
  "titleBar",
  "activityBar",
  "sideBar",
] as const;

export type Part = (typeof parts)[number];

/** What an open editor shows: `conversation:42` is the conversation 42. Also the path of the page's address. */
export interface EditorRef {
  readonly uri: string;
  readonly kind: string;
  readonly id: string;
}

/**
 * What `when` functions and commands are told. Small, plain, and replaced whole on each change.
 * A feature adds optional members by declaration merging and fills them with `workbench.tell`.
 */
export interface WorkbenchState {
  /** Where the keyboard is. */
  readonly focus: Part | null;
  /** Whether what has the focus takes typed text. */
  readonly typing: boolean;
  /** Whether the keyboard is on a tab of an editor. */
  readonly onTab: boolean;
  readonly editor: EditorRef | null;
  readonly editorDirty: boolean;
  readonly editorPreview: boolean;
  readonly openEditors: number;
  readonly groups: number;
  readonly closedEditors: number;
  readonly sideBar: string | null;
  readonly panel: string | null;
  readonly auxiliary: string | null;
  /** Too narrow for more than one part beside the activity bar. */
  readonly narrow: boolean;
  readonly notices: number;
  /** Whether changes of others arrive by themselves; null until something is watched. */
  readonly live: boolean | null;
  /** The language of the member who is signed in, a BCP 47 tag. */
  readonly memberLocale: string | null;
}

export type When = (state: WorkbenchState) => boolean;

export const initialState: WorkbenchState = {
  focus: null,
  typing: false,
  onTab: false,
  editor: null,
  editorDirty: false,
  editorPreview: false,
  openEditors: 0,
  groups: 1,
  closedEditors: 0,
  sideBar: null,
  panel: null,
  auxiliary: null,
  narrow: false,
  notices: 0,
  live: null,
  memberLocale: null,
};
