import { useId, useState } from "react";
import { useWords } from "../../../base/i18n.ts";
import { ruleName } from "../../../base/rule-names.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbench, useWorkbenchState } from "../../../workbench/context.ts";
import type { PackInForce, RuleInForce } from "./rules-in-force.ts";

interface PackProps {
  readonly brandId: string;
  readonly pack: PackInForce;
  /** How often members called a rule wrong, by rule. */
  readonly counts: ReadonlyMap<string, number>;
  readonly hasDraft?: boolean;
  readonly isNew?: boolean;
  /** Someone looks for a rule: what was found is shown. */
  readonly searched?: boolean;
}

/** A pack: opened by its name, unfolded by its sign. */
export function PackRow(props: PackProps) {
  const { brandId, pack, counts, isNew = false, searched = false } = props;
  const t = useWords();
  const id = useId();
  const [unfolded, setUnfolded] = useState(!pack.builtIn);
  const open = searched || unfolded;
  return (
    <div className="policy-pack">
      <div className="policy-pack__head">
        {isNew ? (
          <span className="policy-pack__fold" />
        ) : (
          <button
            type="button"
            className="policy-pack__fold"
            aria-expanded={open}
            aria-controls={id}
            aria-label={t(($) => $.pack.view.rulesOf, { pack: pack.packId })}
            onClick={() => setUnfolded(!open)}
          >
            <Icon name={open ? "chevron-down" : "chevron-right"} />
          </button>
        )}
        <PackName {...props} />
      </div>
      {open && !isNew && (
        <div id={id}>
          {pack.rules.map((rule) => (
            <RuleRow
              key={rule.id}
              brandId={brandId}
              pack={pack}
              rule={rule}
              count={counts.get(rule.id) ?? 0}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function PackName({ brandId, pack, counts, hasDraft = false, isNew = false }: PackProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const { packId, version, builtIn, rules } = pack;
  const shown = useWorkbenchState(({ editor }) => editor?.uri === `policy:${brandId}/${packId}`);
  const reported = rules.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0);
  return (
    <button
      type="button"
      className="policy-pack__name"
      aria-current={shown ? "true" : undefined}
      onClick={() => void workbench.run("policy.open", { brandId, packId })}
    >
      <bdi className="policy-pack__id">{packId}</bdi>
      {builtIn && (
        <span className="policy-pack__built-in" title={t(($) => $.pack.builtIn)}>
          <Icon name="lock" />
          <span className="unseen">{t(($) => $.pack.builtIn)}</span>
        </span>
      )}
      {hasDraft && (
        <span className="policy-pack__draft">{t(($) => (isNew ? $.pack.isNew : $.pack.view.edited))}</span>
      )}
      <Reported count={reported} />
      <span className="policy-pack__version">{version}</span>
    </button>
  );
}

interface RuleProps {
  readonly brandId: string;
  readonly pack: PackInForce;
  readonly rule: RuleInForce;
  readonly count: number;
}

function RuleRow({ brandId, pack, rule, count }: RuleProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const name = ruleName(rule.id, t);
  const worst =
    (["error", "warning", "info"] as const).find((one) => rule.severities.includes(one)) ?? "info";
  return (
    <button
      type="button"
      className="policy-rule"
      data-off={rule.off}
      onClick={() => void workbench.run("policy.open", { brandId, packId: pack.packId, rule: rule.id })}
    >
      <Icon
        name={rule.off ? "circle-slash" : worst}
        className={rule.off ? "policy-rule__off" : `severity-icon severity-icon--${worst}`}
      />
      <span className="unseen">
        {rule.off ? t(($) => $.pack.view.off) : t(($) => $.pack.severity[worst])}
      </span>
      <span className="policy-rule__name">{name}</span>
      {name !== rule.id && <code className="policy-rule__id">{rule.id}</code>}
      {rule.overridable === "never" && !rule.off && (
        <span className="policy-rule__never" title={t(($) => $.pack.view.never)}>
          <Icon name="lock" />
          <span className="unseen">{t(($) => $.pack.view.never)}</span>
        </span>
      )}
      {rule.adjusted && <span className="policy-pack__draft">{t(($) => $.pack.view.adjusted)}</span>}
      <Reported count={count} />
    </button>
  );
}

function Reported({ count }: { readonly count: number }) {
  const t = useWords();
  if (count === 0) return null;
  const label = t(($) => $.pack.reports.count, { count });
  return (
    <span className="policy-rule__reports" title={label}>
      <Icon name="thumbsdown" />
      <span aria-hidden="true">{count}</span>
      <span className="unseen">{label}</span>
    </span>
  );
}
