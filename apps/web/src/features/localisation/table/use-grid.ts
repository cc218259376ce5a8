import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";

interface Place {
  readonly row: number;
  readonly column: number;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
  /** -1 where the names of the rows can be pressed too. */
  readonly firstColumn: number;
}

interface Grid {
  readonly ref: RefObject<HTMLTableElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  /** The one cell that Tab reaches. */
  readonly stop: Place;
}

const PAGE_ROWS = 10;

/** One tab stop for a grid; arrows, Home, End and Page keys move inside, mirrored in right-to-left. */
export function useGrid(size: Size): Grid {
  const ref = useRef<HTMLTableElement>(null);
  const [wanted, setWanted] = useState<Place>({ row: 0, column: 0 });
  const stop = within(wanted, size);
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    cellAt(ref.current, stop)?.focus();
  });
  return {
    ref,
    stop,
    onFocus: ({ target }) => {
      const cell = target.closest<HTMLElement>("[data-row]");
      if (cell) setWanted({ row: Number(cell.dataset.row), column: Number(cell.dataset.column) });
    },
    onKeyDown: (event) => {
      const rtl = getComputedStyle(event.currentTarget).direction === "rtl";
      const target = targetOf(event, { from: stop, size, rtl });
      if (!target) return;
      event.preventDefault();
      moved.current = true;
      setWanted(within(target, size));
    },
  };
}

const cellAt = (root: HTMLElement | null, { row, column }: Place) =>
  root?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);

const within = ({ row, column }: Place, { rows, columns, firstColumn }: Size): Place => ({
  row: Math.max(0, Math.min(rows - 1, row)),
  column: Math.max(firstColumn, Math.min(columns - 1, column)),
});

interface Moving {
  readonly from: Place;
  readonly size: Size;
  readonly rtl: boolean;
}

type Stroke = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/** Where a key leads to; null for keys that are the workbench's. */
export function targetOf(
  { key, ctrlKey, metaKey, altKey }: Stroke,
  { from, size, rtl }: Moving,
): Place | null {
  if (altKey || metaKey) return null;
  const { row, column } = from;
  if (ctrlKey) {
    if (key === "Home") return { row: 0, column: size.firstColumn };
    return key === "End" ? { row: size.rows - 1, column: size.columns - 1 } : null;
  }
  const forward = rtl ? -1 : 1;
  const steps: Readonly<Record<string, Place>> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + forward },
    ArrowLeft: { row, column: column - forward },
    PageDown: { row: row + PAGE_ROWS, column },
    PageUp: { row: row - PAGE_ROWS, column },
    Home: { row, column: size.firstColumn },
    End: { row, column: size.columns - 1 },
  };
  return steps[key] ?? null;
}
