import { useStore } from "../base/store.ts";
import { LocaleProvider } from "../ui/LocaleProvider.tsx";
import { WorkbenchContext } from "../workbench/context.ts";
import { useGate } from "../workbench/contributions.ts";
import { Guarded } from "../workbench/Guarded.tsx";
import { lazyOf } from "../workbench/lazy.ts";
import { WorkbenchWindow } from "../workbench/WorkbenchWindow.tsx";
import type { Workbench } from "../workbench/workbench.ts";
import type { Session } from "./session.ts";

interface GateProps {
  readonly workbench: Workbench;
  readonly session: Session;
}

/** The window; while nobody is signed in, what lets people in, instead of it or over it. */
export function Gate({ workbench, session }: GateProps) {
  const phase = useStore(session.phase);
  const gate = useGate(workbench.contributions);
  const Entrance = gate && lazyOf(gate);
  return (
    <LocaleProvider>
      {phase !== "out" && <WorkbenchWindow workbench={workbench} />}
      {phase !== "in" && Entrance && (
        <WorkbenchContext value={workbench}>
          <Guarded>
            <Entrance over={phase === "ended"} onEntered={session.enter} />
          </Guarded>
        </WorkbenchContext>
      )}
    </LocaleProvider>
  );
}
