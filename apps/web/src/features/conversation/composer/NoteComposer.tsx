import { useEffect, useState } from "react";
import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { Button } from "../../../ui/Button.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import { keyLabel } from "../../../workbench/keys/labels.ts";
import { noteOf } from "../note.ts";
import type { Conversation, OpenConversation } from "../open-conversation.ts";
import { ReplyFrame } from "./ReplyFrame.tsx";

interface NoteProps {
  readonly open: OpenConversation;
  readonly conversation: Conversation;
  readonly memberId: string;
}

/** A note for colleagues. What is typed stays in this browser until it is left. */
export function NoteComposer({ open, conversation, memberId }: NoteProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const [note] = useState(() => noteOf({ memberId, conversationId: conversation.id }));
  const text = useStore(note.text);
  useEffect(() => note.restore(), [note]);
  return (
    <ReplyFrame open={open} conversation={conversation} surface="note">
      <textarea
        className="reply__note"
        aria-label={t(($) => $.conversation.surface.note.title)}
        placeholder={t(($) => $.conversation.note.placeholder)}
        // Empty, it has the page's direction, as its hint has.
        dir={text === "" ? undefined : "auto"}
        rows={3}
        value={text}
        data-autofocus
        onChange={(event) => note.type(event.target.value)}
      />
      <div className="reply__foot">
        <span className="reply__gap" />
        <Button
          look="primary"
          icon="note"
          disabled={text.trim() === ""}
          title={keyLabel(workbench.keysOf("reply.send") ?? "mod+enter", t)}
          onClick={() => workbench.run("reply.send")}
        >
          {t(($) => $.conversation.note.add)}
        </Button>
      </div>
    </ReplyFrame>
  );
}
