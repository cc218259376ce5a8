import { useCallback, useRef, useSyncExternalStore } from "react";
import type { Undo } from "./undo.ts";

/** A value that can be read and watched. */
export interface Readable<T> {
  readonly get: () => T;
  readonly subscribe: (listener: () => void) => Undo;
}

/** A value that distant parts of the page share. */
export interface Store<T> extends Readable<T> {
  readonly set: (value: T) => void;
  readonly update: (change: (value: T) => T) => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const set = (next: T) => {
    if (Object.is(next, value)) return;
    value = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The store's value; the component renders again when it changes. */
export function useStore<T>(store: Readable<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}

/** A part of the store's value; the component renders again only when that part is another one (`Object.is`). */
export function useSelected<T, S>(store: Readable<T>, select: (value: T) => S): S {
  const latest = useRef(select);
  latest.current = select;
  const read = useCallback(() => latest.current(store.get()), [store]);
  return useSyncExternalStore(store.subscribe, read);
}
