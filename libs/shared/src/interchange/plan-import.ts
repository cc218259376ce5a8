import { type Block, messageSource, parseMessage, type VariantText } from "../template/index.ts";
import { unitsOf } from "./flatten.ts";
import { messageOf } from "./forms.ts";
import {
  type Exchangeable,
  type ExchangeFile,
  type ExchangeProblem,
  type ExchangeUnit,
  problem,
} from "./unit.ts";

/** What an import would do. Nothing is done by it: a person sees it first. */
export interface ImportPlan {
  /** New texts of variants. Those that would stay as they are do not appear. */
  readonly changes: readonly VariantText[];
  /** Variants that were changed here after the export. They are shown, never overwritten. */
  readonly conflicts: readonly {
    readonly variant: VariantText;
    readonly exported: number;
    readonly current: number;
  }[];
  /** Units that were handed out and did not come back; their texts stay. */
  readonly missing: readonly string[];
  /** Units that nobody handed out. */
  readonly unknown: readonly string[];
  readonly problems: readonly ExchangeProblem[];
}

/** Hold what came back against what stands here. */
export function planImport(file: ExchangeFile, current: readonly Exchangeable[]): ImportPlan {
  const byVariant = Map.groupBy(file.units, variantId);
  const outcomes = current.flatMap((variant) => {
    const units = byVariant.get(variantId({ ...variant, template: variant.template.key }));
    return units ? [outcomeOf(variant, units, file.targetLocale)] : [];
  });
  const expected = new Set(
    current.flatMap((variant) => unitsOf(variant, file.targetLocale).map(({ id }) => id)),
  );
  return {
    changes: outcomes.flatMap(({ change, conflict }) => (change && !conflict ? [change] : [])),
    conflicts: outcomes.flatMap(({ change, conflict }) =>
      change && conflict ? [{ variant: change, ...conflict }] : [],
    ),
    missing: outcomes.flatMap(({ missing }) => missing),
    unknown: file.units.map(({ id }) => id).filter((id) => !expected.has(id)),
    problems: outcomes.flatMap(({ problems }) => problems),
  };
}

const variantId = ({
  template,
  register,
  channelClass,
}: Pick<ExchangeUnit, "template" | "register" | "channelClass">) =>
  [template, register, channelClass].join("/");

interface Outcome {
  readonly change: VariantText | null;
  readonly conflict: { readonly exported: number; readonly current: number } | null;
  readonly missing: readonly string[];
  readonly problems: readonly ExchangeProblem[];
}

function outcomeOf(variant: Exchangeable, units: readonly ExchangeUnit[], locale: string): Outcome {
  const { source, target, template, register, channelClass, revision } = variant;
  const base = target && !target.absent ? target.blocks : source.blocks;
  const problems: ExchangeProblem[] = [];
  const known = unitsOf(variant, locale);
  const back = new Map(units.map((unit) => [unit.id, unit]));
  const missing = known.filter(({ id }) => !back.has(id)).map(({ id }) => id);
  const blocks = base.map((block, index): Block => {
    if (block.kind === "shared") return block;
    const handed = known.filter((unit) => unit.block === index);
    const returned = handed.map((unit) => back.get(unit.id) ?? unit);
    const text = assembled(returned);
    if (text.problem) problems.push(text.problem);
    return target && (text.problem || sameMessage(text.source, block.text))
      ? block
      : { kind: "own", text: text.source };
  });
  const untouched = target !== null && JSON.stringify(blocks) === JSON.stringify(target.blocks);
  const exported = Math.min(...units.map((unit) => unit.revision));
  const change: VariantText = {
    template: template.key,
    locale,
    register,
    channelClass,
    absent: false,
    blocks,
  };
  return {
    change: untouched || problems.length > 0 ? null : change,
    conflict: exported === revision ? null : { exported, current: revision },
    missing,
    problems,
  };
}

/** The message that forms make, in the one spelling messages have; a problem when they make none. */
function assembled(units: readonly ExchangeUnit[]): {
  readonly source: string;
  readonly problem: ExchangeProblem | null;
} {
  const [first] = units;
  const empty = units.find(({ target }) => target === null || target.trim() === "");
  if (!first || empty) return { source: "", problem: problem("unit-empty", { unit: empty?.id ?? "" }) };
  const forms = units.map(({ keys, target }) => ({ keys, text: target ?? "" }));
  const source = messageOf({ head: first.head, forms });
  const { message, faults } = parseMessage(source);
  if (message) return { source: messageSource(message), problem: null };
  return { source, problem: problem("unit-not-a-message", { unit: first.id, fault: faults[0]?.type ?? "" }) };
}

function sameMessage(a: string, b: string): boolean {
  const [first, second] = [parseMessage(a).message, parseMessage(b).message];
  return first !== null && second !== null && messageSource(first) === messageSource(second);
}
