import type { Command } from "../contribution.ts";
import type { When, WorkbenchState } from "../state.ts";
import { isTyped, parseKeys, type Stroke } from "./stroke.ts";

/** Keys that a member chose, by command; an empty list takes a command its keys. */
export type UserKeys = Readonly<Record<string, readonly string[]>>;

/** One way to a command. */
export interface Binding {
  readonly command: string;
  readonly keys: string;
  readonly strokes: readonly Stroke[];
  readonly when: When | undefined;
  readonly byUser: boolean;
}

/** All bindings; where two fit, the later wins, so what the member chose stands last. */
export function bindingsOf(commands: readonly Command[], userKeys: UserKeys): readonly Binding[] {
  const bind = (byUser: boolean) => (command: Command) =>
    (byUser ? (userKeys[command.id] ?? []) : (command.keys ?? [])).map(
      (keys): Binding => ({
        command: command.id,
        keys,
        strokes: parseKeys(keys),
        when: command.when,
        byUser,
      }),
    );
  const own = commands.filter(({ id }) => !(id in userKeys)).flatMap(bind(false));
  const chosen = commands.filter(({ id }) => id in userKeys).flatMap(bind(true));
  return [...own, ...chosen];
}

/** What a stroke means now: a command, the first half of a chord, or nothing. */
export type Meaning =
  | { readonly kind: "run"; readonly command: string }
  | { readonly kind: "chord"; readonly first: Stroke }
  | { readonly kind: "none" };

interface Situation {
  readonly state: WorkbenchState;
  /** The first half of a chord, if it was pressed. */
  readonly first: Stroke | null;
}

export function meaningOf(
  bindings: readonly Binding[],
  strokes: readonly Stroke[],
  { state, first }: Situation,
): Meaning {
  for (const stroke of strokes) {
    if (!first && state.typing && isTyped(stroke)) continue;
    const wanted = first ? [first, stroke] : [stroke];
    const found = bindings.findLast(
      (binding) => startsWith(binding.strokes, wanted) && (binding.when?.(state) ?? true),
    );
    if (!found) continue;
    return found.strokes.length > wanted.length
      ? { kind: "chord", first: stroke }
      : { kind: "run", command: found.command };
  }
  return { kind: "none" };
}

function startsWith(strokes: readonly Stroke[], wanted: readonly Stroke[]): boolean {
  return strokes.length >= wanted.length && wanted.every((stroke, index) => strokes[index] === stroke);
}

/** Other commands on the same keys. They disturb only where both `when`s hold, which no one can tell beforehand. */
export function sharing(bindings: readonly Binding[], { command, strokes }: Binding): readonly string[] {
  const same = bindings.filter(
    (other) =>
      other.command !== command && (startsWith(other.strokes, strokes) || startsWith(strokes, other.strokes)),
  );
  return [...new Set(same.map((other) => other.command))];
}
