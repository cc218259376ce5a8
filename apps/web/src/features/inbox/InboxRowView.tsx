import { memo } from "react";
import { useNow } from "../../base/clock.ts";
import { useWords, words } from "../../base/i18n.ts";
import { languageName } from "../../base/languages.ts";
import { fullTime, shortTime } from "../../base/times.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { IconName } from "../../ui/icon-names.ts";
import { Waited } from "../../ui/Waited.tsx";
import "../../ui/queue-row.css";
import type { InboxRow } from "./inbox-list.ts";
import "./inbox-row.css";

const channelIcons = { comment: "comment", mention: "mention", direct: "mail" } as const satisfies Record<
  InboxRow["channel"],
  IconName
>;

/** Who wrote where, since when they wait, and how it begins. */
export const InboxRowView = memo(function InboxRowView({ row }: { readonly row: InboxRow }) {
  const t = useWords();
  const { customer, visibility, channel, language, preview, account } = row;
  return (
    <div className={`queue-row queue-row--${visibility} inbox-row`} data-waiting={row.waitingSince !== null}>
      <span className="inbox-row__channel" title={t(($) => $.inbox.channelTip[channel])}>
        <Icon name={channelIcons[channel]} />
        <span className="unseen">{t(($) => $.inbox.channelTip[channel])}</span>
      </span>
      <p className="inbox-row__who">
        <bdi className="inbox-row__name">{customer.name ?? customer.handle}</bdi>
        {customer.name && (
          <bdi className="inbox-row__handle" dir="ltr">
            @{customer.handle}
          </bdi>
        )}
      </p>
      <Since row={row} />
      <p className="queue-row__text" dir="auto" {...(language ? { lang: language } : {})}>
        {preview}
      </p>
      <p className="queue-row__facts">
        <span className="queue-row__kind">{t(($) => $.inbox.visibility[visibility])}</span>
        {language && (
          <span className="inbox-row__fact" title={languageName(language)}>
            <span aria-hidden="true" className="inbox-row__tag">
              {language}
            </span>
            <span className="unseen">{languageName(language)}</span>
          </span>
        )}
        <bdi className="inbox-row__fact inbox-row__account" dir="ltr">
          @{account.handle}
        </bdi>
        <State row={row} />
        <Draft row={row} />
        <Assignee row={row} />
      </p>
    </div>
  );
});

/** After this a wait is shown as too late, in milliseconds. */
const TOO_LATE = 24 * 60 * 60_000;

/** How long the customer waits; without an open question, when something was last written. */
function Since({ row: { waitingSince, lastMessageAt } }: { readonly row: InboxRow }) {
  const t = useWords();
  const now = useNow();
  const { language } = words.get();
  if (waitingSince)
    return (
      <Waited since={waitingSince} tooLate={TOO_LATE} say={(time) => t(($) => $.inbox.waitsFor, { time })} />
    );
  const at = Date.parse(lastMessageAt);
  return (
    <time className="waited" dateTime={lastMessageAt} title={fullTime(at, language)}>
      {shortTime(at, now, language)}
    </time>
  );
}

/** Open is what one expects, so only the others are said. */
function State({ row: { state, snoozedUntil } }: { readonly row: InboxRow }) {
  const t = useWords();
  const now = useNow();
  if (state === "open") return null;
  const text =
    state === "snoozed" && snoozedUntil
      ? t(($) => $.inbox.snoozedUntil, {
          time: shortTime(Date.parse(snoozedUntil), now, words.get().language),
        })
      : t(($) => $.inbox.states[state]);
  return <span className="inbox-row__fact">{text}</span>;
}

function Draft({ row: { drafts } }: { readonly row: InboxRow }) {
  const t = useWords();
  const [draft] = drafts;
  if (!draft || draft.state === "sent" || draft.state === "discarded") return null;
  const { state } = draft;
  const icon = state === "in_review" ? "law" : state === "queued" ? "send" : "edit";
  return (
    <span className="inbox-row__fact inbox-row__draft" title={t(($) => $.inbox.draft[state])}>
      <Icon name={icon} />
      <span className="unseen">{t(($) => $.inbox.draft[state])}</span>
    </span>
  );
}

function Assignee({ row: { assignee } }: { readonly row: InboxRow }) {
  const t = useWords();
  if (!assignee) return null;
  return (
    <span className="inbox-row__assignee" title={t(($) => $.inbox.assignedTo, { name: assignee.name })}>
      <span className="unseen">{t(($) => $.inbox.assignedTo, { name: assignee.name })}</span>
      <bdi aria-hidden="true">{assignee.name}</bdi>
    </span>
  );
}
