import { wordsOfError } from "../../base/error-words.ts";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { VirtualList } from "../../ui/VirtualList.tsx";
import { useWorkbench, useWorkbenchState } from "../../workbench/context.ts";
import { useSetting } from "../../workbench/settings.ts";
import { densitySetting } from "../../workbench/themes.ts";
import { ReviewRow } from "./ReviewRow.tsx";
import { addressOf, queue, refreshQueue, type Waiting } from "./review-queue.ts";
import "./review-view.css";

const ROW = { comfortable: 6, compact: 5.5 };

/** Replies that wait for a second person, longest waiting first. */
export function ReviewView() {
  const t = useWords();
  const workbench = useWorkbench();
  const { rows, status, error } = useStore(queue);
  const density = useSetting(workbench.settings, densitySetting);
  const viewerId = useWorkbenchState(({ viewer }) => viewer?.id);
  const selected = useWorkbenchState(({ editor }) =>
    editor?.kind === "review" ? (editor.id.split("/")[1] ?? null) : null,
  );
  if (status === "failed" && rows.length === 0) return <Trouble error={error} />;
  if (rows.length === 0) return status === "loading" ? null : <Empty />;
  return (
    <div className="review-view">
      <VirtualList<Waiting>
        rows={rows}
        keyOf={keyOf}
        label={t(($) => $.review.queue)}
        rowHeight={ROW[density]}
        selected={selected}
        onChoose={(row, how) => workbench.editors.show(addressOf(row), { preview: how === "look" })}
      >
        {(row) => <ReviewRow row={row} viewerId={viewerId} />}
      </VirtualList>
    </div>
  );
}

const keyOf = ({ id }: Waiting): string => id;

function Empty() {
  const t = useWords();
  return (
    <div className="review-view__empty" role="status">
      <Icon name="check-all" className="review-view__empty-icon" />
      <p className="review-view__empty-title">{t(($) => $.review.empty)}</p>
      <p>{t(($) => $.review.emptyText)}</p>
    </div>
  );
}

function Trouble({ error }: { readonly error: unknown }) {
  const t = useWords();
  const viewerId = useWorkbenchState(({ viewer }) => viewer?.id);
  return (
    <div className="review-view__empty" role="alert">
      <p>{wordsOfError(error)}</p>
      <Button icon="refresh" onClick={() => void refreshQueue(viewerId)}>
        {t(($) => $.workbench.tryAgain)}
      </Button>
    </div>
  );
}
