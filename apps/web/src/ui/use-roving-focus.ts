import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from "react";

type Orientation = "horizontal" | "vertical";
const ITEMS = 'button:not(:disabled), [role="tab"], [role="option"], a[href]';

interface Roving {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

/** One tab stop for a row or column of buttons; arrows, Home and End move inside, mirrored in right-to-left. */
export function useRovingFocus(orientation: Orientation): Roving {
  const ref = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    if (ref.current) settle(itemsOf(ref.current));
  });
  return {
    ref,
    onFocus: (event) => ref.current && settle(itemsOf(ref.current), event.target),
    onKeyDown: (event) => {
      const items = ref.current ? itemsOf(ref.current) : [];
      const target = targetOf(event, items, orientation);
      if (!target) return;
      event.preventDefault();
      target.focus();
    },
  };
}

function itemsOf(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(ITEMS)].filter((item) => !item.closest("[data-own-stop]"));
}

/** Exactly one item can be reached with Tab: the one with the focus, the chosen one, or the first. */
function settle(items: readonly HTMLElement[], focused?: Element): void {
  const stop =
    items.find((item) => item === focused || item === document.activeElement) ??
    items.find((item) => item.matches('[aria-selected="true"], [aria-pressed="true"]')) ??
    items[0];
  for (const item of items) item.tabIndex = item === stop ? 0 : -1;
}

function targetOf(event: KeyboardEvent, items: readonly HTMLElement[], orientation: Orientation) {
  const at = items.indexOf(document.activeElement as HTMLElement);
  if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === "Home") return items[0];
  if (event.key === "End") return items.at(-1);
  const step = stepOf(event, orientation);
  return step === 0 ? undefined : items.at((at + step) % items.length);
}

function stepOf(event: KeyboardEvent, orientation: Orientation): number {
  if (orientation === "vertical") return event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const forward = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
  return event.key === forward ? 1 : event.key === back ? -1 : 0;
}
