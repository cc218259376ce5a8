import { Activity, useRef } from "react";
import { Guarded } from "../Guarded.tsx";
import { lazyOf } from "../lazy.ts";
import type { View } from "../pieces.ts";

/** The shown view and, out of sight, those that were shown before: scroll places and half-typed words are kept. */
export function ViewBodies({ views, shown }: { readonly views: readonly View[]; readonly shown: View }) {
  const visited = useRef(new Set<string>());
  visited.current.add(shown.id);
  return views
    .filter(({ id }) => visited.current.has(id))
    .map((view) => (
      <Activity key={view.id} mode={view.id === shown.id ? "visible" : "hidden"}>
        <div className="view__body" data-view={view.id}>
          <ViewBody view={view} />
        </div>
      </Activity>
    ));
}

function ViewBody({ view }: { readonly view: View }) {
  const Body = lazyOf(view.load);
  return (
    <Guarded>
      <Body />
    </Guarded>
  );
}
