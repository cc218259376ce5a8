import { sayCode, useWords, words } from "../../base/i18n.ts";
import { fullTime } from "../../base/times.ts";
import { TextDiff } from "../../editor/compare/TextDiff.tsx";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useWorkbench } from "../../workbench/context.ts";
import type { ShownReview } from "./open-review.ts";
import type { Snapshot } from "./snapshot.ts";
import "./review-news.css";

/** What happened while one was reading: a refusal, something new, or a decision. */
export function ReviewNews(props: ShownReview) {
  return (
    <div className="review-news" aria-live="polite">
      <Refusal {...props} />
      <Changed {...props} />
      <Outcome snapshot={props.seen} />
    </div>
  );
}

/** Why the last decision was not taken. What has changed is said below it. */
function Refusal({ reviewing: { refused } }: ShownReview) {
  const t = useWords();
  if (refused.length === 0) return null;
  const said = refused.map((code) => sayCode("errors", code) ?? code);
  return (
    <div className="review-news__one review-news__one--error" role="alert">
      <Icon name="error" />
      <p>
        <strong>{t(($) => $.review.refused)}</strong> {said.join(" ")}
      </p>
    </div>
  );
}

function Changed({ reviewing: { differences, seen, latest } }: ShownReview) {
  const t = useWords();
  const workbench = useWorkbench();
  if (differences.length === 0 || !seen || !latest) return null;
  const edited = differences.includes("text");
  return (
    <div className="review-news__one review-news__one--warning">
      <Icon name="warning" />
      <div className="review-news__body">
        <ul className="review-news__list">
          {differences.map((difference) => (
            <li key={difference}>{t(($) => $.review.changed[difference])}</li>
          ))}
        </ul>
        {edited && (
          <div className="review-news__diff">
            <TextDiff
              before={seen.draft.head?.body ?? ""}
              after={latest.draft.head?.body ?? ""}
              language={latest.draft.head?.language ?? "und"}
            />
          </div>
        )}
      </div>
      <Button icon="refresh" onClick={() => void workbench.run("review.showNew")}>
        {t(($) => $.review.commands.showNew)}
      </Button>
    </div>
  );
}

/** What became of a reply that waits no more. */
function Outcome({ snapshot: { draft } }: { readonly snapshot: Snapshot }) {
  const t = useWords();
  if (draft.state === "in_review") return null;
  const last = draft.approvals.at(-1);
  const { delivery, state } = draft;
  const good = state === "queued" || state === "sent";
  const tone =
    delivery?.state === "failed" || delivery?.state === "void" ? "error" : good ? "success" : "info";
  return (
    <div className={`review-news__one review-news__one--${tone}`}>
      <Icon name={tone === "error" ? "error" : good ? "pass-filled" : "info"} />
      <div className="review-news__body">
        <p>
          <strong>{t(($) => $.review.outcome[state])}</strong>
          {delivery && good && <> {t(($) => $.review.delivery[delivery.state])}</>}
        </p>
        {last && <Decided approval={last} />}
        {draft.returnedCode && state === "open" && <p>{sayCode("errors", draft.returnedCode)}</p>}
      </div>
      <NextButton />
    </div>
  );
}

function Decided({ approval }: { readonly approval: Snapshot["draft"]["approvals"][number] }) {
  const t = useWords();
  const at = Date.parse(approval.createdAt);
  return (
    <>
      <p className="review-news__when">
        {t(($) => $.review.decided[approval.decision], {
          name: approval.approver?.name ?? "",
          time: fullTime(at, words.get().language),
        })}
      </p>
      {approval.reason && (
        <blockquote className="review-news__reason" dir="auto">
          {approval.reason}
        </blockquote>
      )}
    </>
  );
}

function NextButton() {
  const t = useWords();
  const workbench = useWorkbench();
  return (
    <Button icon="arrow-right" onClick={() => void workbench.run("review.next")}>
      {t(($) => $.review.commands.next)}
    </Button>
  );
}
