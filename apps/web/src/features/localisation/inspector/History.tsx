import { words as currentWords, useWords } from "../../../base/i18n.ts";
import { fullTime, shortTime } from "../../../base/times.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { type Decision, liveRevision, newest, type Revision } from "../variant/opened.ts";
import { stateName } from "../variant/state-words.ts";
import type { WordedProps } from "../variant/variant-props.ts";
import "./history.css";

/** Every revision, newest first, with who decided what about it and why. */
export function History(props: WordedProps) {
  const t = useWords();
  const revisions = props.opened.variant?.revisions ?? [];
  if (revisions.length === 0) return <p className="history__none">{t(($) => $.localisation.history.none)}</p>;
  return (
    <ol className="history" aria-label={t(($) => $.localisation.inspector.history)}>
      {revisions.map((revision) => (
        <li key={revision.id} className="history__one">
          <One {...props} revision={revision} />
        </li>
      ))}
    </ol>
  );
}

function One({ open, opened, may, revision }: WordedProps & { readonly revision: Revision }) {
  const t = useWords();
  const { n, author, createdAt, decisions, origin, id } = revision;
  const isHead = newest(opened)?.id === id;
  const isLive = liveRevision(opened)?.id === id;
  return (
    <>
      <p className="history__head">
        <strong>{t(($) => $.localisation.changes.revision, { n })}</strong>
        {isLive && <span className="pill pill--live">{stateName("live")}</span>}
        <span className="history__by">
          <bdi>{author?.name ?? t(($) => $.localisation.history.parley)}</bdi>
        </span>
        <Time at={createdAt} />
      </p>
      {origin !== "human" && <p className="history__origin">{originWords(origin, t)}</p>}
      {decisions.map((decision) => (
        <Decided key={decision.id} decision={decision} />
      ))}
      {may.write && !isHead && (
        <Button look="quiet" icon="debug-restart" onClick={() => open.restore(revision)}>
          {t(($) => $.localisation.history.restore)}
        </Button>
      )}
    </>
  );
}

function Decided({ decision }: { readonly decision: Decision }) {
  const t = useWords();
  const { state, actor, createdAt, reason, validFrom, validTo } = decision;
  const { language } = currentWords.get();
  return (
    <div className="history__decision">
      <p className="history__line">
        <Icon name="git-commit" />
        <span>
          {stateName(state)} · <bdi>{actor?.name ?? t(($) => $.localisation.history.parley)}</bdi>
        </span>
        <Time at={createdAt} />
      </p>
      {reason && (
        <p className="history__reason" dir="auto">
          {reason}
        </p>
      )}
      {validTo && (
        <p className="history__window">
          {t(($) => $.localisation.history.window, {
            from: fullTime(Date.parse(validFrom ?? createdAt), language),
            to: fullTime(Date.parse(validTo), language),
          })}
        </p>
      )}
    </div>
  );
}

function Time({ at }: { readonly at: string }) {
  const { language } = currentWords.get();
  const moment = Date.parse(at);
  return (
    <time className="history__time" dateTime={at} title={fullTime(moment, language)}>
      {shortTime(moment, Date.now(), language)}
    </time>
  );
}

function originWords(origin: string, t: ReturnType<typeof useWords>): string {
  return origin === "mt" || origin === "llm" || origin === "import" || origin === "starter"
    ? t(($) => $.localisation.origin[origin])
    : origin;
}
