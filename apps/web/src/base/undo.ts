/** Takes back what made it. Whoever creates one keeps it at once. */
export type Undo = () => void;

/** One undo for many, run last first. */
export function undoAll(undos: readonly Undo[]): Undo {
  return () => {
    for (const undo of [...undos].reverse()) undo();
  };
}

/** Listen to an event of the page; the undo stops listening. */
export function listen<K extends keyof WindowEventMap>(
  type: K,
  listener: (event: WindowEventMap[K]) => void,
  options?: AddEventListenerOptions,
): Undo {
  window.addEventListener(type, listener, options);
  return () => window.removeEventListener(type, listener, options);
}
