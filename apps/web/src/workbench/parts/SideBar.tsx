import { useWords } from "../../base/i18n.ts";
import { IconButton } from "../../ui/Button.tsx";
import { useWorkbench } from "../context.ts";
import type { View } from "../pieces.ts";
import { ActionButton } from "./ActionButton.tsx";
import { useShownView, useViews } from "./use-views.ts";
import { ViewBodies } from "./ViewBodies.tsx";
import "./view.css";

/** A column beside the editors that shows one view: the side bar at the start, the auxiliary one at the end. */
export function SideBar({ place }: { readonly place: "sideBar" | "auxiliary" }) {
  const t = useWords();
  const views = useViews(place);
  const shown = useShownView(place);
  const label =
    place === "sideBar" ? t(($) => $.workbench.parts.sideBar) : t(($) => $.workbench.parts.auxiliary);
  return (
    <section className="view" aria-label={label} data-part={place} id={`part-${place}`} tabIndex={-1}>
      {shown && <ViewHead view={shown} place={place} />}
      {shown && <ViewBodies views={views} shown={shown} />}
    </section>
  );
}

function ViewHead({ view, place }: { readonly view: View; readonly place: "sideBar" | "auxiliary" }) {
  const t = useWords();
  const workbench = useWorkbench();
  return (
    <header className="view__head">
      <h2 className="view__title">{t(view.title)}</h2>
      {view.actions?.map((id) => (
        <ActionButton key={id} command={id} />
      ))}
      {place === "auxiliary" && (
        <IconButton
          icon="close"
          label={t(($) => $.workbench.close)}
          onClick={() => workbench.openPlace(place, false)}
        />
      )}
    </header>
  );
}
