import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useWorkbench } from "../../workbench/context.ts";
import { StatusButton } from "../../workbench/parts/StatusButton.tsx";
import { countProblems } from "../../workbench/problems.ts";
import "./problems-item.css";

/** Errors and warnings of all open texts. */
export function ProblemsItem() {
  const t = useWords();
  const { problems } = useWorkbench();
  const { error, warning } = countProblems(useStore(problems.groups).values());
  const label = [
    t(($) => $.problems.errors, { count: error }),
    t(($) => $.problems.warnings, { count: warning }),
  ].join(", ");
  return (
    <StatusButton label={label} command="problems.show">
      <span className="problems-item">
        <Icon name="error" />
        {error}
        <Icon name="warning" />
        {warning}
      </span>
    </StatusButton>
  );
}
