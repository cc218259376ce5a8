import type { ComponentType } from "react";
import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { TabbedPanel } from "../../../ui/TabbedPanel.tsx";
import { checkOf } from "../variant/variant-check.ts";
import type { WordedProps } from "../variant/variant-props.ts";
import { Changes } from "./Changes.tsx";
import { CheckList } from "./CheckList.tsx";
import { Comments } from "./Comments.tsx";
import { History } from "./History.tsx";
import { Memory } from "./Memory.tsx";
import { Previews } from "./Previews.tsx";
import { chosenTab, type InspectorTab, inspectorTabs } from "./tabs.ts";
import "./inspector.css";

const bodies: Readonly<Record<InspectorTab, ComponentType<WordedProps>>> = {
  preview: Previews,
  checks: CheckList,
  memory: Memory,
  changes: Changes,
  comments: Comments,
  history: History,
};

/** What helps to judge the text: how it looks, what the checks say, what changed, what others say. */
export function Inspector(props: WordedProps) {
  const t = useWords();
  const tab = useStore(chosenTab);
  const counts = useCounts(props);
  const Body = bodies[tab];
  const tabs = inspectorTabs.map((id) => ({
    id,
    name: t(($) => $.localisation.inspector[id]),
    ...(counts[id] > 0 && { count: { text: t(($) => $.localisation.number, { count: counts[id] }) } }),
  }));
  return (
    <TabbedPanel
      className="inspector"
      label={t(($) => $.localisation.inspector.label)}
      tabs={tabs}
      current={tab}
      onChoose={(id) => chosenTab.set(id)}
    >
      <Body {...props} />
    </TabbedPanel>
  );
}

function useCounts({ open, opened }: WordedProps): Readonly<Record<InspectorTab, number>> {
  const { findings } = useStore(checkOf(open).state);
  const comments = opened.variant?.comments.filter(({ resolvedAt }) => resolvedAt === null).length ?? 0;
  const serious = findings.filter(({ severity }) => severity !== "info").length;
  return { preview: 0, checks: serious, memory: 0, changes: 0, comments, history: 0 };
}
