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

function load(key: string): unknown {
  return attempt(() => JSON.parse(localStorage.getItem(`${PREFIX}${key}`) ?? "null"));
}

function save(key: string, value: unknown): void {
  attempt(() => localStorage.setItem(`${PREFIX}${key}`, JSON.stringify(value)));
}

/** A browser may refuse storage altogether, and anyone may have edited what is in it: neither may stop the workbench. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
