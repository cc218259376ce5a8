import { type MouseEvent, useEffect, useRef, type WheelEvent } from "react";
import { useWords } from "../../base/i18n.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useRovingFocus } from "../../ui/use-roving-focus.ts";
import { useWorkbench } from "../context.ts";
import { useContributed } from "../contributions.ts";
import type { Group, Tab } from "../editor-groups.ts";
import { keyLabel } from "../keys/labels.ts";
import { ActionButton } from "./ActionButton.tsx";
import { useTabDrag, useTabDrop } from "./use-tab-drag.ts";
import "./tab-strip.css";

/** The tabs of a group. A close button stands beside its tab, not inside: nothing to press inside something to press. */
export function TabStrip({ group, active }: { readonly group: Group; readonly active: boolean }) {
  const t = useWords();
  const roving = useRovingFocus("horizontal");
  return (
    <div className="tab-strip">
      <div className="tab-strip__scroll" {...roving} onWheel={scrollSideways}>
        <div
          className="tab-strip__tabs"
          role="tablist"
          {...useTabDrop(group)}
          aria-label={t(($) => $.workbench.parts.tabs)}
        >
          {group.tabs.map((tab) => (
            <TabItem key={tab.uri} tab={tab} group={group} />
          ))}
        </div>
      </div>
      {active && (
        <div className="tab-strip__actions">
          <ActionButton command="workbench.splitEditor" />
        </div>
      )}
    </div>
  );
}

/** A wheel turns up and down; the strip goes sideways, in the direction of the text. */
function scrollSideways(event: WheelEvent<HTMLDivElement>): void {
  if (event.deltaX !== 0) return;
  const strip = event.currentTarget;
  strip.scrollLeft += getComputedStyle(strip).direction === "rtl" ? -event.deltaY : event.deltaY;
}

function TabItem({ tab, group }: { readonly tab: Tab; readonly group: Group }) {
  const t = useWords();
  const workbench = useWorkbench();
  const { icon, title } = useTabFace(tab);
  const selected = tab.uri === group.active;
  const item = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) item.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [selected]);
  const closeOnMiddle = (event: MouseEvent) => {
    if (event.button === 1) void workbench.editors.close(tab.uri, group.id);
  };
  const drag = useTabDrag(tab, group);
  return (
    <div
      ref={item}
      role="presentation"
      className="tab"
      {...drag}
      data-selected={selected}
      data-preview={tab.preview}
      data-dirty={tab.dirty}
      onAuxClick={closeOnMiddle}
    >
      <button
        type="button"
        role="tab"
        className="tab__face"
        id={`tab-${group.id}-${tab.uri}`}
        aria-selected={selected}
        aria-controls={`pane-${group.id}-${tab.uri}`}
        data-context-menu="workbench.tab"
        title={title}
        onClick={() => workbench.editors.focus(group.id, tab.uri)}
        onDoubleClick={() => workbench.editors.keep(tab.uri)}
      >
        <Icon name={icon} />
        <bdi className="tab__title">{title}</bdi>
        {tab.dirty && <span className="unseen">{t(($) => $.workbench.unsaved)}</span>}
        {tab.preview && <span className="unseen">{t(($) => $.workbench.preview)}</span>}
      </button>
      <CloseTab tab={tab} group={group} title={title} />
    </div>
  );
}

function useTabFace(tab: Tab) {
  const t = useWords();
  const workbench = useWorkbench();
  const kind = useContributed(workbench.contributions, "editors").find(({ id }) => id === tab.kind);
  return { icon: kind?.icon ?? ("file" as const), title: tab.title ?? (kind ? t(kind.title) : tab.uri) };
}

/** Out of the tab order and of the accessibility tree: Delete on the tab and the command do the same. */
function CloseTab({
  tab,
  group,
  title,
}: {
  readonly tab: Tab;
  readonly group: Group;
  readonly title: string;
}) {
  const t = useWords();
  const workbench = useWorkbench();
  const keys = workbench.keysOf("workbench.closeEditor");
  const label = t(($) => $.workbench.closeTab, { title });
  return (
    <span
      className="tab__close"
      aria-hidden="true"
      title={keys ? `${label} (${keyLabel(keys, t)})` : label}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => workbench.editors.close(tab.uri, group.id)}
      onKeyDown={undefined}
    >
      {tab.dirty && <Icon name="circle-filled" className="tab__dot" />}
      <Icon name="close" className="tab__x" />
    </span>
  );
}
