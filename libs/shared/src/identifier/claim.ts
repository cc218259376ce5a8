import type { Span } from "../text/index.ts";
import { FLOOR, scoreOf } from "./evidence.ts";
import type { Hit } from "./identifier.ts";
import type { Chunk, Group } from "./scan.ts";
import type { Source } from "./source.ts";

/**
 * Deal the text out to the hits: what is proved first, then what is longest, then what has most evidence. A number that
 * goes on beside the hit, in a part that no hit has, takes the hit back.
 */
export function claim(hits: readonly Hit[], source: Source): readonly Hit[] {
  const likely = hits.filter(({ evidence }) => scoreOf(evidence) >= FLOOR);
  const ordered = likely.sort(
    (a, b) =>
      Number(b.certain) - Number(a.certain) ||
      b.end - b.start - (a.end - a.start) ||
      b.evidence - a.evidence ||
      a.start - b.start ||
      (a.entity < b.entity ? -1 : 1),
  );
  const taken: Hit[] = [];
  for (const hit of ordered) if (!taken.some((other) => overlap(hit, other))) taken.push(hit);
  const kept = taken.filter((hit) => !hit.fragile || !isFragment(hit, taken, source.chunks));
  return kept.sort((a, b) => a.start - b.start);
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function isFragment(hit: Hit, taken: readonly Hit[], chunks: readonly Chunk[]): boolean {
  const chunk = chunks.find((one) => (one[0]?.start ?? 0) <= hit.start && (one.at(-1)?.end ?? 0) >= hit.end);
  if (!chunk) return false;
  const first = chunk.findIndex(({ start }) => start >= hit.start);
  const last = chunk.findLastIndex(({ end }) => end <= hit.end);
  const inside = new Set(chunk.slice(first + 1, last + 1).map(({ separator }) => separator));
  const goesOn = (group: Group | undefined, separator: string): boolean =>
    group !== undefined &&
    !taken.some((other) => overlap(group, other)) &&
    continues({ separator, form: group.form }, inside);
  return goesOn(chunk[first - 1], chunk[first]?.separator ?? "") || goesOn(chunk[last + 1], chunk[last + 1]?.separator ?? "");
}

/** A neighbour belongs to the same number if it is tied to it, or parted from it as its parts are. */
function continues(group: Pick<Group, "separator" | "form">, inside: ReadonlySet<string>): boolean {
  if (!group.form.includes("9")) return group.form.length === 1 && group.separator === "-";
  return group.separator !== " " ? group.separator !== ":" : inside.has(" ");
}
