import { useWords, words } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";
import { fullTime, timeOfDay } from "../../../base/times.ts";
import type { Conversation, Message } from "../open-conversation.ts";

interface MessageProps {
  readonly message: Message;
  readonly conversation: Conversation;
}

/** One message as it stands on the platform: in its own language and direction, whatever the page's are. */
export function MessageView({ message, conversation }: MessageProps) {
  const { body, language, direction, deletedAt } = message;
  return (
    <article className={`message message--${direction}`} data-deleted={deletedAt !== null}>
      <Meta message={message} conversation={conversation} />
      {deletedAt ? (
        <Deleted at={deletedAt} />
      ) : (
        <p className="message__body" dir="auto" {...(language ? { lang: language } : {})}>
          {body}
        </p>
      )}
    </article>
  );
}

function Meta({ message, conversation }: MessageProps) {
  const t = useWords();
  const { at, authorHandle, direction, editedAt, deletedAt, language } = message;
  const { customer, account } = conversation;
  const said = words.get().language;
  const name = direction === "outbound" ? account.name : (customer.name ?? `@${authorHandle}`);
  return (
    <header className="message__meta">
      <bdi className="message__author">{name}</bdi>
      <time dateTime={at} title={fullTime(Date.parse(at), said)}>
        {timeOfDay(Date.parse(at), said)}
      </time>
      {language && language !== conversation.language && <span>{languageName(language)}</span>}
      {editedAt && !deletedAt && (
        <span className="message__mark" title={fullTime(Date.parse(editedAt), said)}>
          {t(($) => $.conversation.message.edited)}
        </span>
      )}
    </header>
  );
}

function Deleted({ at }: { readonly at: string }) {
  const t = useWords();
  return (
    <p className="message__gone">
      {t(($) => $.conversation.message.deleted, { time: fullTime(Date.parse(at), words.get().language) })}
    </p>
  );
}
