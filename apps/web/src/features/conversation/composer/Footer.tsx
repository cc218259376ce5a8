import { startCompletion } from "@codemirror/autocomplete";
import { useWords, words } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";
import { useSelected, useStore } from "../../../base/store.ts";
import { activeView } from "../../../editor/active-view.ts";
import { Button, IconButton } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import { keyLabel } from "../../../workbench/keys/labels.ts";
import type { Checking } from "../check/use-checking.ts";
import type { DraftKeeper } from "../draft/draft-keeper.ts";
import { machineHelp } from "../machine/machine-help.ts";
import type { Conversation } from "../open-conversation.ts";
import { needsReview } from "../reply.ts";
import { Counter } from "./Counter.tsx";
import type { ReplyProps } from "./reply-props.ts";
import { surfaceIcons } from "./surface-icons.ts";

interface FooterProps extends ReplyProps {
  readonly keeper: DraftKeeper;
  readonly checking: Checking;
}

/** Below the text: what it is written in, what is wrong with it, how long it is, and the way out. */
export function Footer({ conversation, visibility, keeper, checking }: FooterProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const findings = useStore(checking.check.findings);
  const written = useSelected(keeper.state, ({ text }) => text.body.trim() !== "");
  const language = useSelected(keeper.state, ({ text }) => text.language);
  const reviewed = needsReview(conversation, findings);
  const keys = workbench.keysOf("reply.send");
  return (
    <div className="reply__foot">
      <IconButton
        icon="symbol-snippet"
        label={t(($) => $.conversation.templates.insert)}
        keys="/"
        onClick={insertTemplate}
      />
      <MachineWays conversation={conversation} written={written} />
      <Language conversation={conversation} language={language} />
      <Counts checking={checking} />
      <span className="reply__gap" />
      <Counter check={checking.check} />
      {written && (
        <IconButton
          icon="trash"
          label={t(($) => $.conversation.commands.discard)}
          onClick={() => workbench.run("reply.discard")}
        />
      )}
      <Button
        look="primary"
        className="reply__send"
        icon={reviewed ? "law" : surfaceIcons[visibility]}
        disabled={!written}
        {...(keys ? { title: keyLabel(keys, t) } : {})}
        onClick={() => workbench.run("reply.send")}
      >
        {reviewed ? t(($) => $.conversation.send.review) : t(($) => $.conversation.send[visibility])}
      </Button>
    </div>
  );
}

/** What an outside machine may be asked for, where the brand lets it. */
function MachineWays({
  conversation,
  written,
}: {
  readonly conversation: Conversation;
  readonly written: boolean;
}) {
  const t = useWords();
  const workbench = useWorkbench();
  const help = machineHelp(conversation);
  const keysFor = (command: string) => {
    const keys = workbench.keysOf(command);
    return keys ? { keys: keyLabel(keys, t) } : {};
  };
  return (
    <>
      {help.includes("draft") && (
        <IconButton
          icon="sparkle"
          label={t(($) => $.conversation.commands.suggest)}
          {...keysFor("reply.suggest")}
          onClick={() => workbench.run("reply.suggest")}
        />
      )}
      {help.includes("translate") && (
        <IconButton
          icon="arrow-swap"
          label={t(($) => $.conversation.commands.translate)}
          {...keysFor("reply.translate")}
          disabled={!written}
          onClick={() => workbench.run("reply.translate")}
        />
      )}
    </>
  );
}

/** As typing `/` does. */
function insertTemplate(): void {
  const view = activeView.get();
  view?.focus();
  if (view) startCompletion(view);
}

/** What the draft is written in; loud when the customer writes another language. */
function Language({
  conversation,
  language,
}: {
  readonly conversation: Conversation;
  readonly language: string | null;
}) {
  const t = useWords();
  const workbench = useWorkbench();
  const theirs = conversation.language;
  const shown = language ?? theirs;
  if (!shown) return null;
  const differs = language !== null && theirs !== null && baseOf(language) !== baseOf(theirs);
  const label = differs
    ? t(($) => $.conversation.language.differs, {
        draft: languageName(language),
        customer: languageName(theirs),
      })
    : t(($) => $.conversation.language.same, { draft: languageName(shown, words.get().language) });
  return (
    <button
      type="button"
      className="reply__language"
      data-differs={differs}
      title={label}
      onClick={() => workbench.run("reply.language")}
    >
      <Icon name={differs ? "warning" : "globe"} />
      <span aria-hidden="true">
        {languageName(shown)}
        {differs && ` ≠ ${languageName(theirs)}`}
      </span>
      <span className="unseen">{label}</span>
    </button>
  );
}

const baseOf = (tag: string): string => tag.split("-")[0] ?? tag;

/** Errors and warnings of this text; choosing them shows the list. */
function Counts({ checking }: { readonly checking: Checking }) {
  const t = useWords();
  const workbench = useWorkbench();
  const findings = useStore(checking.check.findings);
  const settled = useStore(checking.check.overrides);
  const open = findings.filter(({ id }) => !settled[id]);
  const count = (severity: "error" | "warning") =>
    open.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  if (errors + warnings === 0) return null;
  const label = t(($) => $.conversation.findingCount, { count: errors + warnings });
  return (
    <button
      type="button"
      className="reply__counts"
      title={label}
      onClick={() => workbench.run("problems.show")}
    >
      <span className="unseen">{label}</span>
      {errors > 0 && (
        <span className="reply__count reply__count--error" aria-hidden="true">
          <Icon name="error" />
          {errors}
        </span>
      )}
      {warnings > 0 && (
        <span className="reply__count reply__count--warning" aria-hidden="true">
          <Icon name="warning" />
          {warnings}
        </span>
      )}
    </button>
  );
}
