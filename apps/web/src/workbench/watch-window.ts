import { listen, type Undo, undoAll } from "../base/undo.ts";
import { contributed } from "./contributions.ts";
import { activeTab, groupOf } from "./editor-groups.ts";
import type { Place } from "./layout.ts";
import { viewsOf } from "./parts/use-views.ts";
import { type Part, parts, type WorkbenchState } from "./state.ts";
import type { Workbench } from "./workbench.ts";

/** Below this, parts take turns instead of standing side by side. */
const NARROW = "(max-width: 40rem)";

/** Keeps `workbench.state` true to what is open and where the keyboard is. */
export function watchWindow(workbench: Workbench): Undo {
  const narrow = window.matchMedia(NARROW);
  const tellNarrow = () => workbench.tell({ narrow: narrow.matches });
  const tellOpen = () => workbench.tell(openState(workbench));
  const tellFocus = () => workbench.tell(focusState());
  narrow.addEventListener("change", tellNarrow);
  tellNarrow();
  tellOpen();
  return undoAll([
    () => narrow.removeEventListener("change", tellNarrow),
    workbench.editors.open.subscribe(tellOpen),
    workbench.layout.subscribe(tellOpen),
    workbench.contributions.subscribe(tellOpen),
    workbench.notices.all.subscribe(() => workbench.tell({ notices: workbench.notices.all.get().length })),
    listen("focusin", tellFocus),
    listen("focusout", tellFocus),
    listen("contextmenu", (event) => openContextMenu(workbench, event)),
    listen("beforeunload", (event) => wouldLose(workbench) && event.preventDefault()),
  ]);
}

/** Whether a tab, in front or not, has changes that would not survive the page. */
function wouldLose(workbench: Workbench): boolean {
  const tabs = workbench.editors.open.get().groups.flatMap((group) => group.tabs);
  return tabs.some(({ uri, dirty }) => dirty && workbench.editorKind(uri)?.hotExit !== true);
}

function openState(workbench: Workbench): Partial<WorkbenchState> {
  const open = workbench.editors.open.get();
  const { sideBar, panel, auxiliary } = shownViews(workbench);
  const tab = activeTab(open);
  const before = workbench.state.get().editor;
  const editor = tab && { uri: tab.uri, kind: tab.kind, id: tab.id };
  return {
    editor: before?.uri === editor?.uri ? before : editor,
    editorDirty: tab?.dirty ?? false,
    editorPreview: tab?.preview ?? false,
    openEditors: groupOf(open).tabs.length,
    groups: open.groups.length,
    closedEditors: open.closed.length,
    sideBar,
    panel,
    auxiliary,
  };
}

/** What each open place shows: the view that was chosen for it, else its first. An empty panel is open all the same. */
function shownViews(workbench: Workbench) {
  const layout = workbench.layout.get();
  const views = contributed(workbench.contributions.get(), "views");
  const shown = (place: Place) => {
    const here = viewsOf(views, workbench.state.get(), place).map(({ id }) => id);
    const { open, view } = layout[place];
    if (!open) return null;
    return here.find((id) => id === view) ?? here[0] ?? (place === "panel" ? "" : null);
  };
  return { sideBar: shown("sideBar"), panel: shown("panel"), auxiliary: shown("auxiliary") };
}

function focusState(): Partial<WorkbenchState> {
  const focused = document.activeElement;
  const name = focused?.closest<HTMLElement>("[data-part]")?.dataset.part;
  const typing = focused instanceof HTMLElement && (focused.isContentEditable || takesText(focused));
  const onTab = focused?.matches(".tab [role=tab]") ?? false;
  return { focus: parts.find((part): part is Part => part === name) ?? null, typing, onTab };
}

function takesText(element: HTMLElement): boolean {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
  return element instanceof HTMLInputElement && !/^(button|checkbox|radio|range|submit)$/.test(element.type);
}

/** Menus open where `data-context-menu` names one; elsewhere the browser's own stays, for spelling and copying. */
function openContextMenu(workbench: Workbench, event: MouseEvent): void {
  const target =
    event.target instanceof Element ? event.target.closest<HTMLElement>("[data-context-menu]") : null;
  const menu = target?.dataset.contextMenu;
  if (!target || !menu) return;
  event.preventDefault();
  target.click();
  const byKey = event.clientX === 0 && event.clientY === 0;
  const box = target.getBoundingClientRect();
  const at = byKey ? { x: box.left + box.width / 2, y: box.bottom } : { x: event.clientX, y: event.clientY };
  workbench.contextMenu.set({ menu, ...at, opener: target });
}
