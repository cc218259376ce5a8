import { lazy, Suspense, useEffect } from "react";
import { useWords } from "../base/i18n.ts";
import { useStore } from "../base/store.ts";
import { undoAll } from "../base/undo.ts";
import { useWorkbench, useWorkbenchState, WorkbenchContext } from "./context.ts";
import { Palette } from "./palette/Palette.tsx";
import { ActivityBar } from "./parts/ActivityBar.tsx";
import { LiveRegions } from "./parts/LiveRegions.tsx";
import { MainArea } from "./parts/MainArea.tsx";
import { Notifications } from "./parts/Notifications.tsx";
import { StatusBar } from "./parts/StatusBar.tsx";
import { TitleBar } from "./parts/TitleBar.tsx";
import { watchWindow } from "./watch-window.ts";
import type { Workbench } from "./workbench.ts";
import "./workbench-window.css";

const loadMenu = async () => ({ default: (await import("./parts/ContextMenu.tsx")).ContextMenu });
const ContextMenu = lazy(loadMenu);

const loadAsk = async () => ({ default: (await import("./dialogs/AskDialog.tsx")).AskDialog });
const AskDialog = lazy(loadAsk);
/** Milliseconds after the first picture: what is soon needed is fetched while nothing else is. */
const QUIET = 3000;

/** The whole window of one workbench. */
export function WorkbenchWindow({ workbench }: { readonly workbench: Workbench }) {
  useEffect(() => undoAll([workbench.keyboard.listen(), watchWindow(workbench)]), [workbench]);
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([loadMenu(), loadAsk()]), QUIET);
    return () => clearTimeout(timer);
  }, []);
  return (
    <WorkbenchContext value={workbench}>
      <SkipLinks />
      <Parts />
      <Notifications />
      <Overlays />
      <LiveRegions />
    </WorkbenchContext>
  );
}

function Parts() {
  const narrow = useWorkbenchState((state) => state.narrow);
  return (
    <div className="workbench" data-narrow={narrow}>
      <TitleBar />
      <ActivityBar />
      <MainArea />
      <StatusBar />
    </div>
  );
}

/** What is loaded when it is first needed. */
function Overlays() {
  const workbench = useWorkbench();
  const request = useStore(workbench.palette);
  const menu = useStore(workbench.contextMenu);
  const asking = useStore(workbench.asking);
  return (
    <Suspense>
      {request && <Palette request={request} />}
      {menu && <ContextMenu menu={menu} />}
      {asking && <AskDialog asking={asking} />}
    </Suspense>
  );
}

function SkipLinks() {
  const t = useWords();
  return (
    <div className="skip-links">
      <a href="#part-editor">{t(($) => $.workbench.skip.toEditor)}</a>
      <a href="#part-sideBar">{t(($) => $.workbench.skip.toSideBar)}</a>
      <a href="#part-statusBar">{t(($) => $.workbench.skip.toStatusBar)}</a>
    </div>
  );
}
