import { useEffect } from "react";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { NotThere } from "../../ui/NotThere.tsx";
import { useWorkbench, useWorkbenchState } from "../../workbench/context.ts";
import type { EditorProps } from "../../workbench/pieces.ts";
import { CustomerThread } from "./CustomerThread.tsx";
import { DecisionBar } from "./DecisionBar.tsx";
import { type OpenReview, type Reviewing, reviewOf, type ShownReview } from "./open-review.ts";
import { ReviewedReply } from "./ReviewedReply.tsx";
import { ReviewHead } from "./ReviewHead.tsx";
import { ReviewNews } from "./ReviewNews.tsx";
import { obstacle } from "./snapshot.ts";
import "./review-editor.css";

/** A reply under review beside what the customer wrote, with all a decision needs. */
export function ReviewEditor({ editor, active }: EditorProps) {
  const t = useWords();
  const open = reviewOf(editor.id);
  useEffect(() => open.watch(), [open]);
  const reviewing = useStore(open.state);
  useTold({ open, reviewing, uri: editor.uri, active });
  if (!reviewing.seen)
    return (
      <NotThere
        status={reviewing.status}
        error={reviewing.error}
        missing={t(($) => $.review.missing)}
        onRetry={() => void open.load()}
      />
    );
  return <Shown open={open} reviewing={reviewing} seen={reviewing.seen} />;
}

function Shown(props: ShownReview) {
  const { seen } = props;
  return (
    <div className="review" data-visibility={seen.draft.visibility}>
      <ReviewHead snapshot={seen} />
      <ReviewNews {...props} />
      <div className="review__sides">
        <CustomerThread snapshot={seen} />
        <ReviewedReply snapshot={seen} before={props.reviewing.before} />
      </div>
      <DecisionBar {...props} />
    </div>
  );
}

interface Telling {
  readonly open: OpenReview;
  readonly reviewing: Reviewing;
  readonly uri: string;
  readonly active: boolean;
}

/** Tells the tab its name, and commands what they may do. */
function useTold({ open, reviewing, uri, active }: Telling): void {
  const t = useWords();
  const workbench = useWorkbench();
  const viewerId = useWorkbenchState(({ viewer }) => viewer?.id);
  const asking = useStore(open.reason) !== null;
  const { seen, differences, busy } = reviewing;
  const customer = seen?.conversation.customer;
  const title = customer && t(($) => $.review.tab, { name: customer.name ?? `@${customer.handle}` });
  useEffect(() => {
    if (title) workbench.editors.describe(uri, { title });
  }, [workbench, uri, title]);
  const changed = differences.length > 0;
  const mayDecide = seen !== null && !busy && !changed && obstacle(seen, viewerId) === null;
  useEffect(() => {
    if (!active) return undefined;
    workbench.tell({ review: { conversationId: open.conversationId, mayDecide, asking, changed } });
    return () => workbench.tell({ review: null });
  }, [workbench, active, open, mayDecide, asking, changed]);
}
