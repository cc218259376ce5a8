import { memo } from "react";
import { useWords } from "../../base/i18n.ts";
import { languageName } from "../../base/languages.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { IconName } from "../../ui/icon-names.ts";
import { channelClassName, registerName } from "./place-words.ts";
import type { Need, Task } from "./table/standing.ts";
import "../../ui/queue-row.css";
import "./task-row.css";

const icons: Readonly<Record<Need, IconName>> = {
  review: "law",
  publish: "verified",
  rejected: "discard",
  comment: "comment-unresolved",
  stale: "history",
  draft: "edit",
  missing: "add",
};

/** One text that waits for the viewer: what to do, with which, where. */
export const TaskRow = memo(function TaskRow({ task }: { readonly task: Task }) {
  const t = useWords();
  const { row, locale, register, channelClass, need } = task;
  return (
    <div className={`queue-row task-row task-row--${need}`}>
      <Icon name={icons[need]} />
      <p className="queue-row__title">
        <bdi>{row.title}</bdi>
      </p>
      <span className="task-row__locale" title={languageName(locale)}>
        <span aria-hidden="true">{locale}</span>
        <span className="unseen">{languageName(locale)}</span>
      </span>
      <p className="queue-row__facts">
        <span className="queue-row__kind">{t(($) => $.localisation.need[need])}</span>
        <span className="task-row__place">
          {registerName(register)} · {channelClassName(channelClass)}
        </span>
      </p>
    </div>
  );
});
