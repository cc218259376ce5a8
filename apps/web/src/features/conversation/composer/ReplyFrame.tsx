import type { ReactNode } from "react";
import { useWords } from "../../../base/i18n.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { surfacesOf } from "../facts.ts";
import type { Conversation, OpenConversation, Surface } from "../open-conversation.ts";
import { SurfaceSwitch } from "./SurfaceSwitch.tsx";
import { surfaceIcons } from "./surface-icons.ts";
import "./reply-frame.css";

interface FrameProps {
  readonly open: OpenConversation;
  readonly conversation: Conversation;
  readonly surface: Surface;
  /** At the band's end: whether everything is kept. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** The band and what stands below it. */
export function ReplyFrame({ open, conversation, surface, aside, children }: FrameProps) {
  const t = useWords();
  const possible = surfacesOf(conversation);
  const name = conversation.customer.name ?? `@${conversation.customer.handle}`;
  return (
    <section
      className={`reply reply--${surface}`}
      aria-label={t(($) => $.conversation.surface[surface].title)}
    >
      <header className="reply__band">
        <Icon name={surfaceIcons[surface]} className="reply__sign" />
        <strong className="reply__loud">{t(($) => $.conversation.surface[surface].title)}</strong>
        <span className="reply__readers">{t(($) => $.conversation.surface[surface].readers, { name })}</span>
        {aside}
        {possible.length > 1 && <SurfaceSwitch open={open} conversation={conversation} possible={possible} />}
      </header>
      {children}
    </section>
  );
}
