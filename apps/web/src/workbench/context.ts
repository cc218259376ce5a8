import { createContext, useContext } from "react";
import { type Readable, useSelected } from "../base/store.ts";
import type { WorkbenchState } from "./state.ts";
import type { Workbench } from "./workbench.ts";

/** The one workbench of the page. It never changes; what changes is in its stores. */
export const WorkbenchContext = createContext<Workbench | null>(null);

export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (!workbench) throw new Error("useWorkbench outside of WorkbenchWindow");
  return workbench;
}

/** A part of the workbench's state, such as `useWorkbenchState(({ editor }) => editor)`. */
export function useWorkbenchState<S>(select: (state: WorkbenchState) => S): S {
  const { state }: { state: Readable<WorkbenchState> } = useWorkbench();
  return useSelected(state, select);
}
