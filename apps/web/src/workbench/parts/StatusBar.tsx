import { useMemo } from "react";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { useRovingFocus } from "../../ui/use-roving-focus.ts";
import { useWorkbench } from "../context.ts";
import { useContributed } from "../contributions.ts";
import { Guarded } from "../Guarded.tsx";
import "./status-bar.css";

/** The line at the foot of the window: what holds everywhere at the start, what belongs to the open editor at the end. */
export function StatusBar() {
  const t = useWords();
  const roving = useRovingFocus("horizontal");
  return (
    <footer className="status-bar" data-part="statusBar" id="part-statusBar" tabIndex={-1}>
      <div
        className="status-bar__row"
        role="toolbar"
        aria-label={t(($) => $.workbench.parts.statusBar)}
        {...roving}
      >
        <Side side="left" />
        <span className="status-bar__gap" />
        <Side side="right" />
      </div>
    </footer>
  );
}

function Side({ side }: { readonly side: "left" | "right" }) {
  const workbench = useWorkbench();
  const state = useStore(workbench.state);
  const all = useContributed(workbench.contributions, "statusItems");
  const items = useMemo(
    () => all.filter((item) => item.side === side).sort((a, b) => a.order - b.order),
    [all, side],
  );
  return items
    .filter((item) => item.when?.(state) ?? true)
    .map(({ id, Item }) => (
      <Guarded key={id}>
        <Item />
      </Guarded>
    ));
}
