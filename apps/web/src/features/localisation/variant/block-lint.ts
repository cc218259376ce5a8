import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Finding } from "@parley/shared/policy";
import { words } from "../../../base/i18n.ts";
import { findingCards } from "../../../editor/finding-card.ts";
import { findingGutter } from "../../../editor/finding-gutter.ts";
import { applyEdits, type FindingSource, findingLint, type Remedy } from "../../../editor/finding-lint.ts";
import type { Frame } from "../../../workbench/contribution.ts";
import { checkSays } from "../finding-words.ts";
import { tickWithReason } from "./ask.ts";
import { mayTick } from "./may-tick.ts";
import type { OpenVariant } from "./open-variant.ts";
import { checkOf, type VariantFinding } from "./variant-check.ts";

interface Linted {
  readonly open: OpenVariant;
  /** Key of the part. */
  readonly key: string;
  readonly frame: Frame;
}

/** Underlines what the checks say of one part, with what can be done about it. */
export function blockLint(linted: Linted): Extension {
  return [
    findingLint(sourceOf(linted)),
    findingGutter(),
    findingCards(),
    // A part is short: what is below it must not be scrolled into view with it.
    EditorView.scrollMargins.of(() => ({ top: 8, bottom: 8 })),
  ];
}

function sourceOf({ open, key, frame }: Linted): FindingSource {
  const check = checkOf(open);
  const said = new Map<string, VariantFinding>();
  const here = (findings: readonly VariantFinding[]): readonly Finding[] => {
    const index = open.state.get().words?.blocks.findIndex((block) => block.key === key) ?? -1;
    const mine = findings.filter(({ block }) => block === index && index >= 0);
    for (const finding of mine) said.set(finding.id, finding);
    return mine.map(asFinding);
  };
  const message = ({ id }: Finding) => {
    const finding = said.get(id);
    return finding ? checkSays(finding) : id;
  };
  const severity = (finding: Finding) => words.get().t(($) => $.localisation.severity[finding.severity]);
  return {
    check: (_text, cost) => (cost === "key" ? here(check.quick()) : check.full().then(here)),
    message,
    severity,
    remedies: ({ id }) => {
      const finding = said.get(id);
      return finding ? remediesFor(finding, { open, frame }) : [];
    },
    place: (finding, { number, count }) =>
      words.get().t(($) => $.localisation.checks.place, {
        severity: severity(finding),
        number,
        total: count,
        message: message(finding),
      }),
    count: (count) => words.get().t(($) => $.localisation.checks.count, { count }),
  };
}

/** Fixes of the check, and for a warning the decision to live with it. */
function remediesFor(
  finding: VariantFinding,
  { open, frame }: { readonly open: OpenVariant; readonly frame: Frame },
): readonly Remedy[] {
  const fixes = finding.fixes.map(
    (fix, index): Remedy => ({
      label: checkSays({ message: fix.title, args: fix.args }),
      preferred: index === 0,
      apply: (view, placed) => applyEdits(view, placed, fix.edits),
    }),
  );
  if (!mayTick(open, finding, frame)) return fixes;
  const tick: Remedy = {
    label: words.get().t(($) => $.localisation.checks.accept),
    apply: () => void tickWithReason(open, finding, frame).catch((error) => frame.fail(error)),
  };
  return [...fixes, tick];
}

/** As the editor of text knows findings. What only replies have is empty. */
const asFinding = ({ id, rule, severity, message, args, fixes, start, end }: VariantFinding): Finding => ({
  id,
  rule,
  severity,
  message,
  args,
  fixes,
  start,
  end,
  overridable: "never",
  cost: "idle",
  evidence: { detector: "template", pack: "", score: 1, why: [] },
});
