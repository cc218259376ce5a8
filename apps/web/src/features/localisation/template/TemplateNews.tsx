import type { Variable } from "@parley/shared/template";
import { codesOf } from "../../../base/api.ts";
import { wordsOfError } from "../../../base/error-words.ts";
import { type Translate, useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { Button } from "../../../ui/Button.tsx";
import { Conflict, News } from "../News.tsx";
import { channelClassName } from "../place-words.ts";
import type { TemplateDesk } from "./template-desk.ts";
import { type Clash, clashesOf, wordsOf } from "./template-draft.ts";

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
    <div className="edit-news">
      {error !== null && !told && <News kind="error" icon="error" text={wordsOfError(error)} />}
      {mayWrite && <TemplateConflict desk={desk} />}
      {gone && <News kind="warning" icon="warning" text={t(($) => $.templateForm.gone)} />}
      {setAside && (
        <News kind="info" icon="save" text={t(($) => $.localisation.glossary.aside)}>
          <Button onClick={() => desk.bringBack()}>{t(($) => $.localisation.conflict.bringBack)}</Button>
        </News>
      )}
    </div>
  );
}

function TemplateConflict({ desk }: { readonly desk: TemplateDesk }) {
  const t = useWords();
  const draft = useStore(desk.draft);
  const template = desk.template();
  if (!draft || !template || template.version <= draft.version) return null;
  const clashes = clashesOf(draft, wordsOf(template)).map((clash) => ({
    key: `${clash.part} ${clash.name}`,
    part: partName(clash, t),
    theirs: valueWords(clash, clash.theirs, t),
    mine: valueWords(clash, clash.mine, t),
  }));
  return (
    <Conflict
      text={t(($) => $.templateForm.conflict)}
      clashes={clashes}
      onSettle={(whose) => desk.settle(whose)}
    />
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
