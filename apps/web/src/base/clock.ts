import { createStore, type Readable, useStore } from "./store.ts";

const TICK_MS = 30_000;
const now = createStore(Date.now());

/** The time in milliseconds, told anew twice a minute: times on screen move on calmly and all at once. */
export const clock: Readable<number> = {
  get: now.get,
  subscribe: (() => {
    let watched = 0;
    let timer: ReturnType<typeof setInterval> | undefined;
    return (listener: () => void) => {
      if (watched === 0) {
        timer = setInterval(() => now.set(Date.now()), TICK_MS);
        now.set(Date.now());
      }
      watched += 1;
      const unlisten = now.subscribe(listener);
      return () => {
        unlisten();
        watched -= 1;
        if (watched === 0) clearInterval(timer);
      };
    };
  })(),
};

/** The time, for what is shown relative to it. */
export function useNow(): number {
  return useStore(clock);
}
