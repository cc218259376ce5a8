import { useWords } from "../../../base/i18n.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import type { Conversation, Message, OpenConversation } from "../open-conversation.ts";
import { remindOfGuideline } from "../template/insert-template.ts";
import { revealMessage } from "../work.ts";

interface NoticeProps {
  readonly message: Message;
  readonly conversation: Conversation;
  readonly open: OpenConversation;
  readonly revealed: boolean;
}

/** Says that something is masked, shows it for a purpose, and offers to remind the customer of the brand's rules. */
export function HiddenNotice({ message, conversation, open, revealed }: NoticeProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const inPublic = message.direction === "inbound" && conversation.visibility === "public";
  const attempt = (work: Promise<void>) => void work.catch((error: unknown) => workbench.fail(error));
  return (
    <p className="message__notice">
      <Icon name={revealed ? "eye" : "eye-closed"} />
      <span>
        {revealed ? t(($) => $.conversation.hidden.revealed) : t(($) => $.conversation.hidden.masked)}
      </span>
      {revealed ? (
        <button type="button" className="message__way" onClick={() => open.hide(message.id)}>
          {t(($) => $.conversation.hidden.hide)}
        </button>
      ) : (
        conversation.abilities.includes("customer.reveal") && (
          <button
            type="button"
            className="message__way"
            onClick={() => attempt(revealMessage(workbench, open, message.id))}
          >
            {t(($) => $.conversation.hidden.reveal)}
          </button>
        )
      )}
      {inPublic && conversation.abilities.includes("reply.write") && (
        <button
          type="button"
          className="message__way"
          onClick={() => attempt(remindOfGuideline(workbench, open))}
        >
          {t(($) => $.conversation.hidden.remind)}
        </button>
      )}
    </p>
  );
}
