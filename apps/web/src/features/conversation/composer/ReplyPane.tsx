import { useStore } from "../../../base/store.ts";
import { useWorkbenchState } from "../../../workbench/context.ts";
import type { Conversation, OpenConversation } from "../open-conversation.ts";
import { NoteComposer } from "./NoteComposer.tsx";
import { ReplyComposer } from "./ReplyComposer.tsx";

interface ReplyPaneProps {
  readonly open: OpenConversation;
  readonly conversation: Conversation;
}

/** Where one writes: the band above says for whom, louder than anything else. */
export function ReplyPane({ open, conversation }: ReplyPaneProps) {
  const surface = useStore(open.surface);
  const memberId = useWorkbenchState(({ viewer }) => viewer?.id);
  if (!surface || !memberId) return null;
  return surface === "note" ? (
    <NoteComposer key={conversation.id} open={open} conversation={conversation} memberId={memberId} />
  ) : (
    <ReplyComposer
      key={`${conversation.id} ${surface}`}
      {...{ open, conversation, memberId, visibility: surface }}
    />
  );
}
