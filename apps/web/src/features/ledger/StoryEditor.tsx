import { useEffect, useMemo, useState } from "react";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { NotThere } from "../../ui/NotThere.tsx";
import { useWorkbench } from "../../workbench/context.ts";
import type { EditorProps } from "../../workbench/pieces.ts";
import { ChainState } from "./ChainState.tsx";
import { KindFilter } from "./KindFilter.tsx";
import { type OpenStory, type StoryConversation, storyOf, type Told } from "./open-story.ts";
import { StoryHead } from "./StoryHead.tsx";
import { StoryStep } from "./StoryStep.tsx";
import { type Kind, kinds, type Step, stepsOf } from "./story.ts";
import { dayOf } from "./story-days.ts";
import "./story.css";

/** All that was done about a conversation, oldest first. */
export function StoryEditor({ editor }: EditorProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const story = storyOf(editor.id);
  useEffect(() => story.watch(), [story]);
  const told = useStore(story.told);
  const customer = told.conversation?.customer;
  const title = customer && t(($) => $.ledger.tab, { name: customer.name ?? `@${customer.handle}` });
  useEffect(() => {
    if (title) workbench.editors.describe(editor.uri, { title });
  }, [workbench, editor.uri, title]);
  if (!told.conversation)
    return (
      <NotThere
        status={told.status}
        error={told.error}
        missing={t(($) => $.ledger.missing)}
        onRetry={() => void story.load()}
      />
    );
  return <Shown story={story} told={told} conversation={told.conversation} />;
}

interface ShownProps {
  readonly story: OpenStory;
  readonly told: Told;
  readonly conversation: StoryConversation;
}

function Shown({ story, told, conversation }: ShownProps) {
  const t = useWords();
  const [shown, setShown] = useState<ReadonlySet<Kind>>(new Set(kinds));
  const steps = useMemo(() => stepsOf(told.events), [told.events]);
  const visible = steps.filter(({ kind }) => shown.has(kind));
  return (
    <article className="story">
      <StoryHead conversation={conversation} count={told.events.length}>
        <ChainState told={told} />
      </StoryHead>
      <KindFilter events={told.events} shown={shown} onChange={setShown} />
      <ol className="story__steps" aria-label={t(($) => $.ledger.title)}>
        {visible.map((step, index) => (
          <li key={step.events[0]?.id}>
            <Day step={step} before={visible[index - 1]} />
            <StoryStep step={step} told={told} conversation={conversation} story={story} />
          </li>
        ))}
      </ol>
      {visible.length === 0 && <p className="story__none">{t(($) => $.ledger.nothingShown)}</p>}
    </article>
  );
}

function Day({ step, before }: { readonly step: Step; readonly before: Step | undefined }) {
  useWords();
  const day = dayOf(step.event.at);
  if (before && dayOf(before.event.at) === day) return null;
  return <h3 className="story__day">{day}</h3>;
}
