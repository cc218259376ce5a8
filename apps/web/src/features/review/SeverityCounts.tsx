import { useWords } from "../../base/i18n.ts";
import { Icon } from "../../ui/Icon.tsx";
import "./severity-counts.css";

interface CountsProps {
  readonly findings: readonly { readonly id: string; readonly severity: "error" | "warning" | "info" }[];
  /** Findings somebody decided to live with. */
  readonly overridden: ReadonlySet<string>;
}

const severities = ["error", "warning", "info"] as const;

/** How many findings of each severity, as signs with numbers; what was overridden is said apart. */
export function SeverityCounts({ findings, overridden }: CountsProps) {
  const t = useWords();
  const lived = findings.filter(({ id }) => overridden.has(id)).length;
  if (findings.length === 0)
    return (
      <span className="severity-counts severity-counts--clean" title={t(($) => $.review.counts.none)}>
        <Icon name="pass" />
        {t(($) => $.review.counts.none)}
      </span>
    );
  return (
    <span className="severity-counts">
      {severities.map((severity) => {
        const count = findings.filter((one) => one.severity === severity).length;
        if (count === 0) return null;
        const label = t(($) => $.review.counts[severity], { count });
        return (
          <span
            key={severity}
            className={`severity-counts__one severity-counts__one--${severity}`}
            title={label}
          >
            <Icon name={severity} />
            <span aria-hidden="true">{count}</span>
            <span className="unseen">{label}</span>
          </span>
        );
      })}
      {lived > 0 && (
        <span className="severity-counts__lived">
          {t(($) => $.review.counts.overridden, { count: lived })}
        </span>
      )}
    </span>
  );
}
