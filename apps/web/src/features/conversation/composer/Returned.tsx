import { sayCode, useWords } from "../../../base/i18n.ts";
import { Icon } from "../../../ui/Icon.tsx";
import type { Draft } from "../open-conversation.ts";

/** Why a reply has come back: the reviewer's words, or what changed under it. */
export function Returned({ draft }: { readonly draft: Draft }) {
  const t = useWords();
  const { returnedCode, returnedReason, approvals } = draft;
  const decided = approvals.findLast(({ decision }) => decision === "changes_requested");
  const said = returnedReason ?? decided?.reason;
  return (
    <div className="reply__notice reply__notice--warning" role="status">
      <Icon name={draft.state === "changes_requested" ? "law" : "warning"} />
      <div>
        <p>
          {draft.state === "changes_requested"
            ? t(($) => $.conversation.returned.changes, { name: decided?.approver?.name ?? "" })
            : ((returnedCode && sayCode("errors", returnedCode)) ?? t(($) => $.conversation.returned.other))}
        </p>
        {said && (
          <blockquote className="reply__quote" dir="auto">
            {said}
          </blockquote>
        )}
      </div>
    </div>
  );
}
