import { useEffect } from "react";
import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import { asSpot, variantUri } from "../address.ts";
import { checkSays } from "../finding-words.ts";
import { placeName } from "../place-words.ts";
import type { AffectedText, TemplateDesk } from "./template-desk.ts";
import "./consequences.css";

/** As long as somebody types, nothing is asked. */
const PAUSE = 300;
const MOST_SHOWN = 6;

interface ConsequencesProps {
  readonly desk: TemplateDesk;
  readonly brandId: string;
  readonly templateId: string;
}

/** What a change would do to texts that are there, before it is saved. */
export function Consequences({ desk, ...place }: ConsequencesProps) {
  const t = useWords();
  const draft = useStore(desk.draft);
  const { affected } = useStore(desk.state);
  const { rows: templates } = useStore(desk.templates.state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another draft, or another state of the texts, is another question
  useEffect(() => {
    const timer = setTimeout(() => void desk.weigh(), PAUSE);
    return () => clearTimeout(timer);
  }, [desk, draft, templates]);
  if (!draft || !affected) return null;
  const live = affected.filter((text) => text.live).length;
  return (
    <div className="consequences" data-grave={affected.length > 0} role="status">
      <p className="consequences__sum">
        <Icon name={affected.length > 0 ? "flame" : "pass"} />
        <span>
          {affected.length === 0
            ? t(($) => $.templateForm.affectsNone)
            : t(($) => $.templateForm.affects, { count: affected.length })}
          {live > 0 && ` ${t(($) => $.templateForm.affectsLive, { count: live })}`}
        </span>
      </p>
      {affected.length > 0 && (
        <ul className="consequences__texts">
          {affected.slice(0, MOST_SHOWN).map((text) => (
            <Affected key={text.variantId} text={text} {...place} />
          ))}
        </ul>
      )}
      {affected.length > MOST_SHOWN && (
        <p className="consequences__more">
          {t(($) => $.templateForm.more, { count: affected.length - MOST_SHOWN })}
        </p>
      )}
    </div>
  );
}

function Affected({
  text,
  brandId,
  templateId,
}: { readonly text: AffectedText } & Omit<ConsequencesProps, "desk">) {
  const t = useWords();
  const workbench = useWorkbench();
  const uri = variantUri({ brandId, templateId, ...asSpot(text) });
  return (
    <li>
      <button
        type="button"
        className="consequences__text"
        onClick={() => workbench.editors.show(uri, { toSide: true })}
      >
        {placeName(asSpot(text))}
      </button>
      {text.live && <span className="consequences__live">{t(($) => $.localisation.look.live)}</span>}
      <span className="consequences__why">
        {text.findings
          .map(({ message, args }) => checkSays({ message, args: args as Readonly<Record<string, string>> }))
          .join(" ")}
      </span>
    </li>
  );
}
