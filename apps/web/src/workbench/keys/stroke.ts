import { isMac } from "../../base/platform.ts";

/** One key with its modifiers in one spelling: `ctrl+shift+p`. A binding is one or two of them. */
export type Stroke = string;

const order = ["ctrl", "shift", "alt", "meta"] as const;
type Modifier = (typeof order)[number];

const named: Readonly<Record<string, string>> = {
  " ": "space",
  arrowleft: "left",
  arrowright: "right",
  arrowup: "up",
  arrowdown: "down",
  esc: "escape",
  del: "delete",
  "+": "plus",
};

/** Keys by place on the keyboard, for layouts whose letters are not Latin and for signs behind Shift. */
const byCode: Readonly<Record<string, string>> = {
  Period: ".",
  Comma: ",",
  Slash: "/",
  Semicolon: ";",
  Quote: "'",
  BracketLeft: "[",
  BracketRight: "]",
  Minus: "-",
  Equal: "=",
  Backslash: "\\",
  Backquote: "`",
};

/** Read `mod+k mod+s`. Throws on what no keyboard gives or no browser should take. */
export function parseKeys(keys: string, mac = isMac): readonly Stroke[] {
  const strokes = keys
    .toLowerCase()
    .split(" ")
    .map((stroke) => parseStroke(stroke, mac));
  if (strokes.length > 2) throw new Error(`"${keys}" has more than two strokes`);
  return strokes;
}

function parseStroke(text: string, mac: boolean): Stroke {
  const names = text.split("+");
  const key = names.pop() ?? "";
  const modifiers = new Set(names.map((name) => modifier(name, mac)));
  if (key === "" || modifiers.has(undefined)) throw new Error(`"${text}" is not a key`);
  // AltGr arrives as Control with Alt on Windows: such a binding would eat letters of German, Polish and others.
  if (modifiers.has("ctrl") && modifiers.has("alt") && !mac)
    throw new Error(`"${text}" types letters as AltGr`);
  return spell(modifiers as Set<Modifier>, named[key] ?? key);
}

function modifier(name: string, mac: boolean): Modifier | undefined {
  if (name === "mod") return mac ? "meta" : "ctrl";
  return order.find((known) => known === name);
}

function spell(modifiers: ReadonlySet<Modifier>, key: string): Stroke {
  return [...order.filter((name) => modifiers.has(name)), key].join("+");
}

/** What a pressed key is in bindings. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing?: boolean;
  readonly keyCode?: number;
  readonly getModifierState?: (name: "AltGraph") => boolean;
}

/**
 * The strokes that a pressed key may stand for, best first: what it types; for non-Latin layouts and signs behind Shift,
 * what is printed at that place of a Latin keyboard. None while an input method composes, or for a letter typed with AltGr.
 */
export function strokesOf(event: Pressed, mac = isMac): readonly Stroke[] {
  if (event.isComposing || event.keyCode === 229 || isModifier(event.key) || typesWithAltGr(event, mac))
    return [];
  const modifiers = modifiersOf(event);
  const typed = event.key.toLowerCase();
  const key = named[typed] ?? typed;
  const strokes = [spell(modifiers, key)];
  const place = placeOf(event.code);
  const foreign = typed.length === 1 && /[^\x20-\x7e]/.test(typed);
  const sign = typed.length === 1 && /[^a-z0-9]/.test(typed) && modifiers.has("shift");
  if (sign) strokes.push(spell(without(modifiers, "shift"), key));
  if (place && (foreign || sign || (mac && event.altKey))) strokes.push(spell(modifiers, place));
  return [...new Set(strokes)];
}

function isModifier(key: string): boolean {
  return /^(Control|Shift|Alt|Meta|AltGraph|CapsLock|Dead|Process|Unidentified)$/.test(key);
}

function typesWithAltGr(event: Pressed, mac: boolean): boolean {
  if (event.getModifierState?.("AltGraph")) return true;
  return !mac && event.ctrlKey && event.altKey;
}

function modifiersOf(event: Pressed): Set<Modifier> {
  return new Set(order.filter((name) => event[`${name}Key`]));
}

function without(modifiers: ReadonlySet<Modifier>, name: Modifier): Set<Modifier> {
  return new Set([...modifiers].filter((other) => other !== name));
}

function placeOf(code: string): string | undefined {
  const found = /^(?:Key|Digit)(.)$/.exec(code)?.[1];
  return found?.toLowerCase() ?? byCode[code];
}

/** Whether a stroke would be typed as text, so that it must not act while someone writes. */
export function isTyped(stroke: Stroke): boolean {
  const names = stroke.split("+");
  if (names.includes("ctrl") || names.includes("meta") || names.includes("alt")) return false;
  return !/^f\d+$/.test(names.at(-1) ?? "");
}
