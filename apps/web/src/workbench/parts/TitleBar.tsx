import { useWords } from "../../base/i18n.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useRovingFocus } from "../../ui/use-roving-focus.ts";
import { useWorkbench, useWorkbenchState } from "../context.ts";
import { keyLabel } from "../keys/labels.ts";
import { ActionButton } from "./ActionButton.tsx";
import "./title-bar.css";

/** The line at the top: the product, one box that finds everything, and what parts of the window are open. */
export function TitleBar() {
  const t = useWords();
  const roving = useRovingFocus("horizontal");
  const narrow = useWorkbenchState((state) => state.narrow);
  return (
    <header className="title-bar" data-part="titleBar" id="part-titleBar" tabIndex={-1}>
      <h1 className="title-bar__name">
        <img src="/parley.svg" alt="" className="title-bar__mark" />
        <span className={narrow ? "unseen" : ""}>{t(($) => $.workbench.product)}</span>
      </h1>
      <CommandCentre />
      <div
        className="title-bar__actions"
        role="toolbar"
        aria-label={t(($) => $.workbench.parts.layout)}
        {...roving}
      >
        <ActionButton command="workbench.toggleSideBar" offIcon="layout-sidebar-left-off" />
        <ActionButton command="workbench.togglePanel" offIcon="layout-panel-off" />
        <ActionButton command="workbench.toggleAuxiliaryBar" offIcon="layout-sidebar-right-off" />
      </div>
    </header>
  );
}

function CommandCentre() {
  const t = useWords();
  const workbench = useWorkbench();
  const keys = workbench.keysOf("workbench.quickOpen");
  return (
    <button type="button" className="title-bar__centre" onClick={() => workbench.run("workbench.quickOpen")}>
      <Icon name="search" />
      <span className="title-bar__hint">{t(($) => $.workbench.palette.search)}</span>
      {keys && <kbd>{keyLabel(keys, t)}</kbd>}
    </button>
  );
}
