import { wordsOfError } from "../../../base/error-words.ts";
import { useWords, words } from "../../../base/i18n.ts";
import { useSelected } from "../../../base/store.ts";
import { timeOfDay } from "../../../base/times.ts";
import { Icon } from "../../../ui/Icon.tsx";
import type { IconName } from "../../../ui/icon-names.ts";
import type { DraftKeeper, Keeping } from "../draft/draft-keeper.ts";

const icons: Readonly<Record<Keeping, IconName>> = {
  kept: "check",
  waiting: "circle-filled",
  saving: "sync",
  unreachable: "debug-disconnect",
  refused: "error",
};

/** Whether the server has everything that was typed. Said aloud only when something is wrong. */
export function KeepingState({ keeper }: { readonly keeper: DraftKeeper }) {
  const t = useWords();
  const keeping = useSelected(keeper.state, (kept) => kept.keeping);
  const base = useSelected(keeper.state, (kept) => kept.base);
  const error = useSelected(keeper.state, (kept) => kept.error);
  if (keeping === "kept" && !base) return null;
  const text = t(($) => $.conversation.keeping[keeping], {
    time: base ? timeOfDay(Date.parse(base.createdAt), words.get().language) : "",
  });
  const wrong = keeping === "unreachable" || keeping === "refused";
  return (
    <span className={`keeping keeping--${keeping}`} {...(wrong ? { role: "alert" } : {})}>
      <Icon name={icons[keeping]} />
      <span className="keeping__text">{text}</span>
      {keeping === "refused" && <span>{wordsOfError(error)}</span>}
      {wrong && (
        <button
          type="button"
          className="keeping__again"
          onClick={() => void keeper.flush().catch(() => undefined)}
        >
          {t(($) => $.workbench.tryAgain)}
        </button>
      )}
    </span>
  );
}
