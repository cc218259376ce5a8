import { useEffect } from "react";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { NotThere } from "../../ui/NotThere.tsx";
import { useWorkbench, useWorkbenchState } from "../../workbench/context.ts";
import type { EditorProps } from "../../workbench/pieces.ts";
import { ReplyPane } from "./composer/ReplyPane.tsx";
import { type ConversationFacts, firstSurface, surfacesOf } from "./facts.ts";
import { Head } from "./Head.tsx";
import { machineHelp } from "./machine/machine-help.ts";
import { type Conversation, conversationOf, type OpenConversation } from "./open-conversation.ts";
import { Questions } from "./Questions.tsx";
import { Thread } from "./thread/Thread.tsx";
import { useDrafts } from "./use-drafts.ts";
import "./conversation.css";

/** One conversation: what was said, and the reply being written below it. */
export function ConversationEditor({ editor, active }: EditorProps) {
  const t = useWords();
  const open = conversationOf(editor.id);
  useEffect(() => open.watch(), [open]);
  const { conversation, status, error } = useStore(open.state);
  if (!conversation)
    return (
      <NotThere
        status={status}
        error={error}
        missing={t(($) => $.conversation.missing)}
        onRetry={() => open.load()}
      />
    );
  return <Shown open={open} conversation={conversation} uri={editor.uri} active={active} />;
}

interface ShownProps {
  readonly open: OpenConversation;
  readonly conversation: Conversation;
  readonly uri: string;
  readonly active: boolean;
}

function Shown({ open, conversation, uri, active }: ShownProps) {
  useTold({ open, conversation, uri, active });
  return (
    <div className="conversation" data-conversation={conversation.id}>
      <Head open={open} conversation={conversation} />
      <Thread open={open} conversation={conversation} />
      <ReplyPane open={open} conversation={conversation} />
      {active && <Questions conversationId={conversation.id} />}
    </div>
  );
}

/** Tells the tab its name and state, and commands what they act on. */
function useTold({ open, conversation, uri, active }: ShownProps): void {
  const workbench = useWorkbench();
  const viewerId = useWorkbenchState(({ viewer }) => viewer?.id);
  const surface = useStore(open.surface);
  const { dirty, sendable } = useDrafts(open);
  useEffect(() => {
    if (open.surface.get() === null) open.surface.set(firstSurface(conversation));
  }, [open, conversation]);
  const { customer } = conversation;
  const title = customer.name ?? `@${customer.handle}`;
  useEffect(() => workbench.editors.describe(uri, { title, dirty }), [workbench, uri, title, dirty]);
  useEffect(() => {
    if (active) workbench.tell({ conversation: factsOf(conversation, { viewerId, surface, sendable }) });
  }, [workbench, active, conversation, viewerId, surface, sendable]);
  useEffect(() => {
    if (!active) return undefined;
    return () => workbench.tell({ conversation: null });
  }, [workbench, active]);
}

interface Seen {
  readonly viewerId: string | undefined;
  readonly surface: ConversationFacts["surface"];
  readonly sendable: boolean;
}

function factsOf(conversation: Conversation, { viewerId, surface, sendable }: Seen): ConversationFacts {
  const { id, state, waitingSince, assignee, abilities, linked } = conversation;
  return {
    id,
    state,
    waiting: waitingSince !== null,
    mine: assignee !== null && assignee.id === viewerId,
    assigned: assignee !== null,
    mayWork: abilities.includes("conversation.work"),
    mayWrite: abilities.includes("reply.write"),
    linkedId: linked?.id ?? null,
    surface,
    surfaces: surfacesOf(conversation),
    sendable,
    machine: machineHelp(conversation),
  };
}
