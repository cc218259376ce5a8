import { createStore, type Store } from "./store.ts";

const PREFIX = "parley.";

/**
 * A store that survives a reload in this browser. `read` turns what was stored, maybe by another version, into a value;
 * `write` leaves out what must not be kept, such as people's names.
 */
export function createStored<T>(
  key: string,
  read: (stored: unknown) => T,
  write: (value: T) => unknown = (value) => value,
): Store<T> {
  const store = createStore(read(load(key)));
  store.subscribe(() => save(key, write(store.get())));
  return store;
}

/** A store that survives a reload of this tab and goes with it, as what may name people has to. */
export function createStoredInTab<T>(key: string, read: (stored: unknown) => T): Store<T> {
  const store = createStore(read(load(key, "sessionStorage")));
  store.subscribe(() => save(key, store.get(), "sessionStorage"));
  return store;
}

type Where = "localStorage" | "sessionStorage";

function load(key: string, where: Where = "localStorage"): unknown {
  return attempt(() => JSON.parse(window[where].getItem(`${PREFIX}${key}`) ?? "null"));
}

function save(key: string, value: unknown, where: Where = "localStorage"): void {
  attempt(() => window[where].setItem(`${PREFIX}${key}`, JSON.stringify(value)));
}

/** A browser may refuse storage altogether, and anyone may have edited what is in it: neither may stop the workbench. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
