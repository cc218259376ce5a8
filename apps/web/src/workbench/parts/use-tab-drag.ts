import { type DragEvent, useState } from "react";
import { useWorkbench } from "../context.ts";
import type { Group, Tab } from "../editor-groups.ts";

/** What a dragged tab carries; other things that are dragged are not taken. */
const TYPE = "application/x-parley-tab";

/** A tab that can be dragged, and dropped on: the dragged one comes before it. The commands do the same without a mouse. */
export function useTabDrag(tab: Tab, group: Group) {
  const [over, setOver] = useState(false);
  const drop = useDrop(group, tab.uri);
  return {
    draggable: true,
    "data-drop": over,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(TYPE, JSON.stringify({ uri: tab.uri, from: group.id }));
      event.dataTransfer.effectAllowed = "move" as const;
    },
    onDragOver: (event: DragEvent) => setOver(accept(event)),
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      drop(event);
    },
  };
}

/** The strip beside the tabs: what is dropped there goes to the end. */
export function useTabDrop(group: Group) {
  const drop = useDrop(group, null);
  return { onDragOver: accept, onDrop: drop };
}

function accept(event: DragEvent): boolean {
  if (!event.dataTransfer.types.includes(TYPE)) return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

function useDrop(group: Group, before: string | null) {
  const workbench = useWorkbench();
  return (event: DragEvent) => {
    const carried = event.dataTransfer.getData(TYPE);
    if (!carried) return;
    event.preventDefault();
    event.stopPropagation();
    const { uri, from }: { uri: string; from: number } = JSON.parse(carried);
    workbench.editors.place(uri, from, { group: group.id, before });
  };
}
