import { useWords, words } from "../../base/i18n.ts";
import { useRovingFocus } from "../../ui/use-roving-focus.ts";
import { countKinds, type Kind, kinds, type LedgerEvent } from "./story.ts";
import "./story-head.css";

interface FilterProps {
  readonly events: readonly LedgerEvent[];
  readonly shown: ReadonlySet<Kind>;
  readonly onChange: (shown: ReadonlySet<Kind>) => void;
}

/** Which kinds of events are shown. */
export function KindFilter({ events, shown, onChange }: FilterProps) {
  const t = useWords();
  const roving = useRovingFocus("horizontal");
  const counts = countKinds(events);
  const number = new Intl.NumberFormat(words.get().language);
  const toggle = (kind: Kind) =>
    onChange(new Set(kinds.filter((one) => (one === kind ? !shown.has(kind) : shown.has(one)))));
  return (
    <div className="kind-filter" role="toolbar" aria-label={t(($) => $.ledger.filter)} {...roving}>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className={`kind-filter__one kind-filter__one--${kind}`}
          aria-pressed={shown.has(kind)}
          onClick={() => toggle(kind)}
        >
          <span className="kind-filter__dot" />
          {t(($) => $.ledger.kinds[kind])}
          <span className="kind-filter__count">{number.format(counts[kind])}</span>
        </button>
      ))}
    </div>
  );
}
