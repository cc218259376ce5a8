import type { Api } from "../base/api.ts";
import { type Store, useStore } from "../base/store.ts";
import { WorkbenchContext } from "../workbench/context.ts";
import { useGate } from "../workbench/contributions.ts";
import { Guarded } from "../workbench/Guarded.tsx";
import { lazyOf } from "../workbench/lazy.ts";
import { WorkbenchWindow } from "../workbench/WorkbenchWindow.tsx";
import type { Workbench } from "../workbench/workbench.ts";

interface GateProps {
  readonly workbench: Workbench;
  readonly api: Api;
  readonly signedOut: Store<boolean>;
}

/** The window; or, while nobody is signed in, what lets people in. */
export function Gate({ workbench, api, signedOut }: GateProps) {
  const out = useStore(signedOut);
  const gate = useGate(workbench.contributions);
  if (!out || !gate) return <WorkbenchWindow workbench={workbench} />;
  const Entrance = lazyOf(gate);
  const enter = async () => {
    api.reconnect();
    await api.client.clearStore();
    signedOut.set(false);
  };
  return (
    <WorkbenchContext value={workbench}>
      <Guarded>
        <Entrance onEntered={enter} />
      </Guarded>
    </WorkbenchContext>
  );
}
