import type { ReactNode } from "react";
import { useWords, words } from "../../base/i18n.ts";
import { languageName } from "../../base/languages.ts";
import { ruleName } from "../../base/rule-names.ts";
import { Icon } from "../../ui/Icon.tsx";
import { codeWords, overrideWords, unansweredWords } from "./event-words.ts";
import type { StoryConversation } from "./open-story.ts";
import type { LedgerEvent } from "./story.ts";
import { isBare, type ToldFinding, toldFacts } from "./told-facts.ts";
import "./event-facts.css";

interface FactsProps {
  readonly event: LedgerEvent;
  readonly conversation: StoryConversation;
}

/** What the record says besides the words: versions, findings, decisions, outcomes. */
export function EventFacts({ event, conversation }: FactsProps) {
  const t = useWords();
  const facts = toldFacts(event);
  if (isBare(facts)) return null;
  const { revision, policy, templates, findings, outcome, unanswered } = facts;
  return (
    <dl className="event-facts">
      {unanswered && <Fact name={t(($) => $.ledger.facts.unanswered)}>{unansweredWords(unanswered, t)}</Fact>}
      {outcome && <Fact name={t(($) => $.ledger.facts.outcome)}>{codeWords(outcome)}</Fact>}
      {revision !== null && (
        <Fact name={t(($) => $.ledger.facts.revision)}>
          {new Intl.NumberFormat(words.get().language).format(revision)}
        </Fact>
      )}
      {templates.length > 0 && (
        <Fact name={t(($) => $.ledger.facts.template)}>
          <Templates ids={templates} conversation={conversation} />
        </Fact>
      )}
      {policy && (
        <Fact name={t(($) => $.ledger.facts.policy)}>
          <code dir="ltr" title={policy}>
            {policy.slice(0, 12)}
          </code>
        </Fact>
      )}
      {findings && (
        <Fact name={t(($) => $.ledger.facts.findings)}>
          <Findings findings={findings} />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="event-facts__one">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A template's revision by its name; by its id where no draft here knows it any more. */
function Templates({
  ids,
  conversation,
}: {
  readonly ids: readonly string[];
  readonly conversation: StoryConversation;
}) {
  const uses = conversation.everyDraft.flatMap(({ revisions }) =>
    revisions.flatMap(({ templateUses }) => templateUses),
  );
  return (
    <ul className="event-facts__list">
      {ids.map((id) => {
        const use = uses.find(({ templateRevisionId }) => templateRevisionId === id);
        return (
          <li key={id} title={id}>
            <code dir="ltr">{use?.key ?? id.slice(0, 8)}</code>
            {use && ` · ${languageName(use.locale)}`}
          </li>
        );
      })}
    </ul>
  );
}

function Findings({ findings }: { readonly findings: readonly ToldFinding[] }) {
  const t = useWords();
  if (findings.length === 0) return t(($) => $.ledger.noFindings);
  return (
    <ul className="event-facts__list">
      {findings.map(({ id, rule, severity, override }) => (
        <li key={id} className={`event-facts__finding event-facts__finding--${severity}`}>
          <Icon name={severity} />
          <span>
            <span className="unseen">{t(($) => $.ledger.severity[severity])}: </span>
            <span title={rule}>{ruleName(rule, t)}</span>
            {override && (
              <span className="event-facts__override">
                {t(($) => $.ledger.overridden, { reason: overrideWords(override.reason, t) })}
                {override.words && <bdi dir="auto"> “{override.words}”</bdi>}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
