import { useWords, words } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import type { ReplyCheck } from "../check/reply-check.ts";
import "./counter.css";

/** How much of the channel's length is used, as the channel counts. The ring fills; the number stays in the text's way only near the end. */
export function Counter({ check }: { readonly check: ReplyCheck }) {
  const t = useWords();
  const measured = useStore(check.measured);
  if (!measured) return null;
  const { used, limit, fits } = measured;
  const share = Math.min(1, used / limit);
  const number = new Intl.NumberFormat(words.get().language);
  const label = fits
    ? t(($) => $.conversation.length.left, { used: number.format(used), limit: number.format(limit) })
    : t(($) => $.conversation.length.over, { over: number.format(used - limit) });
  const tone = fits ? (share > 0.9 ? "near" : "fine") : "over";
  return (
    <span className={`counter counter--${tone}`} title={label}>
      <svg className="counter__ring" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <circle className="counter__track" cx="10" cy="10" r="8" />
        <circle
          className="counter__used"
          cx="10"
          cy="10"
          r="8"
          pathLength="1"
          strokeDasharray={`${share} 1`}
        />
      </svg>
      <span aria-hidden="true">{fits ? number.format(limit - used) : `−${number.format(used - limit)}`}</span>
      <span className="unseen">{label}</span>
    </span>
  );
}
