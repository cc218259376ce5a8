import { type ReactNode, useEffect, useRef } from "react";
import {
  Group,
  type LayoutChangedMeta,
  Panel,
  type PanelSize,
  type Layout as PanelSizes,
  Separator,
  usePanelRef,
} from "react-resizable-panels";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { useWorkbench, useWorkbenchState } from "../context.ts";
import { type Place, sizePlace } from "../layout.ts";
import { EditorArea } from "./EditorArea.tsx";
import { PanelPart } from "./PanelPart.tsx";
import { SideBar } from "./SideBar.tsx";
import { useViews } from "./use-views.ts";

const places: readonly Place[] = ["sideBar", "auxiliary", "panel"];

/** Side bar, editors with the panel below, auxiliary bar: side by side, or one at a time where it is narrow. */
export function MainArea() {
  const narrow = useWorkbenchState((state) => state.narrow);
  return <main className="main-area">{narrow ? <OneAtATime /> : <SideBySide />}</main>;
}

function SideBySide() {
  const keepSizes = useKeptSizes();
  return (
    <Group orientation="horizontal" onLayoutChanged={keepSizes}>
      <Closable place="sideBar" size="21rem" minSize="13rem">
        <SideBar place="sideBar" />
      </Closable>
      <Sash place="sideBar" />
      <Panel id="centre" minSize="20rem">
        <Centre />
      </Panel>
      <Sash place="auxiliary" />
      <Closable place="auxiliary" size="20rem" minSize="13rem">
        <SideBar place="auxiliary" />
      </Closable>
    </Group>
  );
}

function Centre() {
  const keepSizes = useKeptSizes();
  return (
    <Group orientation="vertical" onLayoutChanged={keepSizes}>
      <Panel id="editors" minSize="8rem">
        <EditorArea />
      </Panel>
      <Sash place="panel" />
      <Closable place="panel" size="14rem" minSize="6rem">
        <PanelPart />
      </Closable>
    </Group>
  );
}

/** Remembers the sizes that the member gave by dragging or by key; a place that was dragged shut keeps the one before. */
function useKeptSizes() {
  const { layout } = useWorkbench();
  const keep = (place: Place) => {
    const box = document.getElementById(place);
    const size = place === "panel" ? box?.offsetHeight : box?.offsetWidth;
    if (size) layout.update((before) => sizePlace(before, place, size));
  };
  return (now: PanelSizes, { isUserInteraction }: LayoutChangedMeta) => {
    if (!isUserInteraction) return;
    // A key's change is told before it is drawn.
    requestAnimationFrame(() => places.filter((place) => place in now).forEach(keep));
  };
}

interface ClosableProps {
  readonly place: Place;
  readonly size: string;
  readonly minSize: string;
  readonly children: ReactNode;
}

/** A panel that the layout opens and closes, and that closes when it is dragged small. Closed it stays alive, out of reach. */
function Closable({ place, size: initial, minSize, children }: ClosableProps) {
  const workbench = useWorkbench();
  const open = useOpen(place);
  const panel = usePanelRef();
  const wanted = () => workbench.layout.get()[place].size ?? initial;
  const latest = useRef(wanted);
  latest.current = wanted;
  useEffect(() => {
    if (!open) panel.current?.collapse();
    else if (panel.current?.isCollapsed()) panel.current.resize(latest.current());
  }, [open, panel]);
  const follow = (now: PanelSize, _id: unknown, before: PanelSize | undefined) => {
    if (before && (now.inPixels === 0) !== (before.inPixels === 0))
      workbench.openPlace(place, now.inPixels > 0);
  };
  return (
    <Panel
      id={place}
      panelRef={panel}
      collapsible
      collapsedSize={0}
      defaultSize={open ? wanted() : 0}
      minSize={minSize}
      groupResizeBehavior="preserve-pixel-size"
      onResize={follow}
      inert={!open}
    >
      {children}
    </Panel>
  );
}

/** Whether a place is open and has something to show. The panel says so itself when it has nothing. */
function useOpen(place: Place): boolean {
  const { layout } = useWorkbench();
  const views = useViews(place);
  return useStore(layout)[place].open && (place === "panel" || views.length > 0);
}

function Sash({ place }: { readonly place: Place }) {
  const t = useWords();
  const open = useOpen(place);
  const direction = place === "panel" ? "horizontal" : "vertical";
  return (
    <Separator
      className={`sash sash--${direction}`}
      data-closed={!open}
      aria-label={t(($) => $.workbench.parts.resize)}
    />
  );
}

/** The part opened last has the window to itself; opening an editor closes the side bar. */
function OneAtATime() {
  const workbench = useWorkbench();
  const layout = useStore(workbench.layout);
  const uri = useWorkbenchState(({ editor }) => editor?.uri);
  useEffect(() => {
    if (uri) workbench.openPlace("sideBar", false);
  }, [uri, workbench]);
  const front: Place | "editors" = layout.sideBar.open
    ? "sideBar"
    : layout.auxiliary.open
      ? "auxiliary"
      : layout.panel.open
        ? "panel"
        : "editors";
  return (
    <>
      <Turn front={front === "sideBar"}>
        <SideBar place="sideBar" />
      </Turn>
      <Turn front={front === "auxiliary"}>
        <SideBar place="auxiliary" />
      </Turn>
      <Turn front={front === "panel"}>
        <PanelPart />
      </Turn>
      <Turn front={front === "editors"}>
        <EditorArea />
      </Turn>
    </>
  );
}

function Turn({ front, children }: { readonly front: boolean; readonly children: ReactNode }) {
  return (
    <div className="main-area__narrow" hidden={!front}>
      {children}
    </div>
  );
}
