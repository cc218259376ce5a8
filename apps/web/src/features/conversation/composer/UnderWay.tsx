import { useWords } from "../../../base/i18n.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import type { Draft } from "../open-conversation.ts";
import { withdraw } from "../reply.ts";
import type { ReplyProps } from "./reply-props.ts";

/** A reply that has been let go of stands in the thread; here one learns that another can follow, or takes it back. */
export function UnderWay({ open, memberId, visibility, draft }: ReplyProps & { readonly draft: Draft }) {
  const t = useWords();
  const workbench = useWorkbench();
  const reviewed = draft.state === "in_review";
  return (
    <div className="reply__notice" role="status">
      <Icon name={reviewed ? "law" : "send"} />
      <p>
        {reviewed ? t(($) => $.conversation.underWay.review) : t(($) => $.conversation.underWay.delivery)}
      </p>
      {reviewed && (
        <Button
          icon="edit"
          onClick={() => withdraw(open, { memberId, visibility }).catch((error) => workbench.fail(error))}
        >
          {t(($) => $.conversation.underWay.edit)}
        </Button>
      )}
    </div>
  );
}
