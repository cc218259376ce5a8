import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { Button } from "../../../ui/Button.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import { keyLabel } from "../../../workbench/keys/labels.ts";

interface CommandButtonProps {
  readonly command: string;
  readonly look?: "primary" | "plain" | "quiet";
}

/** A command as a button with its words; not there for those who may not, or when there is nothing to do. */
export function CommandButton({ command: id, look = "plain" }: CommandButtonProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const state = useStore(workbench.state);
  const command = workbench.command(id);
  if (!(command.when?.(state) ?? true)) return null;
  const keys = workbench.keysOf(id);
  return (
    <Button
      look={look}
      disabled={state.variant?.busy ?? false}
      {...(command.icon ? { icon: command.icon } : {})}
      onClick={() => void workbench.run(id)}
    >
      {t(command.title)}
      {keys && (
        <span aria-hidden="true">
          <kbd className="life__keys">{keyLabel(keys, t)}</kbd>
        </span>
      )}
    </Button>
  );
}
