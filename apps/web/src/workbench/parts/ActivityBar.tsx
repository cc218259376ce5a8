import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useRovingFocus } from "../../ui/use-roving-focus.ts";
import { useWorkbench, useWorkbenchState } from "../context.ts";
import type { View } from "../pieces.ts";
import { useViews } from "./use-views.ts";
import "./activity-bar.css";

/** The icons at the window's start: one for each view of the side bar, and the settings below. */
export function ActivityBar() {
  const t = useWords();
  const views = useViews("sideBar");
  const roving = useRovingFocus("vertical");
  return (
    <nav
      className="activity-bar"
      aria-label={t(($) => $.workbench.parts.activityBar)}
      data-part="activityBar"
    >
      <div
        className="activity-bar__items"
        role="toolbar"
        aria-orientation="vertical"
        {...roving}
        aria-label={t(($) => $.workbench.parts.views)}
      >
        {views.map((view) => (
          <ViewButton key={view.id} view={view} />
        ))}
        <span className="activity-bar__gap" />
        <GlobalButtons />
      </div>
    </nav>
  );
}

function ViewButton({ view }: { readonly view: View }) {
  const t = useWords();
  const workbench = useWorkbench();
  const open = useWorkbenchState(({ sideBar }) => sideBar === view.id);
  const title = t(view.title);
  return (
    <button
      type="button"
      className="activity-bar__item"
      aria-pressed={open}
      title={title}
      onClick={() => (open ? workbench.openPlace("sideBar", false) : workbench.showView(view.id))}
    >
      <Icon name={view.icon} />
      <span className="unseen">{title}</span>
      {view.badge && <ViewBadge view={view.badge} />}
    </button>
  );
}

function ViewBadge({ view }: { readonly view: NonNullable<View["badge"]> }) {
  const badge = useStore(view);
  if (!badge || badge.count === 0) return null;
  return (
    <span className="activity-bar__badge">
      <span aria-hidden="true">{badge.count > 99 ? "99+" : badge.count}</span>
      <span className="unseen">{badge.label}</span>
    </span>
  );
}

function GlobalButtons() {
  const t = useWords();
  const workbench = useWorkbench();
  const settingsOpen = useWorkbenchState(({ editor }) => editor?.kind === "settings");
  const title = t(($) => $.workbench.commands.openSettings);
  return (
    <button
      type="button"
      className="activity-bar__item"
      aria-pressed={settingsOpen}
      title={title}
      onClick={() => workbench.run("workbench.openSettings")}
    >
      <Icon name="settings-gear" />
      <span className="unseen">{title}</span>
    </button>
  );
}
