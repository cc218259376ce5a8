import { completionStatus } from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useEffect, useMemo, useRef, useState } from "react";
import { useWords } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";
import { useSelected } from "../../../base/store.ts";
import { ComposerEditor } from "../../../editor/ComposerEditor.tsx";
import type { Composer } from "../../../editor/composer.ts";
import { holeMarks } from "../../../editor/hole-marks.ts";
import { useWorkbench, useWorkbenchState } from "../../../workbench/context.ts";
import { useChecking } from "../check/use-checking.ts";
import type { DraftKeeper } from "../draft/draft-keeper.ts";
import type { OpenConversation } from "../open-conversation.ts";
import { templateOffers } from "../template/template-offers.ts";
import { Footer } from "./Footer.tsx";
import type { ReplyProps } from "./reply-props.ts";

interface TextProps extends ReplyProps {
  readonly keeper: DraftKeeper;
}

/** The text itself, checked while it is written. */
export function ReplyText(props: TextProps) {
  const { open, conversation, visibility, keeper } = props;
  const t = useWords();
  const workbench = useWorkbench();
  const composer = useRef<Composer | null>(null);
  const checking = useChecking(props);
  const [choosing, setChoosing] = useState(false);
  const language = useSelected(keeper.state, (kept) => kept.text.language) ?? conversation.language;
  // Past React: each key changes the text, and nothing else on screen.
  useEffect(() => keeper.state.subscribe(() => composer.current?.setText(bodyOf(keeper))), [keeper]);
  const labelled = useWorkbenchState(({ memberLocale }) => memberLocale ?? "en");
  const extensions = useMemo(
    () => [
      checking.extension,
      templateOffers({ open, keeper, visibility }),
      whileChoosing(setChoosing),
      holeMarks(labelled),
    ],
    [checking.extension, open, keeper, visibility, labelled],
  );
  const type = useTyping(open, keeper);
  return (
    <>
      <ComposerEditor
        className={choosing ? "reply__text reply__text--choosing" : "reply__text"}
        text={bodyOf(keeper)}
        language={language ?? ""}
        label={t(($) => $.conversation.surface[visibility].title)}
        placeholder={t(($) => $.conversation.placeholder, {
          language: language ? languageName(language) : "",
          context: language ? "in" : "any",
        })}
        extensions={extensions}
        takesKey={(event) => workbench.keyboard.take(event)}
        onChange={type}
        onReady={(ready) => {
          composer.current = ready;
          if (ready) takeWaitingFocus(ready);
        }}
      />
      <Footer {...props} checking={checking} />
    </>
  );
}

const bodyOf = (keeper: DraftKeeper): string => keeper.state.get().text.body;

/** The list of templates gets room inside the composer: above it stands what the customer wrote. */
function whileChoosing(tell: (choosing: boolean) => void): Extension {
  return EditorView.updateListener.of(({ state }) => tell(completionStatus(state) !== null));
}

/** Typing is kept at once, and colleagues see that one writes until one has paused. */
function useTyping(open: OpenConversation, keeper: DraftKeeper): (text: string) => void {
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(pause.current);
      open.say("viewing");
    },
    [open],
  );
  return (text) => {
    if (text === keeper.state.get().text.body) return;
    keeper.change({ body: text });
    open.say("writing");
    clearTimeout(pause.current);
    pause.current = setTimeout(() => open.say("viewing"), WRITING_MS);
  };
}

/** How long after the last key one counts as writing. */
const WRITING_MS = 8000;

/** The editor was opened before its text was there: the keyboard waits on the pane. */
function takeWaitingFocus({ view }: Composer): void {
  const pane = view.dom.closest(".editor-pane");
  if (pane && document.activeElement === pane) view.focus();
}
