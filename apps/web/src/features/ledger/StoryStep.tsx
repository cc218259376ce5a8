import { useState } from "react";
import { useWords } from "../../base/i18n.ts";
import { TextDiff } from "../../editor/compare/TextDiff.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { EventFacts } from "./EventFacts.tsx";
import { EventRecord } from "./EventRecord.tsx";
import { sentence } from "./event-words.ts";
import type { OpenStory, StoryConversation, Told } from "./open-story.ts";
import { bodyOf, iconOf, type Step, textIn, toneOf } from "./story.ts";
import { clockTime } from "./story-days.ts";
import "./story-step.css";

interface StepProps {
  readonly step: Step;
  readonly told: Told;
  readonly conversation: StoryConversation;
  readonly story: OpenStory;
}

/** One thing that happened: when, who, what, the words at the time, and on demand the record itself. */
export function StoryStep({ step, told, conversation, story }: StepProps) {
  const t = useWords();
  const { event, events, kind } = step;
  const { customer } = conversation;
  const cast = { customer: customer.name ?? `@${customer.handle}`, names: told.names };
  const flawed = events.some(({ id }) => told.flaws?.has(id));
  return (
    <section
      className={`step step--${kind} step--${toneOf(event)}`}
      data-action={event.action}
      data-flawed={flawed}
    >
      <time className="step__time" dateTime={event.at}>
        {clockTime(event.at)}
      </time>
      <span className="step__sign">
        <Icon name={iconOf(event.action)} />
      </span>
      <div className="step__body">
        <p className="step__sentence">{sentence(step, cast, t)}</p>
        <Words step={step} language={languageOf(step, conversation)} />
        <EventFacts event={event} conversation={conversation} />
        <div className="step__records">
          {events.map((one) => (
            <EventRecord key={one.id} event={one} flaw={told.flaws?.get(one.id) ?? null} story={story} />
          ))}
        </div>
      </div>
    </section>
  );
}

/** The language of the words, as it was told or as the draft was meant. */
function languageOf({ event, kind }: Step, { everyDraft, language }: StoryConversation): string | null {
  if (kind === "customer") return textIn(event.facts, "language") ?? language;
  const draft = everyDraft.find(({ id }) => id === event.subjectId);
  return draft?.revisions.at(-1)?.language ?? null;
}

function Words({ step, language }: { readonly step: Step; readonly language: string | null }) {
  const t = useWords();
  const { event, before } = step;
  if (event.erased)
    return (
      <p className="step__erased">
        <Icon name="circle-slash" />
        {t(($) => $.ledger.erased)}
      </p>
    );
  const body = bodyOf(event);
  return (
    <>
      <Reason event={event} />
      {body !== null && <Said body={body} before={before} language={language} />}
    </>
  );
}

interface SaidProps {
  readonly body: string;
  readonly before: string | null;
  readonly language: string | null;
}

/** The words at the time. The same words again are folded; changed ones can be compared with those before. */
function Said({ body, before, language }: SaidProps) {
  const t = useWords();
  const [compared, setCompared] = useState(false);
  const text = (
    <p className="step__text" dir="auto" {...(language ? { lang: language } : {})}>
      {body}
    </p>
  );
  if (body === before)
    return (
      <details className="step__same">
        <summary>{t(($) => $.ledger.sameWords)}</summary>
        <div className="step__words">{text}</div>
      </details>
    );
  const changed = before !== null;
  return (
    <div className="step__words">
      {changed && compared ? <TextDiff before={before} after={body} language={language ?? "und"} /> : text}
      {changed && (
        <button
          type="button"
          className="step__compare"
          aria-pressed={compared}
          onClick={() => setCompared(!compared)}
        >
          <Icon name="diff" />
          {t(($) => $.ledger.whatChanged)}
        </button>
      )}
    </div>
  );
}

function Reason({ event }: { readonly event: Step["event"] }) {
  const reason = textIn(event.words, "reason");
  if (!reason) return null;
  return (
    <blockquote className="step__reason" dir="auto">
      {reason}
    </blockquote>
  );
}
