import { type Channel, measure } from "@parley/shared/channel";
import type { TemplateLanguage } from "@parley/shared/template";
import { useDeferredValue, useMemo, useState } from "react";
import { useWords } from "../../../base/i18n.ts";
import { directionOf } from "../../../base/languages.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { channelName } from "../place-words.ts";
import { useLanguageOf } from "../variant/SharedBlock.tsx";
import { templateOf } from "../variant/variant-check.ts";
import type { WordedProps } from "../variant/variant-props.ts";
import { type ChannelLength, channelKey, lengthsOn, type ShownForm, shownForms } from "./shown-forms.ts";
import "./previews.css";

/** How the text reads in every form, and whether it fits where it is to go. */
export function Previews({ open, opened, words }: WordedProps) {
  const t = useWords();
  const { address } = open;
  const language = useLanguageOf(address.brandId, address.locale);
  const blocks = useDeferredValue(words.blocks);
  const { template } = opened;
  const forms = useMemo(() => {
    if (!language || !template) return [];
    const variant = {
      ...address,
      template: template.key,
      absent: false,
      blocks: blocks.map(({ block }) => block),
    };
    return shownForms({ variant, template: templateOf(template), language });
  }, [language, template, blocks, address]);
  const lengths = useMemo(() => lengthsOn(forms, address.channelClass), [forms, address.channelClass]);
  const [wanted, setWanted] = useState<string | null>(null);
  const chosen = lengths.find(({ channel }) => channelKey(channel) === wanted) ?? lengths[0];
  if (!language) return null;
  return (
    <div className="previews">
      {chosen && <Lengths lengths={lengths} chosen={chosen} onChoose={setWanted} />}
      <ol className="previews__forms" aria-label={t(($) => $.localisation.preview.forms)}>
        {forms.map((form) => (
          <li key={JSON.stringify(form.shows)}>
            <Form form={form} language={language} channel={chosen?.channel} />
          </li>
        ))}
      </ol>
    </div>
  );
}

interface LengthsProps {
  readonly lengths: readonly ChannelLength[];
  readonly chosen: ChannelLength;
  readonly onChoose: (key: string) => void;
}

/** So many channels are shown unasked: the tightest, which decide. */
const FEW = 3;

/** Each channel with the length of the longest form; choosing one counts the forms below for it. */
function Lengths({ lengths, chosen, onChoose }: LengthsProps) {
  const t = useWords();
  const [all, setAll] = useState(false);
  const some = lengths.filter((one, index) => all || index < FEW || !one.measured.fits || one === chosen);
  return (
    <fieldset className="lengths">
      <legend className="lengths__legend">{t(($) => $.localisation.preview.lengths)}</legend>
      {some.map(({ channel, measured }) => {
        const key = channelKey(channel);
        const ratio = Math.min(1, measured.used / measured.limit);
        return (
          <label
            key={key}
            className="lengths__one"
            data-over={!measured.fits}
            data-tight={measured.fits && ratio > 0.9}
          >
            <input
              type="radio"
              name="length-channel"
              className="lengths__choice"
              checked={channelKey(chosen.channel) === key}
              onChange={() => onChoose(key)}
            />
            <span className="lengths__name">
              {t(($) => $.localisation.preview.channel, {
                platform: channelName(channel.id),
                visibility: t(($) => $.localisation.visibility[channel.visibility]),
              })}
            </span>
            <span className="lengths__figures">
              {!measured.fits && <Icon name="error" />}
              {t(($) => $.localisation.preview.length, { used: measured.used, limit: measured.limit })}
            </span>
            <span className="meter" aria-hidden="true">
              <span className="meter__good" style={{ inlineSize: `${ratio * 100}%` }} />
            </span>
          </label>
        );
      })}
      {lengths.length > FEW && (
        <Button
          look="quiet"
          icon={all ? "chevron-up" : "chevron-down"}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all
            ? t(($) => $.localisation.preview.fewer)
            : t(($) => $.localisation.preview.all, { count: lengths.length })}
        </Button>
      )}
    </fieldset>
  );
}

interface FormProps {
  readonly form: ShownForm;
  readonly language: TemplateLanguage;
  readonly channel: Channel | undefined;
}

function Form({ form, language, channel }: FormProps) {
  const t = useWords();
  const { shows, rendered } = form;
  const measured = channel && measure(rendered.text, channel);
  const keys = Object.entries(shows);
  return (
    <article className="preview">
      <header className="preview__head">
        {keys.length === 0 && <span className="preview__form">{t(($) => $.localisation.preview.only)}</span>}
        {keys.map(([variable, key]) => (
          <span key={variable} className="preview__form">
            <span className="preview__variable">{language.variables[variable]?.label ?? variable}</span>
            <code dir="ltr">{key === "*" ? t(($) => $.localisation.preview.other) : key}</code>
          </span>
        ))}
        {measured && (
          <span className="preview__length" data-over={!measured.fits}>
            {!measured.fits && <Icon name="error" />}
            {t(($) => $.localisation.preview.length, { used: measured.used, limit: measured.limit })}
          </span>
        )}
      </header>
      <p className="preview__text" lang={language.locale} dir={directionOf(language.locale)}>
        {piecesOf(form).map(({ text, kind, start }) =>
          kind === null ? (
            <span key={start}>{text}</span>
          ) : (
            <mark key={start} className={`preview__value preview__value--${kind}`}>
              {text}
            </mark>
          ),
        )}
      </p>
      {rendered.errors.length > 0 && (
        <p className="preview__broken">
          <Icon name="error" />
          {t(($) => $.localisation.preview.broken)}
        </p>
      )}
    </article>
  );
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly kind: string | null;
}

/** The words between the values, and the values. */
function piecesOf({ rendered: { text, marks } }: ShownForm): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, kind } of marks) {
    if (start > at) pieces.push({ text: text.slice(at, start), start: at, kind: null });
    if (end > start) pieces.push({ text: text.slice(start, end), start, kind });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), start: at, kind: null });
  return pieces;
}
