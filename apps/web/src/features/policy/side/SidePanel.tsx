import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { type PanelTab, TabbedPanel } from "../../../ui/TabbedPanel.tsx";
import type { OpenPack, Side } from "../pack/open-pack.ts";
import { policies } from "../policies.ts";
import { DryRun } from "./DryRun.tsx";
import { Examples } from "./Examples.tsx";
import { Reports } from "./Reports.tsx";
import { TryIt } from "./TryIt.tsx";
import { Versions } from "./Versions.tsx";
import "./side-panel.css";

interface SideProps {
  readonly pack: OpenPack;
  readonly mayWrite: boolean;
}

const bodies = { examples: Examples, try: TryIt, dryRun: DryRun, reports: Reports, versions: Versions };

/** What a pack does, beside its text. */
export function SidePanel({ pack, mayWrite }: SideProps) {
  const t = useWords();
  const side = useStore(pack.side);
  const counts = useCounts(pack);
  const shown = sidesOf(pack, mayWrite);
  const current = shown.includes(side) ? side : "examples";
  const Body = bodies[current];
  return (
    <TabbedPanel
      className="side"
      label={t(($) => $.pack.beside)}
      tabs={shown.map((id) => ({ id, name: t(($) => $.pack.sides[id]), ...counts[id] }))}
      current={current}
      onChoose={(id) => pack.side.set(id)}
    >
      <Body pack={pack} />
    </TabbedPanel>
  );
}

/** What comes with Parley has no versions of the brand's; trying a version on replies is for those who may publish. */
function sidesOf(pack: OpenPack, mayWrite: boolean): readonly Side[] {
  const { inForce } = pack.state.get();
  return [
    "examples",
    "try",
    ...(mayWrite && !pack.builtIn ? (["dryRun"] as const) : []),
    ...(mayWrite ? (["reports"] as const) : []),
    ...(inForce ? (["versions"] as const) : []),
  ];
}

/** How many examples fail, and how many findings members called wrong. */
function useCounts(pack: OpenPack): Partial<Record<Side, Pick<PanelTab<Side>, "count">>> {
  const judged = useStore(pack.judged);
  const { reports } = useStore(policies);
  const rules = new Set(judged?.rules?.map(({ id }) => id));
  const failing = judged?.examples?.filter(({ problem }) => problem).length ?? 0;
  const reported = (reports.get(pack.brandId) ?? [])
    .filter(({ rule }) => rules.has(rule))
    .reduce((sum, { count }) => sum + count, 0);
  return {
    ...(failing > 0 && { examples: { count: { text: String(failing), bad: true } } }),
    ...(reported > 0 && { reports: { count: { text: String(reported) } } }),
  };
}
