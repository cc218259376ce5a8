import { type Measured, measure } from "../../channel/index.ts";
import type { RawHit } from "../hit.ts";
import { kind } from "../kind.ts";
import type { Draft } from "../rule.ts";
import type { Scene } from "../scene.ts";
import { type Fact, fact } from "../unit.ts";

/** Sentences measured one by one can differ from the whole by this much each, in any unit. */
const SLACK = 4;

/** More than the channel takes, as the channel counts it. */
export const lengthDetector = kind<Readonly<Record<never, never>>>({
  options: {},
  make: () => ({
    scope: "draft",
    find: (draft, scene) => {
      const { channel } = scene;
      if (!channel || surelyFits(draft, scene)) return [];
      const { autoMentions = [] } = draft.context;
      return overLimit(measure(draft.text, channel, { autoMentions }));
    },
  }),
});

const lengths: Fact<readonly number[]> = fact(({ text }, { channel }) =>
  channel ? measure(text, channel).parts.map(({ used }) => used) : [],
);

/** Most drafts are far from the limit: the sum of their sentences tells, and each of those is counted once. */
function surelyFits({ units }: Draft, scene: Scene): boolean {
  const limits = scene.channel?.limits ?? [];
  return limits.every(({ most }, index) => {
    let sum = 0;
    for (const { unit } of units) sum += (lengths(unit, scene)[index] ?? 0) + SLACK;
    return sum <= most;
  });
}

function overLimit({ over, parts }: Measured): readonly RawHit[] {
  const broken = parts.find(({ fits }) => !fits);
  if (!over || !broken) return [];
  const { used, limit, unit } = broken;
  return [
    {
      ...over,
      score: 1,
      why: [unit],
      whole: true,
      args: { used: String(used), limit: String(limit), over: String(used - limit) },
    },
  ];
}
