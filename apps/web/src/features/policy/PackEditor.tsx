import { useEffect } from "react";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { NotThere } from "../../ui/NotThere.tsx";
import { useWorkbench, useWorkbenchState } from "../../workbench/context.ts";
import type { EditorProps } from "../../workbench/pieces.ts";
import { mayWriteRules } from "./may-write.ts";
import { Overtaken } from "./pack/Overtaken.tsx";
import { isChanged, type OpenPack, packOf } from "./pack/open-pack.ts";
import { PackHead } from "./pack/PackHead.tsx";
import { PublishDialog } from "./pack/PublishDialog.tsx";
import { SidePanel } from "./side/SidePanel.tsx";
import { PackTextEditor } from "./text/PackTextEditor.tsx";
import "./pack-editor.css";

/** A pack's YAML with what it does beside it. */
export function PackEditor({ editor, active }: EditorProps) {
  const memberId = useWorkbenchState(({ viewer }) => viewer?.id) ?? "";
  const t = useWords();
  const pack = packOf(editor.id, memberId);
  const mayWrite = useWorkbenchState((state) => mayWriteRules(state, pack.brandId));
  useEffect(() => pack.watch(), [pack]);
  useTold({ pack, uri: editor.uri, active, mayWrite });
  const { status, error } = useStore(pack.state);
  const publishing = useStore(pack.publishing);
  if (status !== "ready")
    return (
      <NotThere
        status={status}
        error={error}
        missing={t(($) => $.pack.missing)}
        onRetry={() => void pack.load()}
      />
    );
  const readOnly = !mayWrite || pack.builtIn;
  return (
    <article className="pack" data-pack={pack.packId}>
      <PackHead pack={pack} readOnly={readOnly} />
      <Overtaken pack={pack} />
      <div className="pack__sides">
        <PackTextEditor key={`${pack.brandId} ${pack.packId}`} pack={pack} readOnly={readOnly} />
        <SidePanel pack={pack} mayWrite={mayWrite} />
      </div>
      {publishing && <PublishDialog pack={pack} />}
    </article>
  );
}

interface Telling {
  readonly pack: OpenPack;
  readonly uri: string;
  readonly active: boolean;
  readonly mayWrite: boolean;
}

/** Tells the tab its name and whether it holds something unpublished, and commands what they may do. */
function useTold({ pack, uri, active, mayWrite }: Telling): void {
  const workbench = useWorkbench();
  const state = useStore(pack.state);
  const dirty = state.status === "ready" && isChanged(state);
  useEffect(
    () => workbench.editors.describe(uri, { title: pack.packId, dirty }),
    [workbench, uri, pack, dirty],
  );
  const comparing = useStore(pack.compared) !== null;
  const inForce = state.inForce !== null;
  const writes = mayWrite && !pack.builtIn;
  useEffect(() => {
    if (!active) return undefined;
    workbench.tell({ pack: { writes, mayWrite, dirty, comparing, inForce } });
    return () => workbench.tell({ pack: null });
  }, [workbench, active, writes, mayWrite, dirty, comparing, inForce]);
}
