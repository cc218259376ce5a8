import { useLanguage, useWords } from "../../../base/i18n.ts";
import { machineName } from "../../../base/machine-name.ts";
import { useStore } from "../../../base/store.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import type { Conversation, Message } from "../open-conversation.ts";
import { machineHelp } from "./machine-help.ts";
import { forgetTranslation, type Translation, translated } from "./translations.ts";
import "./machine.css";

interface TranslationProps {
  readonly message: Message;
  readonly conversation: Conversation;
}

/** Beside a message in another language: the way to a translation, or the translation with its machine's name. */
export function MessageTranslation({ message, conversation }: TranslationProps) {
  const language = useLanguage();
  const translation = useStore(translated).get(message.id);
  if (translation) return <Shown message={message} translation={translation} />;
  const foreign = message.language !== null && baseOf(message.language) !== baseOf(language);
  const can =
    machineHelp(conversation).includes("translate") && conversation.abilities.includes("conversation.work");
  const theirs = message.direction === "inbound" && message.deletedAt === null;
  return foreign && can && theirs ? <Way message={message} conversation={conversation} /> : null;
}

const baseOf = (tag: string): string => tag.split("-")[0] ?? tag;

function Way({ message, conversation }: TranslationProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const ask = async () => {
    const { translateMessage } = await import("./ask-machine.ts");
    await translateMessage(workbench, conversation.id, message.id);
  };
  return (
    <p className="message__notice">
      <Icon name="globe" />
      <button
        type="button"
        className="message__way"
        onClick={() => void ask().catch((error: unknown) => workbench.fail(error))}
      >
        {t(($) => $.conversation.machine.translateMessage)}
      </button>
    </p>
  );
}

function Shown({ message, translation }: { readonly message: Message; readonly translation: Translation }) {
  const t = useWords();
  const { text, language, machineText } = translation;
  return (
    <div className="translation">
      <p className="translation__who">
        <Icon name="sparkle" />
        <span>{t(($) => $.conversation.machine.byTranslation)}</span>
        <bdi>{machineName(machineText)}</bdi>
        <button type="button" className="message__way" onClick={() => forgetTranslation(message.id)}>
          {t(($) => $.conversation.machine.hide)}
        </button>
      </p>
      <p className="translation__text" lang={language} dir="auto">
        {text}
      </p>
    </div>
  );
}
