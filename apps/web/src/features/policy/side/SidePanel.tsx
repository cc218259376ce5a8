import { useId } from "react";
import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { useRovingFocus } from "../../../ui/use-roving-focus.ts";
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
  const id = useId();
  const side = useStore(pack.side);
  const roving = useRovingFocus("horizontal");
  const shown = sidesOf(pack, mayWrite);
  const current = shown.includes(side) ? side : "examples";
  const Body = bodies[current];
  return (
    <section className="side" aria-label={t(($) => $.pack.beside)}>
      <div className="side__tabs" role="tablist" aria-label={t(($) => $.pack.beside)} {...roving}>
        {shown.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`${id}-${one}`}
            className="side__tab"
            aria-selected={one === current}
            aria-controls={`${id}-body`}
            onClick={() => pack.side.set(one)}
          >
            {t(($) => $.pack.sides[one])}
            <Count pack={pack} side={one} />
          </button>
        ))}
      </div>
      <div
        className="side__body"
        role="tabpanel"
        id={`${id}-body`}
        aria-labelledby={`${id}-${current}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to get into it
        tabIndex={0}
      >
        <Body pack={pack} />
      </div>
    </section>
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
function Count({ pack, side }: { readonly pack: OpenPack; readonly side: Side }) {
  const judged = useStore(pack.judged);
  const { reports } = useStore(policies);
  const rules = new Set(judged?.rules?.map(({ id }) => id));
  const failing = judged?.examples?.filter(({ problem }) => problem).length ?? 0;
  const reported = (reports.get(pack.brandId) ?? [])
    .filter(({ rule }) => rules.has(rule))
    .reduce((sum, { count }) => sum + count, 0);
  const count = side === "examples" ? failing : side === "reports" ? reported : 0;
  return count > 0 ? <span className={`side__count side__count--${side}`}>{count}</span> : null;
}
