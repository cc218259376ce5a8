import type { Undo } from "./undo.ts";

const works = new Set<() => Promise<void>>();

/** Something to finish before the member signs out, such as storing what they typed. */
export function beforeLeaving(work: () => Promise<void>): Undo {
  works.add(work);
  return () => works.delete(work);
}

/** Finish all of it. Rejects with the first failure, so that nobody leaves with work that is nowhere. */
export async function finishBeforeLeaving(): Promise<void> {
  await Promise.all([...works].map((work) => work()));
}
