import type { Variable } from "@parley/shared/template";
import type { ReactNode } from "react";
import { codesOf } from "../../../base/api.ts";
import { wordsOfError } from "../../../base/error-words.ts";
import { type Translate, useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import type { IconName } from "../../../ui/icon-names.ts";
import { channelClassName } from "../place-words.ts";
import type { TemplateDesk } from "./template-desk.ts";
import { type Clash, clashesOf, wordsOf } from "./template-draft.ts";
import "../glossary/term-news.css";

interface TemplateNewsProps {
  readonly desk: TemplateDesk;
  readonly mayWrite: boolean;
  /** How many faults stand beside their fields. */
  readonly wrong: number;
}

/** What stands in the way of saving, and what colleagues did meanwhile. */
export function TemplateNews({ desk, mayWrite, wrong }: TemplateNewsProps) {
  const t = useWords();
  const { error, setAside } = useStore(desk.state);
  const draft = useStore(desk.draft);
  useStore(desk.templates.state);
  const gone = draft !== null && !desk.isNew && desk.template() === null;
  // Both are told in their places: a conflict below, a fault of the description beside its field.
  const told = codesOf(error).some((code) => code === "STALE" || (code === "BAD_USER_INPUT" && wrong > 0));
  return (
    <div className="term-news">
      {error !== null && !told && <News kind="error" icon="error" text={wordsOfError(error)} />}
      {mayWrite && <Conflict desk={desk} />}
      {gone && <News kind="warning" icon="warning" text={t(($) => $.templateForm.gone)} />}
      {setAside && (
        <News kind="info" icon="save" text={t(($) => $.localisation.glossary.aside)}>
          <Button onClick={() => desk.bringBack()}>{t(($) => $.localisation.conflict.bringBack)}</Button>
        </News>
      )}
    </div>
  );
}

interface NewsProps {
  readonly kind: "error" | "warning" | "info";
  readonly icon: IconName;
  readonly text: string;
  readonly children?: ReactNode;
}

function News({ kind, icon, text, children }: NewsProps) {
  return (
    <div className={`term-news__one term-news__one--${kind}`} role={kind === "info" ? "status" : "alert"}>
      <Icon name={icon} />
      <p className="term-news__text">{text}</p>
      {children}
    </div>
  );
}

/** What two people described differently, side by side. What only one of them changed is kept whatever is chosen. */
function Conflict({ desk }: { readonly desk: TemplateDesk }) {
  const t = useWords();
  const draft = useStore(desk.draft);
  const template = desk.template();
  if (!draft || !template || template.version <= draft.version) return null;
  const clashes = clashesOf(draft, wordsOf(template));
  if (clashes.length === 0) return null;
  return (
    <div className="term-conflict" role="alertdialog" aria-label={t(($) => $.localisation.conflict.title)}>
      <p className="term-conflict__lead">
        <Icon name="warning" />
        <span>{t(($) => $.templateForm.conflict)}</span>
      </p>
      <table className="term-conflict__parts">
        <thead>
          <tr>
            <td />
            <th scope="col">{t(($) => $.localisation.glossary.theirs)}</th>
            <th scope="col">{t(($) => $.localisation.glossary.mine)}</th>
          </tr>
        </thead>
        <tbody>
          {clashes.map((clash) => (
            <tr key={`${clash.part} ${clash.name}`}>
              <th scope="row">{partName(clash, t)}</th>
              <td dir="auto">{valueWords(clash, clash.theirs, t)}</td>
              <td dir="auto">{valueWords(clash, clash.mine, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="term-conflict__buttons">
        <Button onClick={() => desk.settle("theirs")}>{t(($) => $.localisation.glossary.takeTheirs)}</Button>
        <Button look="primary" onClick={() => desk.settle("mine")}>
          {t(($) => $.localisation.glossary.takeMine)}
        </Button>
      </div>
    </div>
  );
}

function partName({ part, name }: Clash, t: Translate): string {
  if (part === "intent") return t(($) => $.templateForm.intent);
  return part === "channelClasses" ? t(($) => $.templateForm.channels) : name;
}

function valueWords({ part }: Clash, value: unknown, t: Translate): string {
  if (value === undefined) return t(($) => $.templateForm.notThere);
  if (part === "intent") return String(value);
  if (part === "channelClasses") return (value as readonly string[]).map(channelClassName).join(", ");
  const { type, source, required, maxLength, pii, words = {} } = value as Variable;
  return [
    t(($) => $.templateForm.types[type]),
    t(($) => $.templateForm.sources[source]),
    required ? t(($) => $.templateForm.required) : t(($) => $.templateForm.optional),
    t(($) => $.templateForm.upTo, { count: maxLength }),
    ...(pii === "none" ? [] : [t(($) => $.templateForm.piis[pii])]),
    ...Object.values(words).map(({ label, sample }) => [label, sample].filter(Boolean).join(": ")),
  ].join(" · ");
}
