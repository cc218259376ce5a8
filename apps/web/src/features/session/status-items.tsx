import { useWords } from "../../base/i18n.ts";
import { useWorkbenchState } from "../../workbench/context.ts";
import { StatusButton } from "../../workbench/parts/StatusButton.tsx";

/** Who is signed in. */
export function AccountItem() {
  const t = useWords();
  const name = useWorkbenchState(({ viewer }) => viewer?.name ?? "");
  return (
    <StatusButton icon="account" label={t(($) => $.session.signedInAs, { name })} command="session.account">
      <bdi>{name}</bdi>
    </StatusButton>
  );
}

/** Only there while changes of others do not arrive. */
export function ConnectionItem() {
  const t = useWords();
  return (
    <StatusButton icon="debug-disconnect" label={t(($) => $.session.offlineText)} tone="warning">
      {t(($) => $.session.offline)}
    </StatusButton>
  );
}
