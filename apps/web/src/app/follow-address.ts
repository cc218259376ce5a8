import { listen, type Undo, undoAll } from "../base/undo.ts";
import { activeTab } from "../workbench/editor-groups.ts";
import type { Workbench } from "../workbench/workbench.ts";

/**
 * The page's address is the editor in front: `/conversation/42` is `conversation:42`. A link opens it, Back goes to what was
 * in front before. What else is open, and where, is not in the address.
 */
export function followAddress(workbench: Workbench): Undo {
  openAddress(workbench);
  if (!frontOf(workbench)) workbench.editors.show("welcome");
  writeAddress(workbench, "replace");
  return undoAll([
    workbench.editors.open.subscribe(() => writeAddress(workbench, "push")),
    listen("popstate", () => openAddress(workbench)),
  ]);
}

function frontOf({ editors }: Workbench): string | null {
  return activeTab(editors.open.get())?.uri ?? null;
}

function writeAddress(workbench: Workbench, how: "push" | "replace"): void {
  const uri = frontOf(workbench);
  const path = uri ? pathOf(uri) : "/";
  if (path === location.pathname) return;
  if (how === "push") history.pushState(null, "", path);
  else history.replaceState(null, "", path);
}

function openAddress(workbench: Workbench): void {
  const uri = uriOf(location.pathname);
  if (uri && workbench.editorKind(uri)) workbench.editors.show(uri);
}

export function uriOf(path: string): string | null {
  const [kind = "", ...rest] = path.split("/").filter(Boolean).map(decodeURIComponent);
  if (!kind) return null;
  return rest.length > 0 ? `${kind}:${rest.join("/")}` : kind;
}

export function pathOf(uri: string): string {
  const colon = uri.indexOf(":");
  const parts = colon < 0 ? [uri] : [uri.slice(0, colon), ...uri.slice(colon + 1).split("/")];
  return `/${parts.map(encodeURIComponent).join("/")}`;
}
