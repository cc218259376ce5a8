/** How often a lesson is read, and which share of the words is left out each time, so that no label hangs on one word. */
export interface ReadingPlan {
  readonly passes: number;
  readonly leftOut: number;
  /** What a message read once costs, beside the others. */
  readonly work: number;
}

export interface MarginsPlan {
  readonly passes: number;
  readonly work: number;
}

/** How a lesson of some size is learnt. */
export interface Plan {
  readonly regression: ReadingPlan;
  /** What is asked beside the regression where there is little to learn from. */
  readonly others?: {
    readonly hiddenLayer: ReadingPlan & { readonly step: number };
    readonly margins: MarginsPlan;
  };
}

/** From this size on a regression alone is as good, and trains in time. */
const LONG = 5_000;

/** The plan for a lesson of so many messages. Chosen by messages held out of sets of customers' questions. */
export function planOf(messages: number): Plan {
  const passes = between(64_000 / Math.max(1, messages), 4, 12);
  const regression = { passes, leftOut: 0.15, work: 1 };
  if (messages >= LONG) return { regression };
  const hiddenPasses = between(40_000 / Math.max(1, messages), 10, 25);
  return {
    regression,
    others: {
      hiddenLayer: { passes: hiddenPasses, leftOut: 0.4, work: 2, step: hiddenPasses > 20 ? 0.6 : 1 },
      margins: { passes: 12, work: 1 },
    },
  };
}

const between = (value: number, least: number, most: number): number =>
  Math.round(Math.min(most, Math.max(least, value)));

/** Work of a whole lesson. */
export function workOf(messages: number): number {
  const { regression, others } = planOf(messages);
  const parts = others ? [regression, others.hiddenLayer, others.margins] : [regression];
  return messages * parts.reduce((sum, { passes, work }) => sum + passes * work, 0);
}
