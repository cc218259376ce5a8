import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import "./virtual-list.css";

/** `look` for a glance, as one click or Space does; `open` to stay, as Enter or two clicks do. */
export type HowChosen = "look" | "open";

interface VirtualListProps<T> {
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly label: string;
  /** Height of each row, in rem. */
  readonly rowHeight: number;
  /** The row whose thing is in front elsewhere. */
  readonly selected: string | null;
  /** How many rows there are in all, when it is known. */
  readonly count?: number;
  readonly onChoose: (row: T, how: HowChosen) => void;
  /** Told the last row on screen, so that more can be fetched in time. */
  readonly onSeen?: (index: number) => void;
  readonly children: (row: T) => ReactNode;
  /** Names the context menu of the rows. */
  readonly menu?: string;
}

/** A list of any length of which only what is on screen exists. One tab stop; arrows, Home and End move inside. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { rows, keyOf, label, rowHeight, selected, count, onSeen, children, menu } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const height = rowHeight * rootSize();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    getItemKey: (index) => keyOf(rows[index] as T),
    overscan: 8,
  });
  useEffect(() => {
    if (height > 0) virtual.measure();
  }, [virtual, height]);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index;
  useEffect(() => {
    if (last !== undefined) onSeen?.(last);
  }, [last, onSeen]);
  useKeptPlace(box, { rows, keyOf, height });
  const cursor = useCursor(props, (index) => virtual.scrollToIndex(index));
  const active = items.some(({ index }) => index === cursor.index) ? `${id}-${cursor.key}` : undefined;
  return (
    <div
      ref={box}
      className="virtual-list"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={active}
      onKeyDown={cursor.onKeyDown}
      onFocus={cursor.onFocus}
    >
      <div className="virtual-list__all" style={{ blockSize: virtual.getTotalSize() }} role="presentation">
        {items.map(({ index, start, key }) => {
          const row = rows[index] as T;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the list's
            <div
              key={key}
              id={`${id}-${keyOf(row)}`}
              role="option"
              aria-selected={keyOf(row) === selected}
              aria-posinset={index + 1}
              aria-setsize={count ?? rows.length}
              className="virtual-list__row"
              data-active={index === cursor.index}
              data-context-menu={menu}
              style={{ blockSize: height, transform: `translateY(${start}px)` }}
              onClick={() => cursor.choose(index, "look")}
              onDoubleClick={() => cursor.choose(index, "open")}
            >
              {children(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The row that keys act on: kept by its key, since rows move. */
function useCursor<T>(
  { rows, keyOf, selected, onChoose }: VirtualListProps<T>,
  reveal: (index: number) => void,
) {
  const [key, setKey] = useState<string | null>(null);
  const indexOf = (wanted: string | null) => rows.findIndex((row) => keyOf(row) === wanted);
  const index = indexOf(key) >= 0 ? indexOf(key) : indexOf(selected);
  const go = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (!row) return;
    setKey(keyOf(row));
    reveal(indexOf(keyOf(row)));
  };
  const choose = (at: number, how: HowChosen) => {
    const row = rows[at];
    if (!row) return;
    setKey(keyOf(row));
    onChoose(row, how);
  };
  return {
    key: index < 0 ? null : keyOf(rows[index] as T),
    index,
    choose,
    // A click has a row of its own; going to another one would move it away from under the pointer.
    onFocus: ({ target }: FocusEvent) => {
      if (index < 0 && target.matches(":focus-visible")) go(0);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const target = targetOf(event.key, { index, last: rows.length - 1 });
      if (target !== null) go(target);
      else if (event.key === "Enter") choose(index, "open");
      else if (event.key === " ") choose(index, "look");
      else return;
      event.preventDefault();
    },
  };
}

const PAGE_ROWS = 8;

function targetOf(
  key: string,
  { index, last }: { readonly index: number; readonly last: number },
): number | null {
  switch (key) {
    case "ArrowDown":
      return index + 1;
    case "ArrowUp":
      return index - 1;
    case "PageDown":
      return index + PAGE_ROWS;
    case "PageUp":
      return index - PAGE_ROWS;
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

interface Placed<T> {
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly height: number;
}

/** What comes in above must not push away what is being read: the first row on screen stays where it is. */
function useKeptPlace<T>(
  box: { readonly current: HTMLDivElement | null },
  { rows, keyOf, height }: Placed<T>,
) {
  const anchor = useRef<{ key: string; index: number } | null>(null);
  useLayoutEffect(() => {
    const list = box.current;
    if (!list) return undefined;
    const before = anchor.current;
    const now = before ? rows.findIndex((row) => keyOf(row) === before.key) : -1;
    if (before && now >= 0 && now !== before.index && list.scrollTop > 0)
      list.scrollTop += (now - before.index) * height;
    const remember = () => {
      const index = Math.floor(list.scrollTop / height);
      const row = rows[index];
      anchor.current = row ? { key: keyOf(row), index } : null;
    };
    remember();
    list.addEventListener("scroll", remember, { passive: true });
    return () => list.removeEventListener("scroll", remember);
  }, [box, rows, keyOf, height]);
}

const rootSize = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
