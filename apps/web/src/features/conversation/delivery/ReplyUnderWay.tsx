import { useEffect, useState } from "react";
import { useWords } from "../../../base/i18n.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import type { IconName } from "../../../ui/icon-names.ts";
import { useWorkbench } from "../../../workbench/context.ts";
import type { Conversation, Draft, OpenConversation } from "../open-conversation.ts";
import { resolve, undo } from "../reply.ts";
import { type Standing, standingOf } from "./delivery-state.ts";
import "./reply-under-way.css";

interface UnderWayProps {
  readonly draft: Draft;
  readonly open: OpenConversation;
  readonly conversation: Conversation;
}

const icons: Readonly<Record<Standing["kind"], IconName>> = {
  review: "law",
  undoable: "send",
  sending: "loading",
  again: "sync",
  unknown: "question",
  person: "warning",
};

/** A reply that has not arrived yet, where it will stand once it has, and what can be done about it. */
export function ReplyUnderWay({ draft, open, conversation }: UnderWayProps) {
  const t = useWords();
  const standing = standingOf(draft);
  const { head, delivery, visibility } = draft;
  const body = draft.state === "queued" ? (delivery?.body ?? head?.body) : head?.body;
  return (
    <article
      className={`under-way under-way--${standing.kind}`}
      aria-label={t(($) => $.conversation.delivery.label)}
    >
      <header className="message__meta">
        <bdi className="message__author">{delivery?.sender?.name ?? head?.author?.name}</bdi>
        <span className={`under-way__visibility under-way__visibility--${visibility}`}>
          {t(($) => $.conversation.visibility[visibility])}
        </span>
      </header>
      <p className="under-way__body" dir="auto" {...(head?.language ? { lang: head.language } : {})}>
        {body}
      </p>
      <div className="under-way__standing" role="status">
        <Icon name={icons[standing.kind]} />
        <Words standing={standing} account={conversation.account.platform} />
        <Ways standing={standing} open={open} />
      </div>
    </article>
  );
}

function Words({ standing, account }: { readonly standing: Standing; readonly account: string }) {
  const t = useWords();
  const left = useSecondsLeft(standing.kind === "undoable" ? standing.until : null);
  if (standing.kind === "undoable")
    // Seconds are counted for the eye only: read out, they would never end.
    return (
      <>
        <span className="unseen">{t(($) => $.conversation.delivery.leavesSoon)}</span>
        <span aria-hidden="true">
          {left > 0
            ? t(($) => $.conversation.delivery.leaves, { count: left })
            : t(($) => $.conversation.delivery.sending)}
        </span>
      </>
    );
  if (standing.kind === "again")
    return <span>{t(($) => $.conversation.delivery.again, { count: standing.tries })}</span>;
  return <span>{t(($) => $.conversation.delivery[standing.kind], { platform: account })}</span>;
}

function Ways({ standing, open }: { readonly standing: Standing; readonly open: OpenConversation }) {
  const t = useWords();
  const workbench = useWorkbench();
  const left = useSecondsLeft(standing.kind === "undoable" ? standing.until : null);
  const attempt = (work: Promise<void>) => void work.catch((error: unknown) => workbench.fail(error));
  if (standing.kind === "undoable" && left > 0)
    return (
      <Button look="quiet" icon="discard" onClick={() => attempt(undo(open.id, standing.itemId))}>
        {t(($) => $.conversation.send.undo)}
      </Button>
    );
  if (standing.kind !== "person") return null;
  const { itemId } = standing;
  return (
    <>
      <Button icon="check" onClick={() => attempt(resolve(open.id, itemId, true))}>
        {t(($) => $.conversation.delivery.arrived)}
      </Button>
      <Button icon="refresh" onClick={() => attempt(resolve(open.id, itemId, false))}>
        {t(($) => $.conversation.delivery.sendAgain)}
      </Button>
    </>
  );
}

/** Whole seconds until a time, counted down on screen only. */
function useSecondsLeft(until: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [until]);
  return until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
}
