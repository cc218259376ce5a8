import { memo } from "react";
import { useNow } from "../../base/clock.ts";
import { useWords, words } from "../../base/i18n.ts";
import { languageName } from "../../base/languages.ts";
import { duration, fullTime } from "../../base/times.ts";
import { Icon } from "../../ui/Icon.tsx";
import { askedAt, isOwn, type Waiting } from "./review-queue.ts";
import { SeverityCounts } from "./SeverityCounts.tsx";
import "./review-row.css";

const channelIcons = { comment: "comment", mention: "mention", direct: "mail" } as const;

interface RowProps {
  readonly row: Waiting;
  readonly viewerId: string | undefined;
}

/** Who is answered, since when the reply waits, how it begins, how risky it is, and who asked. */
export const ReviewRow = memo(function ReviewRow({ row, viewerId }: RowProps) {
  const t = useWords();
  const { conversation, head, visibility, check } = row;
  const { customer, channel, brand } = conversation;
  const overridden = new Set(check?.overrides.map(({ findingId }) => findingId));
  return (
    <div className={`review-row review-row--${visibility}`}>
      <span className="review-row__channel">
        <Icon name={channelIcons[channel]} />
      </span>
      <p className="review-row__who">
        <bdi>{customer.name ?? `@${customer.handle}`}</bdi>
      </p>
      <Since row={row} />
      <p className="review-row__text" dir="auto" {...(head?.language ? { lang: head.language } : {})}>
        {head?.body}
      </p>
      <p className="review-row__facts">
        <span className="review-row__visibility">{t(($) => $.review.visibility[visibility])}</span>
        <span className="review-row__brand">
          <bdi>{brand.name}</bdi>
        </span>
        {head?.language && <Language tag={head.language} />}
      </p>
      <p className="review-row__facts">
        <SeverityCounts findings={check?.findings ?? []} overridden={overridden} />
        {isOwn(row, viewerId) ? (
          <span className="review-row__own" title={t(($) => $.review.obstacle.own)}>
            {t(($) => $.review.own)}
          </span>
        ) : (
          <span
            className="review-row__by"
            title={t(($) => $.review.askedBy, { name: check?.author?.name ?? "" })}
          >
            <bdi>{check?.author?.name}</bdi>
          </span>
        )}
      </p>
    </div>
  );
});

function Language({ tag }: { readonly tag: string }) {
  return (
    <span title={languageName(tag)}>
      <span aria-hidden="true">{tag}</span>
      <span className="unseen">{languageName(tag)}</span>
    </span>
  );
}

/** After these the wait is shown as late, then as too late, in milliseconds. */
const LATE = 15 * 60_000;
const TOO_LATE = 4 * 60 * 60_000;

function Since({ row }: { readonly row: Waiting }) {
  const t = useWords();
  const now = useNow();
  const { language } = words.get();
  const at = Date.parse(askedAt(row));
  const waited = Math.max(0, now - at);
  const how = waited >= TOO_LATE ? "too-late" : waited >= LATE ? "late" : "fresh";
  return (
    <time
      className={`review-row__since review-row__since--${how}`}
      dateTime={askedAt(row)}
      title={fullTime(at, language)}
    >
      <Icon name="clockface" />
      <span aria-hidden="true">{duration(waited, language)}</span>
      <span className="unseen">
        {t(($) => $.review.waitsFor, { time: duration(waited, language, "long") })}
      </span>
    </time>
  );
}
