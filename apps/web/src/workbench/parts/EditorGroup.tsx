import { Activity, useEffect, useRef } from "react";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { useWorkbench } from "../context.ts";
import { useContributed } from "../contributions.ts";
import type { Group, Tab } from "../editor-groups.ts";
import { Guarded } from "../Guarded.tsx";
import { lazyOf } from "../lazy.ts";
import type { EditorKind } from "../pieces.ts";
import { TabStrip } from "./TabStrip.tsx";
import { Watermark } from "./Watermark.tsx";

interface GroupProps {
  readonly group: Group;
  readonly number: number;
  readonly active: boolean;
}

export function EditorGroup({ group, number, active }: GroupProps) {
  const t = useWords();
  const workbench = useWorkbench();
  return (
    <section
      className="editor-group"
      data-active={active}
      aria-label={t(($) => $.workbench.editorGroup, { number })}
      onFocusCapture={() => workbench.editors.focus(group.id)}
      onPointerDownCapture={() => workbench.editors.focus(group.id)}
    >
      {group.tabs.length > 0 && <TabStrip group={group} active={active} />}
      <div className="editor-group__body">
        {group.tabs.length === 0 && <Watermark />}
        {group.tabs.map((tab) => (
          <EditorPane key={tab.uri} tab={tab} group={group} active={active} />
        ))}
      </div>
    </section>
  );
}

/** One open editor. Those behind keep their state out of sight. */
function EditorPane({
  tab,
  group,
  active,
}: {
  readonly tab: Tab;
  readonly group: Group;
  readonly active: boolean;
}) {
  const workbench = useWorkbench();
  const kinds = useContributed(workbench.contributions, "editors");
  const kind = kinds.find(({ id }) => id === tab.kind);
  const front = tab.uri === group.active;
  const pane = useRef<HTMLDivElement>(null);
  const revealed = useStore(workbench.editors.revealed);
  const wanted = front && active && revealed?.uri === tab.uri ? revealed : null;
  useEffect(() => {
    if (wanted) takeFocus(pane.current);
  }, [wanted]);
  return (
    <Activity mode={front ? "visible" : "hidden"}>
      <div
        ref={pane}
        className="editor-pane"
        role="tabpanel"
        id={`pane-${group.id}-${tab.uri}`}
        aria-labelledby={`tab-${group.id}-${tab.uri}`}
        data-editor={tab.uri}
        tabIndex={-1}
      >
        {kind ? (
          <EditorBody kind={kind} tab={tab} active={active && front} />
        ) : (
          <UnknownKind kind={tab.kind} />
        )}
      </div>
    </Activity>
  );
}

/** The keyboard goes to the text, where there is one; else to what asks for it; else to the editor as a whole. */
function takeFocus(pane: HTMLElement | null): void {
  if (!pane || pane.contains(document.activeElement)) return;
  const target = pane.querySelector<HTMLElement>('[contenteditable="true"], [data-autofocus]');
  (target ?? pane).focus({ preventScroll: true });
}

function EditorBody({
  kind,
  tab,
  active,
}: {
  readonly kind: EditorKind;
  readonly tab: Tab;
  readonly active: boolean;
}) {
  const Body = lazyOf(kind.load);
  return (
    <Guarded>
      <Body editor={tab} active={active} />
    </Guarded>
  );
}

function UnknownKind({ kind }: { readonly kind: string }) {
  const t = useWords();
  return <p className="editor-pane__unknown">{t(($) => $.workbench.unknownEditor, { kind })}</p>;
}
