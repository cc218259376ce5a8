import { useWords, words } from "../../../base/i18n.ts";
import { fullTime, timeOfDay } from "../../../base/times.ts";
import { Icon } from "../../../ui/Icon.tsx";
import type { Note } from "../open-conversation.ts";

/** What a colleague left for the others; the customer never sees it. */
export function NoteView({ note: { body, author, createdAt } }: { readonly note: Note }) {
  const t = useWords();
  const { language } = words.get();
  return (
    <article className="note">
      <header className="note__meta">
        <Icon name="note" />
        <span>{t(($) => $.conversation.note.title)}</span>
        {author && <bdi className="note__author">{author.name}</bdi>}
        <time dateTime={createdAt} title={fullTime(Date.parse(createdAt), language)}>
          {timeOfDay(Date.parse(createdAt), language)}
        </time>
      </header>
      <p className="note__body" dir="auto">
        {body}
      </p>
    </article>
  );
}
