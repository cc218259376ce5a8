import type { ReactNode } from "react";
import { useWords } from "../../base/i18n.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useWorkbench } from "../../workbench/context.ts";
import type { StoryConversation } from "./open-story.ts";

interface HeadProps {
  readonly conversation: StoryConversation;
  readonly count: number;
  readonly children: ReactNode;
}

/** Whose story it is, whether its record holds, and how to take it along. */
export function StoryHead({ conversation, count, children }: HeadProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const { customer, brand, account, visibility } = conversation;
  return (
    <header className="story__head">
      <h2 className="story__title">
        {t(($) => $.ledger.heading, { name: customer.name ?? `@${customer.handle}` })}
      </h2>
      <ul className="story__facts">
        <li className={`story__visibility story__visibility--${visibility}`}>
          <Icon name={visibility === "public" ? "megaphone" : "lock"} />
          {t(($) => $.ledger.visibility[visibility])}
        </li>
        <li>
          <bdi>{brand.name}</bdi>
        </li>
        <li>
          <bdi dir="ltr">@{account.handle}</bdi>
        </li>
        <li>{t(($) => $.ledger.eventCount, { count })}</li>
      </ul>
      {children}
      <div className="story__actions">
        <Button
          icon="comment-discussion"
          onClick={() => workbench.editors.show(`conversation:${conversation.id}`)}
        >
          {t(($) => $.ledger.commands.conversation)}
        </Button>
        <Button icon="export" onClick={() => void workbench.run("ledger.export")}>
          {t(($) => $.ledger.commands.export)}
        </Button>
        <Button icon="output" onClick={() => void workbench.run("workbench.print")}>
          {t(($) => $.ledger.commands.print)}
        </Button>
        <Button icon="expand-all" look="quiet" onClick={() => void workbench.run("ledger.expandAll")}>
          {t(($) => $.ledger.commands.expandAll)}
        </Button>
      </div>
    </header>
  );
}
