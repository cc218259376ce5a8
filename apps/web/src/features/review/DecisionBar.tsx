import { useEffect, useId, useRef } from "react";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useWorkbench, useWorkbenchState } from "../../workbench/context.ts";
import { keyLabel } from "../../workbench/keys/labels.ts";
import type { OpenReview, ShownReview } from "./open-review.ts";
import { obstacle } from "./snapshot.ts";
import "./decision-bar.css";

/** Yes, or back with a reason. Gone when there is nothing to decide. */
export function DecisionBar({ open, reviewing, seen }: ShownReview) {
  const t = useWords();
  const viewerId = useWorkbenchState(({ viewer }) => viewer?.id);
  const asking = useStore(open.reason) !== null;
  const stopped = obstacle(seen, viewerId);
  if (stopped === "state") return null;
  if (stopped)
    return (
      <footer className="decision decision--stopped">
        <Icon name={stopped === "own" ? "account" : "lock"} />
        <p>{t(($) => $.review.obstacle[stopped])}</p>
      </footer>
    );
  const held = reviewing.differences.length > 0;
  return (
    <footer className="decision">
      {asking && <Reason open={open} />}
      {held && <p className="decision__held">{t(($) => $.review.heldByNews)}</p>}
      <div className="decision__buttons">
        {asking ? (
          <>
            <CommandButton command="review.sendBack" look="primary" disabled={held || reviewing.busy} />
            <Button onClick={() => open.reason.set(null)}>{t(($) => $.review.commands.cancel)}</Button>
          </>
        ) : (
          <>
            <CommandButton command="review.approve" look="primary" disabled={held || reviewing.busy} />
            <CommandButton command="review.requestChanges" look="plain" disabled={held || reviewing.busy} />
          </>
        )}
      </div>
    </footer>
  );
}

interface CommandButtonProps {
  readonly command: string;
  readonly look: "primary" | "plain";
  readonly disabled: boolean;
}

function CommandButton({ command: id, look, disabled }: CommandButtonProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const { title, icon } = workbench.command(id);
  const keys = workbench.keysOf(id);
  return (
    <Button
      look={look}
      disabled={disabled}
      {...(icon ? { icon } : {})}
      onClick={() => void workbench.run(id)}
    >
      {t(title)}
      {keys && (
        <span aria-hidden="true">
          <kbd className="decision__keys">{keyLabel(keys, t)}</kbd>
        </span>
      )}
    </Button>
  );
}

/** Why it goes back; its author reads it beside the text. */
function Reason({ open }: { readonly open: OpenReview }) {
  const t = useWords();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="decision__reason">
      <label className="decision__label" htmlFor={id}>
        {t(($) => $.review.reason)}
      </label>
      <textarea
        ref={box}
        id={id}
        className="field decision__text"
        rows={3}
        dir="auto"
        required
        placeholder={t(($) => $.review.reasonHint)}
        defaultValue={open.reason.get() ?? ""}
        onChange={(event) => open.reason.set(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && open.reason.set(null)}
      />
    </div>
  );
}
