import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { Icon } from "../../../ui/Icon.tsx";
import type { Conversation, OpenConversation, Surface } from "../open-conversation.ts";
import { surfaceIcons } from "./surface-icons.ts";

interface SwitchProps {
  readonly open: OpenConversation;
  readonly conversation: Conversation;
  readonly possible: readonly Surface[];
}

/** Public, private or a note. A dot says where a draft waits. */
export function SurfaceSwitch({ open, conversation, possible }: SwitchProps) {
  const t = useWords();
  const surface = useStore(open.surface);
  return (
    <fieldset className="surfaces">
      <legend className="unseen">{t(($) => $.conversation.surface.choose)}</legend>
      {possible.map((one) => {
        const drafted = conversation.drafts.some(({ visibility }) => visibility === one);
        return (
          <label key={one} className="surfaces__one" data-chosen={one === surface}>
            <input
              type="radio"
              className="surfaces__radio"
              name={`surface-${conversation.id}`}
              checked={one === surface}
              onChange={() => open.surface.set(one)}
            />
            <Icon name={surfaceIcons[one]} />
            {t(($) => $.conversation.surface[one].name)}
            {drafted && one !== surface && (
              <span className="surfaces__draft">
                <span className="unseen">{t(($) => $.conversation.surface.hasDraft)}</span>
              </span>
            )}
          </label>
        );
      })}
    </fieldset>
  );
}
