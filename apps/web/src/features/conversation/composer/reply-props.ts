import type { Visibility } from "../draft/unsaved.ts";
import type { Conversation, OpenConversation } from "../open-conversation.ts";

/** A reply: where it is written, by whom, and who will read it. */
export interface ReplyProps {
  readonly open: OpenConversation;
  readonly conversation: Conversation;
  readonly memberId: string;
  readonly visibility: Visibility;
}
