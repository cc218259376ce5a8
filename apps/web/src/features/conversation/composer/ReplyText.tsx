import { useEffect, useMemo, useRef } from "react";
import { useWords } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";
import { ComposerEditor } from "../../../editor/ComposerEditor.tsx";
import type { Composer } from "../../../editor/composer.ts";
import { useWorkbench } from "../../../workbench/context.ts";
import { useChecking } from "../check/use-checking.ts";
import type { DraftKeeper, KeptDraft } from "../draft/draft-keeper.ts";
import type { OpenConversation } from "../open-conversation.ts";
import { templateOffers } from "../template/template-offers.ts";
import { Footer } from "./Footer.tsx";
import type { ReplyProps } from "./reply-props.ts";

interface TextProps extends ReplyProps {
  readonly keeper: DraftKeeper;
  readonly kept: KeptDraft;
}

/** The text itself, checked while it is written. */
export function ReplyText(props: TextProps) {
  const { open, conversation, visibility, keeper, kept } = props;
  const t = useWords();
  const workbench = useWorkbench();
  const composer = useRef<Composer | null>(null);
  const checking = useChecking(props);
  const language = kept.text.language ?? conversation.language;
  const { body } = kept.text;
  useEffect(() => composer.current?.setText(body), [body]);
  const extensions = useMemo(
    () => [checking.extension, templateOffers({ open, keeper, visibility })],
    [checking.extension, open, keeper, visibility],
  );
  const type = useTyping(open, keeper);
  return (
    <>
      <ComposerEditor
        className="reply__text"
        text={body}
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
