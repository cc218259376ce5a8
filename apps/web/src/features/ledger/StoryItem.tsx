import { useWords } from "../../base/i18n.ts";
import { StatusButton } from "../../workbench/parts/StatusButton.tsx";

/** From a conversation to all that was done about it. */
export function StoryItem() {
  const t = useWords();
  return (
    <StatusButton icon="history" label={t(($) => $.ledger.commands.show)} command="ledger.show">
      {t(($) => $.ledger.short)}
    </StatusButton>
  );
}
