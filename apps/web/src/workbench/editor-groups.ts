import type { EditorRef } from "./state.ts";

/** A tab. A preview is shown in italics and gives way to the next preview. */
export interface Tab extends EditorRef {
  readonly preview: boolean;
  readonly dirty: boolean;
  /** Set by the editor itself once it knows; may be a person's words. */
  readonly title: string | null;
}

export interface Group {
  readonly id: number;
  readonly tabs: readonly Tab[];
  readonly active: string | null;
  /** Addresses by last use, latest first. */
  readonly recent: readonly string[];
}

/** All open editors: one to three groups side by side, one of them active. */
export interface EditorGroups {
  readonly groups: readonly Group[];
  readonly active: number;
  /** What was closed, latest first. */
  readonly closed: readonly EditorRef[];
}

export const MAX_GROUPS = 3;
const MAX_CLOSED = 20;

export const noEditors: EditorGroups = { groups: [emptyGroup(1)], active: 1, closed: [] };

function emptyGroup(id: number): Group {
  return { id, tabs: [], active: null, recent: [] };
}

/** `conversation:42` as kind and id. A kind without an id is the only one of its kind. */
export function refOf(uri: string): EditorRef {
  const colon = uri.indexOf(":");
  return colon < 0
    ? { uri, kind: uri, id: "" }
    : { uri, kind: uri.slice(0, colon), id: uri.slice(colon + 1) };
}

export function groupOf(state: EditorGroups, id: number = state.active): Group {
  return state.groups.find((group) => group.id === id) ?? state.groups[0] ?? emptyGroup(1);
}

export function activeTab(state: EditorGroups): Tab | null {
  const group = groupOf(state);
  return group.tabs.find(({ uri }) => uri === group.active) ?? null;
}

interface Opening {
  readonly preview: boolean;
  /** Open in a group of its own beside the active one. */
  readonly toSide?: boolean;
}

/** Show a thing in the active group, or beside it; a tab that shows it already is used. */
export function open(state: EditorGroups, uri: string, { preview, toSide = false }: Opening): EditorGroups {
  const base = toSide ? besides(state) : state;
  return change(base, base.active, (group) => activate(withTab(group, uri, preview), uri));
}

function withTab(group: Group, uri: string, preview: boolean): Group {
  const present = group.tabs.find((tab) => tab.uri === uri);
  if (present) return preview ? group : changeTab(group, uri, { preview: false });
  const tab: Tab = { ...refOf(uri), preview, dirty: false, title: null };
  const replaced = preview ? group.tabs.findIndex((other) => other.preview && !other.dirty) : -1;
  if (replaced >= 0) return { ...group, tabs: group.tabs.with(replaced, tab) };
  const at = group.tabs.findIndex((other) => other.uri === group.active) + 1;
  return { ...group, tabs: group.tabs.toSpliced(at, 0, tab) };
}

function activate(group: Group, uri: string): Group {
  const open = new Set(group.tabs.map((tab) => tab.uri));
  const recent = [uri, ...group.recent.filter((other) => other !== uri && open.has(other))];
  return { ...group, active: uri, recent };
}

/** The next group, made if there is room; else the one after the active, around the end. */
function besides(state: EditorGroups): EditorGroups {
  const at = state.groups.findIndex(({ id }) => id === state.active);
  const next = state.groups[at + 1];
  if (next) return { ...state, active: next.id };
  if (state.groups.length >= MAX_GROUPS) return { ...state, active: state.groups[0]?.id ?? state.active };
  const id = Math.max(...state.groups.map((group) => group.id)) + 1;
  return { ...state, groups: [...state.groups, emptyGroup(id)], active: id };
}

/** Close a tab of a group; the tab used before it comes forward, and an empty group beside others goes. */
export function close(state: EditorGroups, uri: string, groupId: number = state.active): EditorGroups {
  const changed = change(state, groupId, (group) => {
    const at = group.tabs.findIndex((tab) => tab.uri === uri);
    if (at < 0) return group;
    const tabs = group.tabs.toSpliced(at, 1);
    const recent = group.recent.filter((other) => other !== uri);
    const heir = recent[0] ?? tabs[Math.min(at, tabs.length - 1)]?.uri ?? null;
    return { ...group, tabs, recent, active: group.active === uri ? heir : group.active };
  });
  if (changed === state) return state;
  const closed = [refOf(uri), ...state.closed.filter((other) => other.uri !== uri)].slice(0, MAX_CLOSED);
  return dropEmpty({ ...changed, closed });
}

function dropEmpty(state: EditorGroups): EditorGroups {
  const kept = state.groups.filter((group) => group.tabs.length > 0);
  if (kept.length === state.groups.length) return state;
  const groups = kept.length > 0 ? kept : [emptyGroup(1)];
  const active = groups.some(({ id }) => id === state.active) ? state.active : (groups[0]?.id ?? 1);
  return { ...state, groups, active };
}

/** Show the active editor a second time, in a group beside this one. */
export function split(state: EditorGroups): EditorGroups {
  const tab = activeTab(state);
  return tab && state.groups.length < MAX_GROUPS
    ? open(state, tab.uri, { preview: false, toSide: true })
    : state;
}

