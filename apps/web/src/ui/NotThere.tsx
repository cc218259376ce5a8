import { wordsOfError } from "../base/error-words.ts";
import { useWords } from "../base/i18n.ts";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import "./not-there.css";

interface NotThereProps {
  /** What is ready is about to be drawn in this place. */
  readonly status: "loading" | "ready" | "missing" | "failed";
  /** What to say of something that is gone or was never there; left out where that cannot be. */
  readonly missing?: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** What stands in place of something that is being loaded, cannot be loaded, or is not there. */
export function NotThere({ status, missing, error, onRetry }: NotThereProps) {
  const t = useWords();
  if (status === "loading" || status === "ready")
    return (
      <div className="not-there" role="status">
        <Icon name="loading" />
        <span className="unseen">{t(($) => $.workbench.loading)}</span>
      </div>
    );
  return (
    <div className="not-there" role="alert">
      <Icon name={status === "missing" ? "circle-slash" : "error"} className="not-there__icon" />
      <p>{status === "missing" ? missing : wordsOfError(error)}</p>
      {status === "failed" && (
        <Button icon="refresh" onClick={onRetry}>
          {t(($) => $.workbench.tryAgain)}
        </Button>
      )}
    </div>
  );
}
