import { useEffect } from "react";
import { useNow } from "../../../base/clock.ts";
import { wordsOfError } from "../../../base/error-words.ts";
import { useWords, words } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { shortTime } from "../../../base/times.ts";
import { Icon } from "../../../ui/Icon.tsx";
import type { IconName } from "../../../ui/icon-names.ts";
import { useRovingFocus } from "../../../ui/use-roving-focus.ts";
import { useWorkbench } from "../../../workbench/context.ts";
import { conversationOf } from "../open-conversation.ts";
import { loadDrafts, type MyDraft, myDrafts } from "./my-drafts.ts";
import "./drafts-view.css";

/** The member's own replies that have not gone out. */
export function DraftsView() {
  const t = useWords();
  const known = useStore(myDrafts);
  const roving = useRovingFocus("vertical");
  useEffect(() => void loadDrafts(), []);
  if (!known) return null;
  if (known.error !== null)
    return (
      <p className="drafts__none" role="alert">
        {wordsOfError(known.error)}
      </p>
    );
  if (known.drafts.length === 0)
    return <p className="drafts__none">{t(($) => $.conversation.drafts.none)}</p>;
  return (
    <div className="drafts" {...roving}>
      {known.drafts.map((draft) => (
        <DraftLine key={draft.id} draft={draft} />
      ))}
    </div>
  );
}

const icons: Readonly<Record<MyDraft["state"], IconName>> = {
  open: "edit",
  changes_requested: "law",
  in_review: "law",
  queued: "send",
  sent: "check",
  discarded: "trash",
};

function DraftLine({ draft }: { readonly draft: MyDraft }) {
  const t = useWords();
  const workbench = useWorkbench();
  const now = useNow();
  const { conversation, head, visibility, state, updatedAt, returnedCode } = draft;
  const { customer } = conversation;
  const returned = state === "changes_requested" || returnedCode !== null;
  const show = () => {
    conversationOf(conversation.id).surface.set(visibility);
    workbench.editors.show(`conversation:${conversation.id}`);
  };
  return (
    <button type="button" className={`drafts__one drafts__one--${visibility}`} onClick={show}>
      <span className="drafts__head">
        <Icon name={returned ? "warning" : icons[state]} />
        <bdi className="drafts__name">{customer.name ?? `@${customer.handle}`}</bdi>
        <time className="drafts__time" dateTime={updatedAt}>
          {shortTime(Date.parse(updatedAt), now, words.get().language)}
        </time>
      </span>
      <span className="drafts__text" dir="auto" {...(head?.language ? { lang: head.language } : {})}>
        {head?.body}
      </span>
      <span className="drafts__facts">
        <span className="drafts__visibility">{t(($) => $.conversation.visibility[visibility])}</span>
        {returned && <span>{t(($) => $.conversation.drafts.returned)}</span>}
        {state === "in_review" && <span>{t(($) => $.conversation.drafts.inReview)}</span>}
      </span>
    </button>
  );
}
