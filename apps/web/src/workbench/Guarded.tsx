import { Component, type ReactNode, Suspense } from "react";
import { wordsOfError } from "../base/error-words.ts";
import { useWords } from "../base/i18n.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import "./guarded.css";

interface State {
  readonly error: unknown;
}

/** What a feature shows, kept from taking the window down with it: a throw becomes a card in its place. */
export class Guarded extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override componentDidCatch(error: unknown): void {
    reportError(error);
  }

  override render(): ReactNode {
    return this.state.error === null ? (
      <Suspense fallback={<Waiting />}>{this.props.children}</Suspense>
    ) : (
      <ErrorCard error={this.state.error} onRetry={() => this.setState({ error: null })} />
    );
  }
}

function Waiting() {
  const t = useWords();
  return (
    <div className="waiting" role="status">
      <Icon name="loading" />
      <span>{t(($) => $.workbench.loading)}</span>
    </div>
  );
}

function ErrorCard({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useWords();
  return (
    <div className="error-card" role="alert">
      <Icon name="error" className="error-card__icon" />
      <h2 className="error-card__title">{t(($) => $.workbench.viewFailed)}</h2>
      <p className="error-card__text">{t(($) => $.workbench.viewFailedText)}</p>
      <pre className="error-card__reason" dir="auto">
        {wordsOfError(error)}
      </pre>
      <Button icon="refresh" onClick={onRetry}>
        {t(($) => $.workbench.tryAgain)}
      </Button>
    </div>
  );
}
