import type { Translate } from "../../base/i18n.ts";
import { isMac } from "../../base/platform.ts";
import { parseKeys } from "./stroke.ts";

const signs: Readonly<Record<string, string>> = {
  left: "←",
  right: "→",
  up: "↑",
  down: "↓",
  plus: "+",
  "\\": "\\",
};
const macSigns: Readonly<Record<string, string>> = { ctrl: "⌃", shift: "⇧", alt: "⌥", meta: "⌘" };

/** `mod+k mod+s` as this member's keyboard says it: "Ctrl+K Ctrl+S", "Strg+K Strg+S", "⌘K ⌘S". */
export function keyLabel(keys: string, t: Translate): string {
  return parseKeys(keys)
    .map((stroke) => strokeLabel(stroke, t))
    .join(" ");
}

export function strokeLabel(stroke: string, t: Translate): string {
  const names = stroke.split("+").map((name) => nameOf(name, t));
  return names.join(isMac ? "" : "+");
}

function nameOf(name: string, t: Translate): string {
  const sign = isMac ? (macSigns[name] ?? signs[name]) : signs[name];
  if (sign) return sign;
  // Latin letters stay: on an Arabic keyboard a shortcut is still known by them.
  return wordOf(name, t) ?? name.toUpperCase();
}

function wordOf(name: string, t: Translate): string | undefined {
  switch (name) {
    case "ctrl":
      return t(($) => $.workbench.keys.ctrl);
    case "shift":
      return t(($) => $.workbench.keys.shift);
    case "alt":
      return t(($) => $.workbench.keys.alt);
    case "meta":
      return t(($) => $.workbench.keys.meta);
    case "enter":
      return t(($) => $.workbench.keys.enter);
    case "escape":
      return t(($) => $.workbench.keys.escape);
    case "delete":
      return t(($) => $.workbench.keys.delete);
    case "backspace":
      return t(($) => $.workbench.keys.backspace);
    case "space":
      return t(($) => $.workbench.keys.space);
    case "tab":
      return t(($) => $.workbench.keys.tab);
    case "home":
      return t(($) => $.workbench.keys.home);
    case "end":
      return t(($) => $.workbench.keys.end);
    case "pageup":
      return t(($) => $.workbench.keys.pageUp);
    case "pagedown":
      return t(($) => $.workbench.keys.pageDown);
    default:
      return undefined;
  }
}
