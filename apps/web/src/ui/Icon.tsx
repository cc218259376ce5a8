import url from "virtual:icons";
import type { IconName } from "./icon-names.ts";
import "./icon.css";

/** Icons that point along the line of text and turn round in right-to-left. */
const directional: ReadonlySet<IconName> = new Set([
  "arrow-left",
  "arrow-right",
  "chevron-left",
  "chevron-right",
  "reply",
  "send",
  "sign-in",
  "sign-out",
  "layout-sidebar-left",
  "layout-sidebar-left-off",
  "layout-sidebar-right",
  "layout-sidebar-right-off",
  "discard",
  "export",
  "link-external",
  "split-horizontal",
]);

/** A small picture beside words that say the same; it says nothing itself. */
export function Icon({ name, className = "" }: { readonly name: IconName; readonly className?: string }) {
  const turned = directional.has(name) ? " icon--directional" : "";
  const turning = name === "loading" ? " icon--turning" : "";
  return (
    <svg className={`icon${turned}${turning} ${className}`} aria-hidden="true" focusable="false">
      <use href={`${url}#${name}`} />
    </svg>
  );
}
