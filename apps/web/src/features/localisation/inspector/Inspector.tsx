import { type ComponentType, useId } from "react";
import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { useRovingFocus } from "../../../ui/use-roving-focus.ts";
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
  const id = useId();
  const tab = useStore(chosenTab);
  const roving = useRovingFocus("horizontal");
  const counts = useCounts(props);
  const Body = bodies[tab];
  return (
    <aside className="inspector" aria-label={t(($) => $.localisation.inspector.label)}>
      <div className="inspector__tabs" role="tablist" {...roving}>
        {inspectorTabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`${id}-${one}`}
            className="inspector__tab"
            aria-selected={one === tab}
            aria-controls={`${id}-body`}
            onClick={() => chosenTab.set(one)}
          >
            {t(($) => $.localisation.inspector[one])}
            {counts[one] > 0 && (
              <span className="inspector__count">
                {t(($) => $.localisation.number, { count: counts[one] })}
              </span>
            )}
          </button>
        ))}
      </div>
      <div
        className="inspector__body"
        role="tabpanel"
        id={`${id}-body`}
        aria-labelledby={`${id}-${tab}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it
        tabIndex={0}
      >
        <Body {...props} />
      </div>
    </aside>
  );
}

function useCounts({ open, opened }: WordedProps): Readonly<Record<InspectorTab, number>> {
  const { findings } = useStore(checkOf(open).state);
  const comments = opened.variant?.comments.filter(({ resolvedAt }) => resolvedAt === null).length ?? 0;
  const serious = findings.filter(({ severity }) => severity !== "info").length;
  return { preview: 0, checks: serious, memory: 0, changes: 0, comments, history: 0 };
}
