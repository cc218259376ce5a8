import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { IconButton } from "../../ui/Button.tsx";
import { useWorkbench } from "../context.ts";
import { keyLabel } from "../keys/labels.ts";

/** A command as an icon; gone while its `when` forbids it. */
export function ActionButton({ command: id }: { readonly command: string }) {
  const t = useWords();
  const workbench = useWorkbench();
  const state = useStore(workbench.state);
  const command = workbench.command(id);
  if (!command.icon || !(command.when?.(state) ?? true)) return null;
  const keys = workbench.keysOf(id);
  return (
    <IconButton
      icon={command.icon}
      label={t(command.title)}
      keys={keys && keyLabel(keys, t)}
      {...(command.toggled ? { "aria-pressed": command.toggled(state) } : {})}
      onClick={() => workbench.run(id)}
    />
  );
}
