import { type Part, parts } from "../state.ts";

const REACHABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [contenteditable="true"], [tabindex="0"]';

/** Move the keyboard to the next part of the window that can be seen, around the ends. */
export function focusPart(from: Part | null, step: 1 | -1): void {
  const start = from ? parts.indexOf(from) : step === 1 ? -1 : 0;
  for (let turn = 1; turn <= parts.length; turn += 1) {
    const part = parts.at((start + step * turn) % parts.length);
    if (part && enter(part)) return;
  }
}

function enter(part: Part): boolean {
  const root = document.querySelector<HTMLElement>(`[data-part="${part}"]`);
  if (!root?.checkVisibility({ visibilityProperty: true }) || root.closest("[inert]")) return false;
  const target = [...root.querySelectorAll<HTMLElement>(REACHABLE)].find(
    (element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }),
  );
  // The text of an open editor is what one comes for, not its tab.
  const text = part === "editor" ? visible(root, '[contenteditable="true"]') : undefined;
  (text ?? target ?? root).focus();
  return true;
}

function visible(root: HTMLElement, selector: string): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>(selector)].find((element) => element.checkVisibility());
}
