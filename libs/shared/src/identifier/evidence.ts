import type { Why } from "./identifier.ts";
import type { Near } from "./near.ts";

/** The odds, in powers of ten, that any run of characters that looks like a number is an identifier. */
export const PRIOR = -0.8;
/** Less than even odds are not reported. */
export const FLOOR = 0.5;

/** 0 to 1 from odds in powers of ten, to two places. */
export const scoreOf = (evidence: number): number => Math.round(100 / (1 + 10 ** -evidence)) / 100;

/** Signs that have been weighed so far. */
export interface Weighing {
  readonly evidence: number;
  readonly why: readonly Why[];
}

/** Sum up the signs that are there. */
export function weighing(base: number, signs: readonly (readonly [number, Why | ""])[]): Weighing {
  let evidence = base;
  const why: Why[] = [];
  for (const [weight, code] of signs) {
    evidence += weight;
    if (weight > 0 && code !== "") why.push(code);
  }
  return { evidence, why };
}

/** What nearby words say: for the topics, for something else, or nothing. */
export function contextOf(near: Near, topics: number): number {
  if (near.before & topics) return 1.2;
  if (near.after & topics) return near.before === 0 ? 1 : 0.5;
  return near.before === 0 ? 0 : -0.8;
}
