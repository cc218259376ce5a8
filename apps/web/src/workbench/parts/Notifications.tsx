import { useEffect, useState } from "react";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import type { IconName } from "../../ui/icon-names.ts";
import { useWorkbench } from "../context.ts";
import type { Notice, NoticeSeverity } from "../notices.ts";
import "./notifications.css";

const icons: Readonly<Record<NoticeSeverity, IconName>> = {
  info: "info",
  success: "pass",
  warning: "warning",
  error: "error",
};

/** Notices in the corner, or all that are kept when the bell was pressed. They never take the focus. */
export function Notifications() {
  const t = useWords();
  const { notices } = useWorkbench();
  const shown = useStore(notices.shown);
  const open = useStore(notices.centreOpen);
  if (open) return <NoticeCentre />;
  if (shown.length === 0) return null;
  return (
    <section
      className="notifications"
      aria-label={t(($) => $.workbench.notifications.title)}
      data-part-extra="notices"
    >
      {shown.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} onClose={() => notices.hide(notice.id)} fading />
      ))}
    </section>
  );
}

function NoticeCentre() {
  const t = useWords();
  const { notices } = useWorkbench();
  const all = useStore(notices.all);
  const quiet = useStore(notices.doNotDisturb);
  return (
    <section
      className="notifications notifications--centre"
      aria-label={t(($) => $.workbench.notifications.title)}
    >
      <header className="notifications__head">
        <h2>
          {all.length === 0
            ? t(($) => $.workbench.notifications.none)
            : t(($) => $.workbench.notifications.title)}
        </h2>
        <IconButton
          icon={quiet ? "bell-slash" : "bell"}
          label={t(($) => $.workbench.commands.toggleDoNotDisturb)}
          aria-pressed={quiet}
          onClick={() => notices.doNotDisturb.set(!quiet)}
        />
        <IconButton
          icon="check-all"
          label={t(($) => $.workbench.commands.clearNotifications)}
          onClick={() => notices.clear()}
        />
        <IconButton
          icon="chevron-down"
          label={t(($) => $.workbench.close)}
          onClick={() => notices.centreOpen.set(false)}
        />
      </header>
      <div className="notifications__list">
        {all.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} onClose={() => notices.remove(notice.id)} />
        ))}
      </div>
    </section>
  );
}

interface CardProps {
  readonly notice: Notice;
  readonly onClose: () => void;
  readonly fading?: boolean;
}

function NoticeCard({ notice, onClose, fading = false }: CardProps) {
  const t = useWords();
  const hold = useFading(notice, fading);
  return (
    <article className={`notice notice--${notice.severity}`} {...hold}>
      <Icon name={icons[notice.severity]} className="notice__icon" />
      <div className="notice__words">
        <p className="notice__text" dir="auto">
          {notice.text}
        </p>
        {notice.source && <p className="notice__source">{notice.source}</p>}
        {notice.actions && <Actions notice={notice} onDone={onClose} />}
      </div>
      <IconButton icon="close" label={t(($) => $.workbench.close)} onClick={onClose} />
    </article>
  );
}

function Actions({ notice, onDone }: { readonly notice: Notice; readonly onDone: () => void }) {
  return (
    <div className="notice__actions">
      {notice.actions?.map(({ label, run }, index) => (
        <Button
          key={label}
          look={index === 0 ? "primary" : "plain"}
          onClick={() => {
            onDone();
            run();
          }}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}

/** Hides a notice after its time, which does not run while the pointer or the keyboard is on it. */
function useFading(notice: Notice, fading: boolean) {
  const { notices } = useWorkbench();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!fading || held || notice.duration === 0) return undefined;
    const timer = setTimeout(() => notices.hide(notice.id), notice.duration);
    return () => clearTimeout(timer);
  }, [fading, held, notice, notices]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return { onPointerEnter: hold, onPointerLeave: release, onFocus: hold, onBlur: release };
}
