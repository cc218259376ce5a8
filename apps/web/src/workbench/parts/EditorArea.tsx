import { Fragment } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { useWorkbench } from "../context.ts";
import { EditorGroup } from "./EditorGroup.tsx";
import "./editor-area.css";

/** The editors: one to three groups side by side. */
export function EditorArea() {
  const t = useWords();
  const workbench = useWorkbench();
  const { groups, active } = useStore(workbench.editors.open);
  return (
    <section
      className="editor-area"
      id="part-editor"
      data-part="editor"
      tabIndex={-1}
      aria-label={t(($) => $.workbench.parts.editors)}
    >
      <Group orientation="horizontal" id="editor-groups" key={groups.length}>
        {groups.map((group, index) => (
          <Fragment key={group.id}>
            {index > 0 && (
              <Separator className="sash sash--vertical" aria-label={t(($) => $.workbench.parts.resize)} />
            )}
            <Panel id={`group-${group.id}`} minSize="15rem">
              <EditorGroup group={group} number={index + 1} active={group.id === active} />
            </Panel>
          </Fragment>
        ))}
      </Group>
    </section>
  );
}
