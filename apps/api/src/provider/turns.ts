/** Lets so many work at once, and so many more wait; gives null to whoever comes when the queue is full. */
export function createTurns({ atOnce, waiting }: { readonly atOnce: number; readonly waiting: number }) {
  let working = 0;
  const queue: (() => void)[] = [];
  const turn = (): Promise<void> | void => {
    working += 1;
    if (working > atOnce) return new Promise((begin) => queue.push(begin));
  };
  return async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (queue.length >= waiting) return null;
    await turn();
    try {
      return await work();
    } finally {
      working -= 1;
      queue.shift()?.();
    }
  };
}
