import type { ReactNode } from "react";
import { useWords } from "../../base/i18n.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { IconName } from "../../ui/icon-names.ts";
import { useWorkbench } from "../context.ts";
import { keyLabel } from "../keys/labels.ts";

interface StatusButtonProps {
  readonly icon?: IconName;
  /** A word or two; a number. */
  readonly children?: ReactNode;
  /** The whole sentence, for the tip and for screen readers. */
  readonly label: string;
  /** What pressing it runs. Without one it only shows. */
  readonly command?: string;
  readonly tone?: "plain" | "error" | "warning" | "accent";
}

/** One entry of the status bar. */
export function StatusButton({ icon, children, label, command, tone = "plain" }: StatusButtonProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const keys = command && workbench.keysOf(command);
  const tip = keys ? `${label} (${keyLabel(keys, t)})` : label;
  const face = (
    <>
      {icon && <Icon name={icon} />}
      {children !== undefined && <span className="status-button__text">{children}</span>}
    </>
  );
  if (!command)
    return (
      <span className={`status-button status-button--${tone}`} title={tip}>
        <span className="unseen">{label}</span>
        <span aria-hidden="true" className="status-button__face">
          {face}
        </span>
      </span>
    );
  return (
    <button
      type="button"
      className={`status-button status-button--${tone}`}
      title={tip}
      onClick={() => workbench.run(command)}
    >
      <span className="unseen">{label}</span>
      <span aria-hidden="true" className="status-button__face">
        {face}
      </span>
    </button>
  );
}
