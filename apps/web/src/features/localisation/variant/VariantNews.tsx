import { useState } from "react";
import { sayCode, useWords } from "../../../base/i18n.ts";
import { TextDiff } from "../../../editor/compare/TextDiff.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import type { IconName } from "../../../ui/icon-names.ts";
import { chosenTab } from "../inspector/tabs.ts";
import { CommandButton } from "./CommandButton.tsx";
import type { OpenVariant } from "./open-variant.ts";
import { newest, type Opened, type Refusal, type Revision, stalenessOf } from "./opened.ts";
import type { WordedProps } from "./variant-props.ts";
import { readable, type VariantWords, wordsOf } from "./words.ts";
import "./variant-news.css";

/** What has happened that the member should know before they go on. */
export function VariantNews(props: WordedProps) {
  const { open, opened, words } = props;
  const t = useWords();
  const { conflict, refused, setAside, variant } = opened;
  return (
    <div className="variant-news">
      {refused.map((refusal) => (
        <Refused key={refusal.code} refusal={refusal} />
      ))}
      {conflict && <Conflict open={open} mine={words} theirs={conflict} locale={open.address.locale} />}
      {setAside && (
        <News kind="info" icon="save" text={t(($) => $.localisation.conflict.aside)}>
          <Button onClick={() => open.bringBack()}>{t(($) => $.localisation.conflict.bringBack)}</Button>
        </News>
      )}
      {variant?.absentReason != null && (
        <News
          kind="info"
          icon="circle-slash"
          text={t(($) => $.localisation.news.absent)}
          quote={variant.absentReason}
        >
          <CommandButton command="variant.expect" />
        </News>
      )}
      <Rejected opened={opened} />
      <Stale opened={opened} />
    </div>
  );
}

interface NewsProps {
  readonly kind: "info" | "warning" | "error";
  readonly icon: IconName;
  readonly text: string;
  /** What a person wrote. */
  readonly quote?: string;
  readonly children?: React.ReactNode;
}

function News({ kind, icon, text, quote, children }: NewsProps) {
  return (
    <div
      className={`variant-news__one variant-news__one--${kind}`}
      role={kind === "error" ? "alert" : "status"}
    >
      <Icon name={icon} />
      <p className="variant-news__text">
        {text}
        {quote && (
          <bdi className="variant-news__quote" dir="auto">
            {quote}
          </bdi>
        )}
      </p>
      {children && <div className="variant-news__actions">{children}</div>}
    </div>
  );
}

/** Why the server would not, and what helps. */
function Refused({ refusal: { code, details } }: { readonly refusal: Refusal }) {
  const t = useWords();
  const findings: readonly { readonly severity?: unknown }[] = Array.isArray(details.findings)
    ? details.findings
    : [];
  const count = findings.length;
  // Warnings need no other text, only somebody who answers for them.
  const onlyWarnings = count > 0 && findings.every(({ severity }) => severity === "warning");
  const said = [onlyWarnings ? t(($) => $.localisation.news.warnings) : (sayCode("errors", code) ?? code)];
  if (count > 0) said.push(t(($) => $.localisation.news.findings, { count }));
  return (
    <News kind="error" icon="error" text={said.join(" ")}>
      {count > 0 && (
        <Button icon="checklist" onClick={() => chosenTab.set("checks")}>
          {t(($) => $.localisation.inspector.showChecks)}
        </Button>
      )}
    </News>
  );
}

function Rejected({ opened }: { readonly opened: Opened }) {
  const t = useWords();
  const head = newest(opened);
  const decision =
    head?.state === "rejected" ? head.decisions.findLast(({ state }) => state === "rejected") : null;
  if (!decision) return null;
  return (
    <News
      kind="warning"
      icon="discard"
      text={t(($) => $.localisation.news.rejected, { name: decision.actor?.name ?? "" })}
      quote={decision.reason}
    />
  );
}

function Stale({ opened }: { readonly opened: Opened }) {
  const t = useWords();
  const stale = stalenessOf(newest(opened), opened.source);
  if (stale === "current") return null;
  return (
    <News
      kind={stale === "cosmetic" ? "info" : "warning"}
      icon="history"
      text={t(($) => $.localisation.news.stale[stale])}
    >
      <Button icon="diff" onClick={() => chosenTab.set("changes")}>
        {t(($) => $.localisation.news.showChange)}
      </Button>
      <CommandButton command="variant.stillRight" />
    </News>
  );
}

interface ConflictProps {
  readonly open: OpenVariant;
  readonly mine: VariantWords;
  readonly theirs: Revision;
  readonly locale: string;
}

/** Two people wrote at once: what is different, and a choice. Neither text is lost whatever is chosen. */
function Conflict({ open, mine, theirs, locale }: ConflictProps) {
  const t = useWords();
  const [wide, setWide] = useState(true);
  const other = wordsOf(theirs);
  const text = ({ title, blocks }: VariantWords) =>
    [title, ...readable(blocks.map(({ block }) => block))].join("\n\n");
  return (
    <div className="variant-conflict" role="alertdialog" aria-label={t(($) => $.localisation.conflict.title)}>
      <div className="variant-conflict__lead">
        <Icon name="warning" />
        <p>{t(($) => $.localisation.conflict.text, { name: theirs.author?.name ?? "", n: theirs.n })}</p>
        <Button look="quiet" aria-expanded={wide} onClick={() => setWide(!wide)} icon="diff">
          {t(($) => $.localisation.conflict.compare)}
        </Button>
      </div>
      {wide && (
        <div className="variant-conflict__text">
          <TextDiff before={text(other)} after={text(mine)} language={locale} />
        </div>
      )}
      <div className="variant-news__actions">
        <Button onClick={() => open.settle("theirs")}>{t(($) => $.localisation.conflict.theirs)}</Button>
        <Button look="primary" onClick={() => open.settle("mine")}>
          {t(($) => $.localisation.conflict.mine)}
        </Button>
      </div>
    </div>
  );
}
