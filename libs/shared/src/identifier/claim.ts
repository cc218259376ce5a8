import type { Span } from "../text/index.ts";
import { FLOOR, scoreOf } from "./evidence.ts";
import type { Hit } from "./identifier.ts";
import type { Chunk, Group } from "./scan.ts";
import type { Source } from "./source.ts";

/** A hit that is taken back may have stood in the way of another, which may be taken back in turn. */
const MOST_ROUNDS = 4;

/**
 * Deal the text out to the hits: what is proved first, then what is longest, then what has most evidence. A number that
 * goes on beside the hit, in a part that no hit has, takes the hit back. Hits without an entity keep others away.
 */
export function claim(hits: readonly Hit[], source: Source): readonly Hit[] {
  let left = hits.filter(({ evidence }) => scoreOf(evidence) >= FLOOR).sort(byRank);
  let taken: readonly Hit[] = [];
  for (let round = 0; round < MOST_ROUNDS && left.length > 0; round += 1) {
    const ground = new Uint8Array(source.text.length);
    taken = left.filter((hit) => take(ground, hit));
    const back = new Set(taken.filter((hit) => hit.fragile && isFragment(hit, ground, source.chunks)));
    taken = taken.filter((hit) => !back.has(hit));
    if (back.size === 0) break;
    left = left.filter((hit) => !back.has(hit));
  }
  return taken.filter(({ entity }) => entity !== "").sort((a, b) => a.start - b.start);
}

const byRank = (a: Hit, b: Hit): number =>
  Number(b.certain) - Number(a.certain) ||
  b.end - b.start - (a.end - a.start) ||
  b.evidence - a.evidence ||
  a.start - b.start ||
  (a.entity < b.entity ? -1 : 1);

/** Mark the stretch, unless a part of it is taken. */
function take(ground: Uint8Array, { start, end }: Span): boolean {
  if (isTaken(ground, { start, end })) return false;
  ground.fill(1, start, end);
  return true;
}

const isTaken = (ground: Uint8Array, { start, end }: Span): boolean =>
  ground.subarray(start, end).includes(1);

function isFragment(hit: Hit, ground: Uint8Array, chunks: readonly Chunk[]): boolean {
  const chunk = chunkWith(chunks, hit);
  const first = firstEnding(chunk, hit.start + 1);
  const past = firstEnding(chunk, hit.end + 1);
  const blanks = chunk.slice(first + 1, past).some(({ separator }) => separator === " ");
  const goesOn = (group: Group | undefined, separator: string): boolean =>
    group !== undefined && !isTaken(ground, group) && continues(group, separator, blanks);
  return (
    goesOn(chunk[first - 1], chunk[first]?.separator ?? "") ||
    goesOn(chunk[past], chunk[past]?.separator ?? "")
  );
}

/** A neighbour belongs to the same number if it is tied to it, or parted from it as its parts are. */
function continues({ form }: Group, separator: string, blanks: boolean): boolean {
  if (!form.includes("9")) return form.length === 1 && separator === "-";
  return separator === " " ? blanks : separator !== ":";
}

/** The chunk in which a stretch lies; none if it is not made of groups. */
function chunkWith(chunks: readonly Chunk[], { start, end }: Span): Chunk {
  const chunk = chunks[lowest(chunks.length, (index) => (chunks[index]?.at(-1)?.end ?? 0) >= end)] ?? [];
  return (chunk[0]?.start ?? 0) <= start ? chunk : [];
}

/** The place of the first group that ends at or after `offset`. */
const firstEnding = (chunk: Chunk, offset: number): number =>
  lowest(chunk.length, (index) => (chunk[index]?.end ?? 0) >= offset);

/** The lowest index for which it holds, when it holds for all after it too; `length` if for none. */
function lowest(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
