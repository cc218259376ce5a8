import { useEffect } from "react";
import { words } from "../../../base/i18n.ts";
import { undoAll } from "../../../base/undo.ts";
import { useWorkbench } from "../../../workbench/context.ts";
import { checkSays } from "../finding-words.ts";
import { chosenTab } from "../inspector/tabs.ts";
import { placeName } from "../place-words.ts";
import { showInBlock } from "./block-views.ts";
import { newest } from "./opened.ts";
import { checkOf } from "./variant-check.ts";
import type { VariantProps } from "./variant-props.ts";

/** Tells the findings of a text to the list of problems. */
export function useProblems({ open, opened }: VariantProps): void {
  const workbench = useWorkbench();
  const key = opened.template?.key ?? "";
  useEffect(() => {
    const check = checkOf(open);
    const tell = () => {
      const ticks = newest(open.state.get())?.ticks ?? [];
      workbench.problems.tell(`variant:${open.id}`, {
        title: key,
        detail: placeName(open.address),
        problems: check.state.get().findings.map((finding) => {
          const tick = ticks.find(({ findingId }) => findingId === finding.id);
          return {
            id: finding.id,
            severity: finding.severity,
            message: checkSays(finding),
            source: finding.rule,
            ...(tick ? { settled: tick.reason } : {}),
            show: () => {
              workbench.editors.show(`variant:${open.id}`, { keepFocus: true });
              if (!showInBlock(open, finding)) chosenTab.set("checks");
            },
          };
        }),
      });
    };
    tell();
    return undoAll([
      check.state.subscribe(tell),
      open.state.subscribe(tell),
      words.subscribe(tell),
      () => workbench.problems.forget(`variant:${open.id}`),
    ]);
  }, [open, workbench, key]);
}
