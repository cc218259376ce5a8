import { memo } from "react";
import { useWords } from "../../base/i18n.ts";
import { languageName } from "../../base/languages.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Waited } from "../../ui/Waited.tsx";
import "../../ui/queue-row.css";
import { askedAt, isOwn, type Waiting } from "./review-queue.ts";
import { SeverityCounts } from "./SeverityCounts.tsx";
import "./review-row.css";

const channelIcons = { comment: "comment", mention: "mention", direct: "mail" } as const;

/** After this a wait is shown as too late, in milliseconds. */
const TOO_LATE = 4 * 60 * 60_000;

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
    <div className={`queue-row queue-row--${visibility} review-row`}>
      <Icon name={channelIcons[channel]} />
      <p className="queue-row__title">
        <bdi>{customer.name ?? `@${customer.handle}`}</bdi>
      </p>
      <Waited since={askedAt(row)} tooLate={TOO_LATE} say={(time) => t(($) => $.review.waitsFor, { time })} />
      <p className="queue-row__text" dir="auto" {...(head?.language ? { lang: head.language } : {})}>
        {head?.body}
      </p>
      <p className="queue-row__facts">
        <span className="queue-row__kind">{t(($) => $.review.visibility[visibility])}</span>
        <span className="review-row__brand">
          <bdi>{brand.name}</bdi>
        </span>
        {head?.language && <Language tag={head.language} />}
      </p>
      <p className="queue-row__facts">
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
