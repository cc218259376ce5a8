import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { IconButton } from "../../ui/Button.tsx";
import type { IconName } from "../../ui/icon-names.ts";
import { useWorkbench } from "../context.ts";
import { keyLabel } from "../keys/labels.ts";

interface ActionButtonProps {
  readonly command: string;
  /** Shown instead of the command's own while it is not toggled. */
  readonly offIcon?: IconName;
}

/** A command as an icon; gone while its `when` forbids it. */
export function ActionButton({ command: id, offIcon }: ActionButtonProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const state = useStore(workbench.state);
  const command = workbench.command(id);
  if (!command.icon || !(command.when?.(state) ?? true)) return null;
  const keys = workbench.keysOf(id);
  return (
    <IconButton
      icon={offIcon && command.toggled?.(state) === false ? offIcon : command.icon}
      label={t(command.title)}
      keys={keys && keyLabel(keys, t)}
      {...(command.toggled ? { "aria-pressed": command.toggled(state) } : {})}
      onClick={() => workbench.run(id)}
    />
  );
}