/** Move the active editor to the group before (-1) or after (1) this one. */
export function move(state: EditorGroups, step: -1 | 1): EditorGroups {
  const tab = activeTab(state);
  const at = state.groups.findIndex(({ id }) => id === state.active);
  const target = state.groups[at + step];
  if (!tab || (!target && (step < 0 || groupOf(state).tabs.length < 2))) return state;
  const from = state.active;
  const focused = target ? { ...state, active: target.id } : besides(state);
  const moved = change(focused, focused.active, (group) =>
    activate(
      changeTab(withTab(group, tab.uri, false), tab.uri, { dirty: tab.dirty, title: tab.title }),
      tab.uri,
    ),
  );
  return { ...close(moved, tab.uri, from), active: focused.active, closed: state.closed };
}

/** Make another tab or group the active one. */
export function focus(state: EditorGroups, groupId: number, uri?: string): EditorGroups {
  const focused = state.active === groupId ? state : { ...state, active: groupId };
  return uri === undefined || groupOf(state, groupId).active === uri
    ? focused
    : change(focused, groupId, (group) => activate(group, uri));
}

/** The tab before (-1) or after (1) the active one, around the ends. */
export function step(state: EditorGroups, by: -1 | 1): EditorGroups {
  const { tabs, active, id } = groupOf(state);
  const at = tabs.findIndex(({ uri }) => uri === active);
  const next = tabs.at((at + by) % tabs.length);
  return next ? focus(state, id, next.uri) : state;
}

/** The group before (-1) or after (1) the active one, around the ends. */
export function stepGroup(state: EditorGroups, by: -1 | 1): EditorGroups {
  const at = state.groups.findIndex(({ id }) => id === state.active);
  const next = state.groups.at((at + by) % state.groups.length);
  return next ? focus(state, next.id) : state;
}

/** Put a tab before another one, or at the end, in its group or in another. */
export function place(
  state: EditorGroups,
  { uri, from }: { readonly uri: string; readonly from: number },
  { group: to, before }: { readonly group: number; readonly before: string | null },
): EditorGroups {
  const tab = groupOf(state, from).tabs.find((other) => other.uri === uri);
  if (!tab || uri === before) return state;
  const taken = from === to ? state : { ...close(state, uri, from), closed: state.closed };
  const put = change(taken, to, (group) => {
    const others = group.tabs.filter((other) => other.uri !== uri);
    const found = others.findIndex((other) => other.uri === before);
    const tabs = others.toSpliced(found < 0 ? others.length : found, 0, { ...tab, preview: false });
    return activate({ ...group, tabs }, uri);
  });
  return focus(put, to);
}

/** Let a tab change places with its neighbour. */
export function reorder(state: EditorGroups, uri: string, by: -1 | 1): EditorGroups {
  return change(state, state.active, (group) => {
    const at = group.tabs.findIndex((tab) => tab.uri === uri);
    const tab = group.tabs[at];
    if (!tab || !group.tabs[at + by]) return group;
    return { ...group, tabs: group.tabs.toSpliced(at, 1).toSpliced(at + by, 0, tab) };
  });
}

/** What an editor says about itself, in every group that shows it. A changed text is not a preview. */
export function describe(
  state: EditorGroups,
  uri: string,
  said: Partial<Pick<Tab, "dirty" | "title" | "preview">>,
): EditorGroups {
  const told = said.dirty ? { ...said, preview: false } : said;
  return { ...state, groups: state.groups.map((group) => changeTab(group, uri, told)) };
}

function changeTab(group: Group, uri: string, said: Partial<Tab>): Group {
  const differs = (tab: Tab) =>
    tab.uri === uri && Object.entries(said).some(([key, value]) => tab[key as keyof Tab] !== value);
  if (!group.tabs.some(differs)) return group;
  return { ...group, tabs: group.tabs.map((tab) => (tab.uri === uri ? { ...tab, ...said } : tab)) };
}

function change(state: EditorGroups, groupId: number, how: (group: Group) => Group): EditorGroups {
  const before = groupOf(state, groupId);
  const after = how(before);
  if (after === before) return state;
  return { ...state, groups: state.groups.map((group) => (group.id === before.id ? after : group)) };
}

/** What was stored, as groups again; anything that is not understood is left out. */
export function restore(stored: unknown): EditorGroups {
  const groups = (isRecord(stored) && Array.isArray(stored.groups) ? stored.groups : [])
    .slice(0, MAX_GROUPS)
    .flatMap((group: unknown, index: number) => restoreGroup(group, index + 1));
  if (groups.length === 0) return noEditors;
  const wanted = isRecord(stored) && typeof stored.active === "number" ? stored.active : 0;
  return { groups, active: groups[wanted]?.id ?? groups[0]?.id ?? 1, closed: [] };
}

/** What may be kept across a reload: addresses, not titles, which may be customers' names. */
export function storable(state: EditorGroups): unknown {
  const groups = state.groups.map(({ tabs, active }) => ({
    tabs: tabs.map(({ uri, preview }) => ({ uri, preview })),
    active,
  }));
  return { groups, active: state.groups.findIndex(({ id }) => id === state.active) };
}

function restoreGroup(stored: unknown, id: number): Group[] {
  if (!isRecord(stored) || !Array.isArray(stored.tabs)) return [];
  const tabs = stored.tabs.filter(isRecord).flatMap((tab): Tab[] => {
    if (typeof tab.uri !== "string") return [];
    return [{ ...refOf(tab.uri), preview: tab.preview === true, dirty: false, title: null }];
  });
  if (tabs.length === 0) return [];
  const active = tabs.find(({ uri }) => uri === stored.active)?.uri ?? tabs[0]?.uri ?? null;
  return [{ id, tabs, active, recent: active ? [active] : [] }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
