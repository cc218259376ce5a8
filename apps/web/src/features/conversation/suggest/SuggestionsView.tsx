import { useEffect, useMemo, useState } from "react";
import { wordsOfError } from "../../../base/error-words.ts";
import { useLanguage, useWords } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";
import { machineName } from "../../../base/machine-name.ts";
import { useStore } from "../../../base/store.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { useRovingFocus } from "../../../ui/use-roving-focus.ts";
import { useWorkbench, useWorkbenchState } from "../../../workbench/context.ts";
import type { Visibility } from "../draft/unsaved.ts";
import { type Conversation, conversationOf, type OpenConversation } from "../open-conversation.ts";
import { badges } from "../template/template-offers.ts";
import { insertSuggestion } from "./insert-suggestion.ts";
import { keyOf, learnt } from "./learner.ts";
import { previews } from "./preview.ts";
import type { Progress } from "./suggest.worker.ts";
import type { Suggested, Suggestions } from "./suggested.ts";
import { followSuggestions } from "./suggestions.ts";
import "./suggestions-view.css";

/** Templates that may answer what the customer of the conversation in front wrote, the likeliest first. */
export function SuggestionsView() {
  const t = useWords();
  const id = useWorkbenchState(({ conversation }) => (conversation?.mayWrite ? conversation.id : undefined));
  if (id === undefined) return <p className="suggestions__none">{t(($) => $.suggestions.noConversation)}</p>;
  return <Here key={id} open={conversationOf(id)} />;
}

function Here({ open }: { readonly open: OpenConversation }) {
  const { conversation } = useStore(open.state);
  const surface = useStore(open.surface);
  if (!conversation) return null;
  const visibility = surface === "public" || surface === "private" ? surface : conversation.visibility;
  return <For key={visibility} {...{ open, conversation, visibility }} />;
}

interface ForProps {
  readonly open: OpenConversation;
  readonly conversation: Conversation;
  readonly visibility: Visibility;
}

function For(props: ForProps) {
  const { conversation } = props;
  const t = useWords();
  const suggestions = useSuggestions(props);
  const language = conversation.language ?? conversation.brand.settings.languages[0] ?? "en";
  const progress = useStore(learnt).get(keyOf({ brandId: conversation.brand.id, language }));
  if (suggestions.kind === "failed")
    return (
      <p className="suggestions__none" role="alert">
        {wordsOfError(suggestions.error)}
      </p>
    );
  if (suggestions.kind === "reading")
    return <p className="suggestions__none">{t(($) => $.suggestions.reading)}</p>;
  if (suggestions.kind === "silent")
    return <p className="suggestions__none">{t(($) => $.suggestions[suggestions.why])}</p>;
  return (
    <>
      <p className="suggestions__said" aria-live="polite">
        {t(($) => $.suggestions[saidOf(suggestions)], {
          language: languageName(language),
          share: percentOf(progress),
        })}
      </p>
      {progress?.measured && progress.share < 1 && <Learning progress={progress} />}
      {suggestions.byMeaning && conversation.brand.provider && (
        <p className="suggestions__said">
          {t(($) => $.suggestions.byMeaning, {
            machine: machineName({ provider: conversation.brand.provider.kind, model: null }),
          })}
        </p>
      )}
      <Ranked {...props} ranked={suggestions} />
    </>
  );
}

const percentOf = (progress: Progress | undefined): number => Math.round(100 * (progress?.share ?? 0));

/** The model that ranks is being replaced by one that knows the newest replies too. */
function Learning({ progress }: { readonly progress: Progress }) {
  const t = useWords();
  return (
    <p className="suggestions__learning">
      <span
        className="suggestions__bar"
        style={{ "--score": progress.share } as React.CSSProperties}
        aria-hidden="true"
      />
      {t(($) => $.suggestions.relearning, { share: percentOf(progress) })}
    </p>
  );
}

type RankedSuggestions = Extract<Suggestions, { kind: "ranked" }>;

/** From this score on the first one is more likely right than wrong. */
const LIKELY = 0.5;

function saidOf({ measured, confident, suggested }: RankedSuggestions) {
  if (!measured) return "learning";
  if (confident) return "confident";
  return (suggested[0]?.score ?? 0) >= LIKELY ? "likely" : "unsure";
}

function useSuggestions({ conversation, visibility }: ForProps): Suggestions {
  const { id, inboundVersion } = conversation;
  const drafted = conversation.drafts.map(({ id: draft, state }) => `${draft} ${state}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state of the same conversation asks nothing new
  const asked = useMemo(() => ({ conversation, visibility }), [id, inboundVersion, drafted, visibility]);
  const [shown, setShown] = useState<Suggestions>({ kind: "reading" });
  useEffect(() => {
    const following = followSuggestions(asked);
    const unsubscribe = following.subscribe(() => setShown(following.get()));
    return () => {
      unsubscribe();
      following.stop();
    };
  }, [asked]);
  return shown;
}

function Ranked({ ranked, ...props }: ForProps & { readonly ranked: RankedSuggestions }) {
  const roving = useRovingFocus("vertical");
  const { confident, measured } = ranked;
  const shown = previews(ranked.suggested.map(({ choice }) => choice.text));
  return (
    <div className="suggestions" {...roving}>
      {ranked.suggested.map((suggested, place) => (
        <Line
          key={suggested.choice.revisionId}
          {...props}
          suggested={suggested}
          preview={shown[place] ?? ""}
          marked={confident && place === 0}
          measured={measured}
        />
      ))}
    </div>
  );
}

interface LineProps extends ForProps {
  readonly suggested: Suggested;
  readonly preview: string;
  readonly marked: boolean;
  readonly measured: boolean;
}

function Line({ open, visibility, suggested, preview, marked, measured }: LineProps) {
  const { choice, score } = suggested;
  const workbench = useWorkbench();
  const memberId = useWorkbenchState(({ viewer }) => viewer?.id);
  const facts = badges(choice);
  const insert = () => {
    if (memberId === undefined) return;
    insertSuggestion(choice, { open, memberId, visibility }).catch((error: unknown) => workbench.fail(error));
  };
  return (
    <button
      type="button"
      className={`suggestions__one${marked ? " suggestions__one--marked" : ""}`}
      onClick={insert}
    >
      <span className="suggestions__head">
        <Icon name={marked ? "pass-filled" : "comment"} />
        <bdi className="suggestions__title">{choice.title}</bdi>
        {measured && <Score score={score} />}
      </span>
      <span className="suggestions__text" dir="auto" lang={choice.locale}>
        {preview}
      </span>
      {facts.length > 0 && <span className="suggestions__facts">{facts.join(" · ")}</span>}
    </button>
  );
}

/** Smaller scores differ by nothing that was measured. */
const LEAST_SHOWN = 0.01;

/** How often templates with this score were the right one. */
function Score({ score }: { readonly score: number }) {
  const t = useWords();
  const language = useLanguage();
  const format = new Intl.NumberFormat(language, { style: "percent" });
  const percent = score < LEAST_SHOWN ? `<${format.format(LEAST_SHOWN)}` : format.format(score);
  return (
    <span className="suggestions__score" title={t(($) => $.suggestions.scoreMeans, { percent })}>
      <span className="suggestions__bar" style={{ "--score": score } as React.CSSProperties} />
      <bdi dir="ltr">{percent}</bdi>
    </span>
  );
}
