/** A context menu asked for at a place of the window, in CSS pixels. */
export interface OpenMenu {
  readonly menu: string;
  readonly x: number;
  readonly y: number;
  /** Where the keyboard goes when the menu closes. */
  readonly opener: HTMLElement;
}
