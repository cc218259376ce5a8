import { type ReactNode, useLayoutEffect, useMemo, useRef } from "react";
import { useNow } from "../../../base/clock.ts";
import { useWords, words } from "../../../base/i18n.ts";
import { dayName } from "../../../base/times.ts";
import { ReplyUnderWay } from "../delivery/ReplyUnderWay.tsx";
import type { Conversation, OpenConversation } from "../open-conversation.ts";
import { MessageView } from "./MessageView.tsx";
import { NoteView } from "./NoteView.tsx";
import { type ThreadItem, threadItems } from "./thread-items.ts";
import "./thread.css";

interface ThreadProps {
  readonly open: OpenConversation;
  readonly conversation: Conversation;
}

/** Everything that was said, by the customer, the brand and colleagues, oldest first. */
export function Thread({ open, conversation }: ThreadProps) {
  const t = useWords();
  const items = useMemo(() => threadItems(conversation), [conversation]);
  const box = useStuckToEnd(items);
  return (
    <div
      ref={box}
      className="thread"
      role="log"
      aria-label={t(($) => $.conversation.thread)}
      aria-live="off"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to get into it
      tabIndex={0}
    >
      <ol className="thread__items">
        {items.map((item) => (
          <li key={item.id} className={`thread__item thread__item--${item.kind}`}>
            {viewOf(item, { open, conversation })}
          </li>
        ))}
      </ol>
    </div>
  );
}

function viewOf(item: ThreadItem, { open, conversation }: ThreadProps): ReactNode {
  switch (item.kind) {
    case "day":
      return <Day at={item.at} />;
    case "message":
      return <MessageView message={item.message} conversation={conversation} open={open} />;
    case "note":
      return <NoteView note={item.note} />;
    case "reply":
      return <ReplyUnderWay draft={item.draft} open={open} conversation={conversation} />;
  }
}

function Day({ at }: { readonly at: number }) {
  useWords();
  const now = useNow();
  return <h3 className="thread__day">{dayName(at, now, words.get().language)}</h3>;
}

/** The newest is in sight, and stays so when something comes in, unless one has scrolled up to read. */
function useStuckToEnd(items: readonly ThreadItem[]) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    const thread = box.current;
    if (!thread) return undefined;
    const remember = () => {
      atEnd.current = thread.scrollHeight - thread.scrollTop - thread.clientHeight < 40;
    };
    const stick = () => {
      if (atEnd.current) thread.scrollTop = thread.scrollHeight;
    };
    const size = new ResizeObserver(stick);
    size.observe(thread);
    thread.addEventListener("scroll", remember, { passive: true });
    return () => {
      size.disconnect();
      thread.removeEventListener("scroll", remember);
    };
  }, []);
  useLayoutEffect(() => {
    const thread = box.current;
    if (thread && items.length > 0 && atEnd.current) thread.scrollTop = thread.scrollHeight;
  }, [items]);
  return box;
}
