import type { Why } from "./identifier.ts";
import type { Near } from "./near.ts";
import { TOPIC } from "./topic.ts";

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

/** "My number is" is mostly said of a phone. */
const VAGUE = 0.9;
/** What nearby words say: for the topics, for something else, or nothing. */
export function contextOf({ before, after }: Near, topics: number): number {
  const vague = topics & TOPIC.phone ? VAGUE : 0;
  if (before === TOPIC.number) return vague;
  if (before & topics) return 1.2;
  if (before !== 0) return after & topics ? 0.5 : -0.8;
  return after & topics ? 1 : after === TOPIC.number ? vague : 0;
}
