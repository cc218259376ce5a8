import type { ReplyContext } from "./context.ts";
import type { Cost, Finding } from "./finding.ts";
import { fixesFor } from "./fix.ts";
import type { RawHit } from "./hit.ts";
import { nameOf } from "./identity.ts";
import { COSTS, createPlan, type Plan, serves } from "./plan.ts";
import type { Policy } from "./policy.ts";
import type { Draft, PolicyRule } from "./rule.ts";
import { surrounded } from "./surroundings.ts";
import type { FoundHit, PlacedUnit, Unit } from "./unit.ts";
import { unitsOf } from "./units.ts";
import { gravityOf } from "./when.ts";

/** Checks drafts against one policy and remembers sentences it has seen. */
export interface Checker {
  /** All findings of the rules that cost at most `upTo` (all rules when missing), in the order of the text. */
  readonly check: (text: string, context: ReplyContext, upTo?: Cost) => readonly Finding[];
}

/** Check one draft. The same text, context and policy give the same findings everywhere. */
export function checkReply(text: string, context: ReplyContext, policy: Policy): readonly Finding[] {
  return createChecker(policy).check(text, context);
}

/** Plans kept: an agent moves between a few drafts. */
const MOST_PLANS = 4;

/** A checker for many drafts, or for one that is being typed. */
export function createChecker(policy: Policy): Checker {
  const plans: Plan[] = [];
  return {
    check: (text, context, upTo = "send") => {
      let plan = plans.find((known) => serves(known, context));
      if (!plan) {
        plan = createPlan(policy, context);
        plans.unshift(plan);
        plans.length = Math.min(plans.length, MOST_PLANS);
      }
      return run(plan, { text, context, upTo: COSTS[upTo] });
    },
  };
}

interface Request {
  readonly text: string;
  readonly context: ReplyContext;
  readonly upTo: number;
}

function run(plan: Plan, { text, context, upTo }: Request): readonly Finding[] {
  const units: readonly PlacedUnit[] = unitsOf(text).map(({ start, end }) => ({
    start,
    end,
    unit: plan.cache.unit(text.slice(start, end)),
  }));
  const draft: Draft = { text, units, context };
  const report = createReport(draft, plan);
  for (const { unit, start } of units)
    for (const found of foundIn(unit, plan, upTo)) report.add(found, start);
  plan.rules.forEach(({ rule: { finder }, severity, cost }, rule) => {
    if (finder.scope !== "draft" || cost > upTo) return;
    for (const hit of finder.find(draft, plan.scene)) {
      const gravity = gravityOf(severity, hit.why);
      if (gravity) report.add({ rule, gravity, hit }, 0);
    }
  });
  return report.findings();
}

/** What the sentence rules find in a unit: worked out once for as long as the unit is remembered. */
function foundIn(unit: Unit, plan: Plan, upTo: number): readonly FoundHit[] {
  const known = unit.found[upTo];
  if (known) return known;
  const { scene } = plan;
  const found = plan.rules.flatMap(({ rule: { finder, def }, severity, cost }, rule): readonly FoundHit[] => {
    if (finder.scope !== "sentence" || cost > upTo) return [];
    const hits = finder.find(unit, scene);
    const kept = def.context ? surrounded(hits, def.context, { unit, scene }) : hits;
    return kept.flatMap((hit) => {
      const gravity = gravityOf(severity, hit.why);
      return gravity ? [{ rule, gravity, hit }] : [];
    });
  });
  unit.found[upTo] = found;
  return found;
}

interface Report {
  readonly add: (found: FoundHit, offset: number) => void;
  readonly findings: () => readonly Finding[];
}

/** Findings of one rule in one draft: a paste of a thousand alike needs no thousand squiggles. */
const MOST_OF_A_RULE = 100;

function createReport(draft: Draft, plan: Plan): Report {
  const findings: Finding[] = [];
  const seen = new Map<string, number>();
  const counts: number[] = [];
  return {
    add: ({ rule: number, gravity, hit: raw }, offset) => {
      const rule = plan.rules[number]?.rule;
      const count = (counts[number] ?? 0) + 1;
      if (!rule || count > MOST_OF_A_RULE) return;
      counts[number] = count;
      const name = nameOf(raw, rule.def.id, { start: raw.start + offset, text: draft.text });
      const ordinal = seen.get(name) ?? 0;
      seen.set(name, ordinal + 1);
      const hit = moved(raw, offset);
      findings.push({
        id: ordinal === 0 ? name : `${name}.${ordinal}`,
        start: hit.start,
        end: hit.end,
        severity: gravity.is,
        overridable: gravity.overridable ?? rule.def.overridable,
        ...stated(rule, hit),
        fixes: fixesFor(rule.def.fix, hit, { draft, scene: plan.scene }),
      });
    },
    findings: () => findings.sort(inOrder),
  };
}

/** The fields of a finding that its rule and the hit decide alone. */
function stated({ def, pack, version }: PolicyRule, hit: RawHit) {
  return {
    rule: def.id,
    cost: def.cost,
    message: hit.variant === undefined ? def.id : `${def.id}.${hit.variant}`,
    args: hit.args ?? {},
    ...(def.message && { words: def.message }),
    evidence: {
      detector: def.use,
      pack: `${pack}@${version}`,
      ...(hit.entity !== undefined && { entity: hit.entity }),
      score: hit.score,
      why: hit.why,
    },
  };
}

function moved(hit: RawHit, by: number): RawHit {
  if (by === 0) return hit;
  const { start, end, removal, insertion } = hit;
  return {
    ...hit,
    start: start + by,
    end: end + by,
    ...(removal && { removal: { start: removal.start + by, end: removal.end + by } }),
    ...(insertion && { insertion: { ...insertion, at: insertion.at + by } }),
  };
}

const inOrder = (a: Finding, b: Finding): number =>
  a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
