import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { IconButton } from "../../ui/Button.tsx";
import { useRovingFocus } from "../../ui/use-roving-focus.ts";
import { useWorkbench } from "../context.ts";
import { keyLabel } from "../keys/labels.ts";
import type { View } from "../pieces.ts";
import { ActionButton } from "./ActionButton.tsx";
import { useShownView, useViews } from "./use-views.ts";
import { ViewBodies } from "./ViewBodies.tsx";
import "./panel-part.css";

/** Below the editors: problems, output and their like, one tab each. */
export function PanelPart() {
  const t = useWords();
  const views = useViews("panel");
  const shown = useShownView("panel");
  return (
    <section
      className="view panel-part"
      id="part-panel"
      data-part="panel"
      tabIndex={-1}
      aria-label={t(($) => $.workbench.parts.panel)}
    >
      <PanelHead views={views} shown={shown} />
      {shown ? (
        <ViewBodies views={views} shown={shown} />
      ) : (
        <p className="panel-part__empty">{t(($) => $.workbench.emptyPanel)}</p>
      )}
    </section>
  );
}

function PanelHead({ views, shown }: { readonly views: readonly View[]; readonly shown: View | undefined }) {
  const t = useWords();
  const workbench = useWorkbench();
  const roving = useRovingFocus("horizontal");
  const keys = workbench.keysOf("workbench.togglePanel");
  return (
    <header className="panel-part__head">
      <div
        className="panel-part__tabs"
        role="tablist"
        aria-label={t(($) => $.workbench.parts.panelViews)}
        {...roving}
      >
        {views.map((view) => (
          <PanelTab key={view.id} view={view} selected={view.id === shown?.id} />
        ))}
      </div>
      {shown?.actions?.map((id) => (
        <ActionButton key={id} command={id} />
      ))}
      <IconButton
        icon="close"
        label={t(($) => $.workbench.closePanel)}
        keys={keys && keyLabel(keys, t)}
        onClick={() => workbench.openPlace("panel", false)}
      />
    </header>
  );
}

function PanelTab({ view, selected }: { readonly view: View; readonly selected: boolean }) {
  const t = useWords();
  const workbench = useWorkbench();
  return (
    <button
      type="button"
      role="tab"
      className="panel-part__tab"
      aria-selected={selected}
      onClick={() => workbench.showView(view.id)}
    >
      {t(view.title)}
      {view.badge && <PanelBadge badge={view.badge} />}
    </button>
  );
}

function PanelBadge({ badge: store }: { readonly badge: NonNullable<View["badge"]> }) {
  const badge = useStore(store);
  if (!badge || badge.count === 0) return null;
  return (
    <span className="panel-part__badge">
      <span aria-hidden="true">{badge.count}</span>
      <span className="unseen">{badge.label}</span>
    </span>
  );
}
