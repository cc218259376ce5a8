import { createStored } from "../base/stored.ts";

/** The places of a window that hold one view at a time. */
export type Place = "sideBar" | "panel" | "auxiliary";

interface PlaceLayout {
  /** The view it shows, or would show if it were open; null is its first. */
  readonly view: string | null;
  readonly open: boolean;
  /** Width or height in CSS pixels that the member gave it; null until then. */
  readonly size: number | null;
}

export type Layout = Readonly<Record<Place, PlaceLayout>>;

const initial: Layout = {
  sideBar: { view: null, open: true, size: null },
  panel: { view: null, open: false, size: null },
  auxiliary: { view: null, open: false, size: null },
};

export function createLayout() {
  return createStored<Layout>("workbench.layout", (stored) => {
    const read = (place: Place) => {
      const found = (stored as Partial<Layout> | null)?.[place];
      const view = typeof found?.view === "string" ? found.view : initial[place].view;
      const open = typeof found?.open === "boolean" ? found.open : initial[place].open;
      return { view, open, size: typeof found?.size === "number" ? found.size : null };
    };
    return { sideBar: read("sideBar"), panel: read("panel"), auxiliary: read("auxiliary") };
  });
}

/** Open a place with a view. */
export function showView(layout: Layout, place: Place, view: string): Layout {
  return { ...layout, [place]: { ...layout[place], view, open: true } };
}

export function openPlace(layout: Layout, place: Place, open: boolean): Layout {
  return layout[place].open === open ? layout : { ...layout, [place]: { ...layout[place], open } };
}

export function sizePlace(layout: Layout, place: Place, size: number): Layout {
  return layout[place].size === size ? layout : { ...layout, [place]: { ...layout[place], size } };
}
