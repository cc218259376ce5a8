import { useNow } from "../../base/clock.ts";
import { useWords, words } from "../../base/i18n.ts";
import { languageName } from "../../base/languages.ts";
import { useStore } from "../../base/store.ts";
import { duration, fullTime, shortTime } from "../../base/times.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useWorkbench, useWorkbenchState } from "../../workbench/context.ts";
import { ActionButton } from "../../workbench/parts/ActionButton.tsx";
import type { Conversation, OpenConversation } from "./open-conversation.ts";
import type { Present } from "./presence.ts";
import { useMemberNames } from "./use-member-names.ts";
import "./head.css";

interface HeadProps {
  readonly open: OpenConversation;
  readonly conversation: Conversation;
}

/** Who writes, where, and what can be done with the conversation as a whole. */
export function Head({ open, conversation }: HeadProps) {
  const { customer, abilities } = conversation;
  return (
    <header className="head">
      <div className="head__who">
        <h2 className="head__name">
          <bdi>{customer.name ?? `@${customer.handle}`}</bdi>
        </h2>
        {customer.name && (
          <bdi className="head__handle" dir="ltr">
            @{customer.handle}
          </bdi>
        )}
      </div>
      <Colleagues open={open} conversation={conversation} />
      {abilities.includes("conversation.work") && <Actions conversation={conversation} />}
      <Facts conversation={conversation} />
    </header>
  );
}

function Facts({ conversation }: { readonly conversation: Conversation }) {
  const t = useWords();
  const { visibility, channel, account, language, linked } = conversation;
  return (
    <ul className="head__facts">
      <li className={`head__visibility head__visibility--${visibility}`}>
        <Icon name={visibility === "public" ? "megaphone" : "lock"} />
        {t(($) => $.conversation.visibility[visibility])}
      </li>
      <li>{t(($) => $.conversation.where[channel], { account: `@${account.handle}` })}</li>
      {language && <li>{languageName(language)}</li>}
      <State conversation={conversation} />
      {linked && <Linked linked={linked} />}
    </ul>
  );
}

function State({ conversation }: { readonly conversation: Conversation }) {
  const t = useWords();
  const now = useNow();
  const { language } = words.get();
  const { state, snoozedUntil, waitingSince, unansweredReason } = conversation;
  const until = snoozedUntil ? Date.parse(snoozedUntil) : null;
  return (
    <>
      <li title={until ? fullTime(until, language) : undefined}>
        {state === "snoozed" && until
          ? t(($) => $.conversation.snoozedUntil, { time: shortTime(until, now, language) })
          : t(($) => $.conversation.states[state])}
        {unansweredReason && ` · ${reasonWords(unansweredReason, t)}`}
      </li>
      {waitingSince && state !== "done" && (
        <li title={fullTime(Date.parse(waitingSince), language)}>
          {t(($) => $.conversation.waitsFor, {
            time: duration(Math.max(0, now - Date.parse(waitingSince)), language, "long"),
          })}
        </li>
      )}
    </>
  );
}

function reasonWords(code: string, t: ReturnType<typeof useWords>): string {
  return t(($) => $.conversation.unanswered[code as keyof typeof $.conversation.unanswered]) || code;
}

function Linked({ linked: { id, visibility } }: { readonly linked: NonNullable<Conversation["linked"]> }) {
  const t = useWords();
  const workbench = useWorkbench();
  return (
    <li>
      <button
        type="button"
        className="head__linked"
        onClick={() => workbench.editors.show(`conversation:${id}`)}
      >
        <Icon name="link" />
        {t(($) => $.conversation.linked[visibility])}
      </button>
    </li>
  );
}

function Actions({ conversation }: { readonly conversation: Conversation }) {
  const t = useWords();
  const workbench = useWorkbench();
  const { assignee, state } = conversation;
  return (
    <div className="head__actions" role="toolbar" aria-label={t(($) => $.conversation.actions)}>
      <Button
        look="quiet"
        icon={assignee ? "person" : "person-add"}
        className="head__assignee"
        onClick={() => workbench.run("conversation.assign")}
        title={
          assignee
            ? t(($) => $.conversation.assignedTo, { name: assignee.name })
            : t(($) => $.conversation.commands.assign)
        }
      >
        <bdi>{assignee?.name ?? t(($) => $.conversation.assignShort)}</bdi>
      </Button>
      <ActionButton command="conversation.snooze" />
      {state === "done" ? (
        <Button icon="debug-restart" onClick={() => workbench.run("conversation.reopen")}>
          {t(($) => $.conversation.commands.reopenShort)}
        </Button>
      ) : (
        <Button icon="check" onClick={() => workbench.run("conversation.done")}>
          {t(($) => $.conversation.commands.doneShort)}
        </Button>
      )}
    </div>
  );
}

/** Who else is here, and whether they write: a hint, never a lock. */
function Colleagues({ open, conversation }: HeadProps) {
  const t = useWords();
  const viewerId = useWorkbenchState(({ viewer }) => viewer?.id);
  const present = useStore(open.present).filter(({ memberId }) => memberId !== viewerId);
  const names = useMemberNames(present.length > 0 ? conversation.brand.id : null);
  const said = (who: Present) =>
    t(($) => $.conversation.presence[who.doing], { name: names.get(who.memberId) ?? "…" });
  return (
    <div className="head__colleagues" role="status">
      {present.map((who) => (
        <span
          key={who.memberId}
          className={`head__colleague head__colleague--${who.doing}`}
          title={said(who)}
        >
          <Icon name={who.doing === "writing" ? "edit" : "eye"} />
          <bdi>{names.get(who.memberId) ?? "…"}</bdi>
          <span className="unseen">{said(who)}</span>
        </span>
      ))}
    </div>
  );
}
