import { createStored } from "../base/stored.ts";

/** The places of a window that hold one view at a time. */
export type Place = "sideBar" | "panel" | "auxiliary";

/** Which view each place shows, and which it would show if it were open. */
export interface Layout {
  readonly sideBar: { readonly view: string | null; readonly open: boolean };
  readonly panel: { readonly view: string | null; readonly open: boolean };
  readonly auxiliary: { readonly view: string | null; readonly open: boolean };
}

const initial: Layout = {
  sideBar: { view: null, open: true },
  panel: { view: null, open: false },
  auxiliary: { view: null, open: false },
};

export function createLayout() {
  return createStored<Layout>("workbench.layout", (stored) => {
    const read = (place: Place) => {
      const found = (stored as Partial<Layout> | null)?.[place];
      const view = typeof found?.view === "string" ? found.view : initial[place].view;
      return { view, open: typeof found?.open === "boolean" ? found.open : initial[place].open };
    };
    return { sideBar: read("sideBar"), panel: read("panel"), auxiliary: read("auxiliary") };
  });
}

/** Open a place with a view. */
export function showView(layout: Layout, place: Place, view: string): Layout {
  return { ...layout, [place]: { view, open: true } };
}

export function openPlace(layout: Layout, place: Place, open: boolean): Layout {
  return layout[place].open === open ? layout : { ...layout, [place]: { ...layout[place], open } };
}
