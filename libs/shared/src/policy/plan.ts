import { type Channel, channelOf, isChannelId } from "../channel/index.ts";
import { createUnitCache, type UnitCache } from "./cache.ts";
import type { ReplyContext } from "./context.ts";
import type { Cost } from "./finding.ts";
import type { SeverityCase } from "./pack.ts";
import type { Policy } from "./policy.ts";
import type { PolicyRule } from "./rule.ts";
import type { Scene } from "./scene.ts";
import { holds } from "./when.ts";

/** A rule that is in force in a context. */
export interface ActiveRule {
  readonly rule: PolicyRule;
  /** The cases that may hold here. */
  readonly severity: readonly SeverityCase[];
  readonly cost: number;
}

/** What checking drafts in one context needs, worked out once. */
export interface Plan {
  readonly context: ReplyContext;
  readonly scene: Scene;
  readonly rules: readonly ActiveRule[];
  readonly cache: UnitCache;
}

/** Costs in order: a check up to `idle` runs what is worth a key and what is worth a pause. */
export const COSTS: Readonly<Record<Cost, number>> = { key: 0, idle: 1, send: 2 };

/** Fields that change while someone types: they select no rules, and only draft rules read them. */
const FRESH: ReadonlySet<string> = new Set(["placeholders", "now"]);

export function createPlan(policy: Policy, context: ReplyContext): Plan {
  const language = context.language === "und" ? (context.expected ?? "und") : context.language;
  const scene: Scene = {
    context,
    language,
    brand: policy.brand,
    channel: channelFor(context),
    matcher: policy.matcher(language),
    words: policy.words,
    texts: policy.texts(language),
    identifier: policy.identifier,
    registerOf: (text) => policy.registerOf(text, language),
  };
  const rules = policy.rules.flatMap((rule): ActiveRule[] => {
    if (!holds(rule.def.when, context)) return [];
    const severity = rule.def.severity.filter(({ when }) => holds(when, context));
    return severity.length === 0 ? [] : [{ rule, severity, cost: COSTS[rule.def.cost] }];
  });
  return { context, scene, rules, cache: createUnitCache() };
}

const channelFor = ({ channel, visibility, channelSettings }: ReplyContext): Channel | undefined =>
  isChannelId(channel) ? channelOf(channel, visibility, channelSettings) : undefined;

/** Whether a plan made for one context serves another: all that matters is the same. */
export function serves({ context }: Plan, other: ReplyContext): boolean {
  if (context === other) return true;
  const names = new Set([...Object.keys(context), ...Object.keys(other)]);
  const fields = (of: ReplyContext): Readonly<Record<string, unknown>> => ({ ...of });
  const [mine, theirs] = [fields(context), fields(other)];
  return [...names].every((name) => FRESH.has(name) || isSame(mine[name], theirs[name]));
}

/** Lists and small objects are compared one level deep. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [mine, theirs] = [Object.entries(a), new Map(Object.entries(b))];
  return mine.length === theirs.size && mine.every(([name, value]) => theirs.get(name) === value);
}
