import { useWords, words } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";
import { useStore } from "../../../base/store.ts";
import { fullTime, timeOfDay } from "../../../base/times.ts";
import { MessageTranslation } from "../machine/MessageTranslation.tsx";
import type { Conversation, Message, OpenConversation } from "../open-conversation.ts";
import { HiddenNotice } from "./HiddenNotice.tsx";
import { hiddenParts } from "./hidden-parts.ts";

interface MessageProps {
  readonly message: Message;
  readonly conversation: Conversation;
}

/** One message as it stands on the platform: in its own language and direction, whatever the page's are. */
export function MessageView({
  message,
  conversation,
  open,
}: MessageProps & { readonly open: OpenConversation }) {
  const { language, direction, deletedAt } = message;
  const revealed = useStore(open.revealed).get(message.id);
  return (
    <article className={`message message--${direction}`} data-deleted={deletedAt !== null}>
      <Meta message={message} conversation={conversation} />
      {deletedAt ? (
        <Deleted at={deletedAt} />
      ) : (
        <p className="message__body" dir="auto" {...(language ? { lang: language } : {})}>
          {revealed ?? hiddenParts(message).map((part) => <Part key={part.start} part={part} />)}
        </p>
      )}
      <MessageTranslation message={message} conversation={conversation} />
      {message.hidden.length > 0 && !deletedAt && (
        <HiddenNotice {...{ message, conversation, open }} revealed={revealed !== undefined} />
      )}
    </article>
  );
}

/** Words, or a stretch that stands for personal data. */
function Part({ part: { text, entity } }: { readonly part: ReturnType<typeof hiddenParts>[number] }) {
  const t = useWords();
  if (!entity) return text;
  return (
    <mark className="message__hidden" title={t(($) => $.conversation.hidden.part)}>
      {text}
    </mark>
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
