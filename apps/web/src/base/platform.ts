/** Whether Command takes the place of Control. */
export const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

/** Whether Parley is installed and has a window of its own; in a tab the browser keeps keys such as Control+W for itself. */
export const isInstalled =
  typeof matchMedia !== "undefined" &&
  matchMedia("(display-mode: standalone), (display-mode: fullscreen)").matches;

/** Keys that only an installed Parley gets, or should take. */
export const whenInstalled = (...keys: readonly string[]): readonly string[] => (isInstalled ? keys : []);
