import { useStore } from "../base/store.ts";
import { LocaleProvider } from "../ui/LocaleProvider.tsx";
import { WorkbenchContext } from "../workbench/context.ts";
import { pageAt, useGate } from "../workbench/contributions.ts";
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
      {phase !== "out" && <Inside workbench={workbench} />}
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

/** The window, or the page that has this address to itself. */
function Inside({ workbench }: Pick<GateProps, "workbench">) {
  const page = pageAt(workbench.contributions.get(), location.pathname);
  if (!page) return <WorkbenchWindow workbench={workbench} />;
  const Shown = lazyOf(page.load);
  return (
    <WorkbenchContext value={workbench}>
      <Guarded>
        <Shown />
      </Guarded>
    </WorkbenchContext>
  );
}
