import type { Vector } from "./vector.ts";

/** Something that scores labels for a message and learns from one example at a time. */
export interface Learner {
  /** One score for each label: the higher the likelier. */
  readonly scores: (vector: Vector) => Float32Array;
  /** Learn that `label` is right for a message; `rate` sinks from 1 to 0 while training goes on. */
  readonly learn: (vector: Vector, label: number, rate: number) => void;
}

/** How many features and labels there are. */
export interface Size {
  readonly features: number;
  readonly labels: number;
}
