import type { ReactNode } from "react";
import { useWords, words } from "../../base/i18n.ts";
import { languageName } from "../../base/languages.ts";
import { fullTime } from "../../base/times.ts";
import { Icon } from "../../ui/Icon.tsx";
import { policyOf, type Revision, type Snapshot } from "./snapshot.ts";
import "./reply-facts.css";

/** Under which rules, from which template, by whose hands: what a decision is bound to. */
export function ReplyFacts({ snapshot }: { readonly snapshot: Snapshot }) {
  const t = useWords();
  const { head, revisions, contributors, approvals } = snapshot.draft;
  const { language } = words.get();
  const names = new Intl.ListFormat(language, { type: "conjunction" }).format(
    contributors.map(({ name }) => name),
  );
  const number = new Intl.NumberFormat(language);
  return (
    <dl className="reply-facts">
      <Fact name={t(($) => $.review.facts.writtenBy)}>
        <bdi>{names}</bdi>
      </Fact>
      {head && (
        <Fact name={t(($) => $.review.facts.revision)}>
          <span title={fullTime(Date.parse(head.createdAt), language)}>
            {t(($) => $.review.facts.revisionOf, {
              n: number.format(head.n),
              all: number.format(revisions.length),
            })}
          </span>
        </Fact>
      )}
      <Fact name={t(($) => $.review.facts.template)}>{head && <Templates head={head} />}</Fact>
      <Fact name={t(($) => $.review.facts.policy)}>
        <Policy snapshot={snapshot} />
      </Fact>
      {approvals.length > 0 && (
        <Fact name={t(($) => $.review.facts.decisions)}>
          <Decisions approvals={approvals} />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Templates({ head: { templateUses } }: { readonly head: Revision }) {
  const t = useWords();
  if (templateUses.length === 0) return t(($) => $.review.facts.noTemplate);
  return (
    <ul>
      {templateUses.map(({ templateRevisionId, key, locale, register }) => (
        <li key={templateRevisionId}>
          <code dir="ltr">{key}</code> · {languageName(locale)} ·{" "}
          {t(($) => $.review.register[register as "formal"], { defaultValue: register })}
        </li>
      ))}
    </ul>
  );
}

/** The rules in force; and that others were in force when the reply was asked about. */
function Policy({ snapshot }: { readonly snapshot: Snapshot }) {
  const t = useWords();
  const now = policyOf(snapshot) ?? "";
  const asked = snapshot.draft.check?.policyDigest ?? now;
  return (
    <>
      <code dir="ltr" title={now}>
        {now.slice(0, 12)}
      </code>
      {asked !== now && (
        <p className="reply-facts__changed">
          <Icon name="warning" />
          {t(($) => $.review.facts.policyChanged)}
        </p>
      )}
    </>
  );
}

function Decisions({ approvals }: { readonly approvals: Snapshot["draft"]["approvals"] }) {
  const t = useWords();
  const { language } = words.get();
  return (
    <ul className="reply-facts__decisions">
      {approvals.map(({ id, decision, reason, createdAt, approver, revision }) => (
        <li key={id}>
          <span title={fullTime(Date.parse(createdAt), language)}>
            {t(($) => $.review.decidedOn[decision], { name: approver?.name ?? "", n: revision?.n ?? 0 })}
          </span>
          {reason && (
            <blockquote className="reply-facts__reason" dir="auto">
              {reason}
            </blockquote>
          )}
        </li>
      ))}
    </ul>
  );
}
