import { useWords, words } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { useRovingFocus } from "../../ui/use-roving-focus.ts";
import { counts, question } from "./inbox.ts";
import { presets } from "./question.ts";

/** The four beginnings, each with how many conversations it has. */
export function Presets() {
  const t = useWords();
  const asked = useStore(question);
  const known = useStore(counts);
  const roving = useRovingFocus("horizontal");
  return (
    <div className="presets" role="toolbar" aria-label={t(($) => $.inbox.presets.label)} {...roving}>
      {presets.map((preset) => (
        <button
          key={preset}
          type="button"
          className="presets__one"
          aria-pressed={asked.preset === preset}
          onClick={() => question.update((now) => ({ ...now, preset }))}
        >
          {t(($) => $.inbox.presets[preset])}
          {known && <span className="presets__count">{short(known[preset])}</span>}
        </button>
      ))}
    </div>
  );
}

/** The server counts to a thousand. */
const short = (count: number): string => (count >= 1000 ? `${number(999)}+` : number(count));

const number = (count: number): string => new Intl.NumberFormat(words.get().language).format(count);
