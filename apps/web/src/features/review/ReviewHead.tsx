import { useNow } from "../../base/clock.ts";
import { useWords, words } from "../../base/i18n.ts";
import { languageName } from "../../base/languages.ts";
import { duration, fullTime } from "../../base/times.ts";
import { Icon } from "../../ui/Icon.tsx";
import { ActionButton } from "../../workbench/parts/ActionButton.tsx";
import type { Snapshot } from "./snapshot.ts";
import "./review-head.css";

/** Who is answered, before whom, and since when somebody waits for this decision. */
export function ReviewHead({ snapshot }: { readonly snapshot: Snapshot }) {
  const t = useWords();
  const { conversation, draft } = snapshot;
  const { customer, account, brand, channel, language } = conversation;
  return (
    <header className="review-head">
      <div className="review-head__who">
        <h2 className="review-head__name">
          <bdi>{customer.name ?? `@${customer.handle}`}</bdi>
        </h2>
        <span className={`review-head__visibility review-head__visibility--${draft.visibility}`}>
          <Icon name={draft.visibility === "public" ? "megaphone" : "lock"} />
          {t(($) => $.review.readers[draft.visibility])}
        </span>
        <div className="review-head__actions">
          <ActionButton command="review.conversation" />
          <ActionButton command="ledger.show" />
        </div>
      </div>
      <ul className="review-head__facts">
        <li>
          <bdi>{brand.name}</bdi>
        </li>
        <li>{t(($) => $.review.where[channel], { account: `@${account.handle}` })}</li>
        {language && <li>{t(($) => $.review.customerWrites, { language: languageName(language) })}</li>}
        <Asked draft={draft} />
      </ul>
    </header>
  );
}

function Asked({ draft: { check, state } }: { readonly draft: Snapshot["draft"] }) {
  const t = useWords();
  const now = useNow();
  if (!check) return null;
  const at = Date.parse(check.createdAt);
  const { language } = words.get();
  const time = duration(Math.max(0, now - at), language, "long");
  const name = check.author?.name ?? "";
  return (
    <li title={fullTime(at, language)}>
      {state === "in_review"
        ? t(($) => $.review.askedFor, { name, time })
        : t(($) => $.review.askedBy, { name })}
    </li>
  );
}
