import { type ReactNode, useLayoutEffect, useMemo, useRef } from "react";
import { useNow } from "../../base/clock.ts";
import { useWords, words } from "../../base/i18n.ts";
import { fullTime, shortTime } from "../../base/times.ts";
import { Icon } from "../../ui/Icon.tsx";
import { type Conversation, type Message, newSince, type Snapshot } from "./snapshot.ts";
import "./customer-thread.css";

/** What was said before, oldest first; what came after the reply was asked about stands out. */
export function CustomerThread({ snapshot: { conversation, draft } }: { readonly snapshot: Snapshot }) {
  const t = useWords();
  const box = useEnd(conversation.messages.length);
  const fresh = useMemo(
    () =>
      newSince(conversation.messages, draft.state === "in_review" ? (draft.check?.createdAt ?? null) : null),
    [conversation.messages, draft],
  );
  return (
    <section
      ref={box}
      className="customer-thread"
      aria-label={t(($) => $.review.thread)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to get into it
      tabIndex={0}
    >
      <ol className="customer-thread__items">
        {itemsOf(conversation).map((item) => (
          <li key={item.id}>
            {item.message ? (
              <Said message={item.message} conversation={conversation} isNew={fresh.has(item.id)} />
            ) : (
              item.note
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface Item {
  readonly id: string;
  readonly at: number;
  readonly message: Message | null;
  readonly note: ReactNode;
}

function itemsOf({ messages, notes }: Conversation): readonly Item[] {
  const said = messages.map(
    (message): Item => ({ id: message.id, at: Date.parse(message.at), message, note: null }),
  );
  const noted = notes.map(
    (note): Item => ({
      id: note.id,
      at: Date.parse(note.createdAt),
      message: null,
      note: <Noted note={note} />,
    }),
  );
  return [...said, ...noted].toSorted((a, b) => a.at - b.at);
}

interface SaidProps {
  readonly message: Message;
  readonly conversation: Conversation;
  readonly isNew: boolean;
}

function Said({ message, conversation, isNew }: SaidProps) {
  const t = useWords();
  const now = useNow();
  const { language } = words.get();
  const { body, direction, at, editedAt, deletedAt } = message;
  const { customer, account } = conversation;
  const name = direction === "outbound" ? account.name : (customer.name ?? `@${message.authorHandle}`);
  return (
    <article className={`said said--${direction}`} data-new={isNew}>
      <header className="said__meta">
        <bdi className="said__author">{name}</bdi>
        <time dateTime={at} title={fullTime(Date.parse(at), language)}>
          {shortTime(Date.parse(at), now, language)}
        </time>
        {editedAt && !deletedAt && <span>{t(($) => $.review.edited)}</span>}
        {isNew && <strong className="said__new">{t(($) => $.review.newSince)}</strong>}
      </header>
      {deletedAt ? (
        <p className="said__gone">{t(($) => $.review.deleted)}</p>
      ) : (
        <p className="said__body" dir="auto" {...(message.language ? { lang: message.language } : {})}>
          {body}
        </p>
      )}
    </article>
  );
}

function Noted({ note: { body, author } }: { readonly note: Conversation["notes"][number] }) {
  const t = useWords();
  return (
    <article className="said said--note">
      <header className="said__meta">
        <Icon name="note" />
        <span>{t(($) => $.review.note)}</span>
        <bdi className="said__author">{author?.name}</bdi>
      </header>
      <p className="said__body" dir="auto">
        {body}
      </p>
    </article>
  );
}

/** The newest is in sight. */
function useEnd(count: number) {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (box.current && count > 0) box.current.scrollTop = box.current.scrollHeight;
  }, [count]);
  return box;
}
