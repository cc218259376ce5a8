import { useWords } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";
import { useStore } from "../../../base/store.ts";
import { Icon } from "../../../ui/Icon.tsx";
import type { IconName } from "../../../ui/icon-names.ts";
import { useRovingFocus } from "../../../ui/use-roving-focus.ts";
import { useWorkbench } from "../../../workbench/context.ts";
import { ActionButton } from "../../../workbench/parts/ActionButton.tsx";
import { samePlace, type VariantAddress, variantUri } from "../address.ts";
import { shown } from "../overview.ts";
import { channelClassName, registerName } from "../place-words.ts";
import { liveRevision, newest, type Opened, stalenessOf } from "./opened.ts";
import { stateName } from "./state-words.ts";
import type { WordedProps } from "./variant-props.ts";
import "./variant-head.css";

/** Which text this is, how it stands, and its siblings in the same language. */
export function VariantHead(props: WordedProps) {
  const { open, opened, words } = props;
  const t = useWords();
  const { overview } = useStore(shown);
  const { locale, templateId } = open.address;
  const { template } = opened;
  const named = overview?.rows.find((row) => row.template.id === templateId)?.title;
  return (
    <header className="variant-head">
      <div className="variant-head__who">
        <h2 className="variant-head__name">
          <bdi>{words.title || named || template?.key}</bdi>
        </h2>
        <span className="variant-head__key" dir="ltr">
          {template?.key}
        </span>
        <Pills opened={opened} />
        <div className="variant-head__actions">
          <ActionButton command="variant.next" />
          <ActionButton command="variant.table" />
          <ActionButton command="template.change" />
        </div>
      </div>
      <div className="variant-head__place">
        <span className="variant-head__language">
          <Icon name="globe" />
          {languageName(locale)}
        </span>
        <Siblings {...props} />
        {template && (
          <span className="variant-head__intent">
            {t(($) => $.localisation.variant.intent, { intent: template.intent })}
          </span>
        )}
      </div>
    </header>
  );
}

const stateIcons: Readonly<Record<string, IconName>> = {
  draft: "edit",
  "in-review": "law",
  approved: "verified",
  live: "pass",
  retired: "archive",
  rejected: "discard",
};

function Pills({ opened }: { readonly opened: Opened }) {
  const t = useWords();
  const head = newest(opened);
  const live = liveRevision(opened);
  const stale = stalenessOf(head, opened.source);
  const { variant } = opened;
  if (variant?.absentReason != null)
    return <Pill look="retired" icon="circle-slash" text={t(($) => $.localisation.look.absent)} />;
  if (!head) return <Pill look="none" icon="add" text={t(($) => $.localisation.variant.notBegun)} />;
  return (
    <>
      <Pill
        look={head.state}
        icon={stateIcons[head.state] ?? "edit"}
        text={t(($) => $.localisation.variant.stateOf, { n: head.n, state: stateName(head.state) })}
      />
      {live && live.id !== head.id && (
        <Pill look="live" icon="pass" text={t(($) => $.localisation.variant.liveIs, { n: live.n })} />
      )}
      {stale !== "current" && (
        <Pill look={`stale-${stale}`} icon="history" text={t(($) => $.localisation.look[stale])} />
      )}
    </>
  );
}

function Pill({
  look,
  icon,
  text,
}: {
  readonly look: string;
  readonly icon: IconName;
  readonly text: string;
}) {
  return (
    <span className={`pill pill--${look}`}>
      <Icon name={icon} />
      {text}
    </span>
  );
}

/** The other texts of this template in this language, and those that are still missing. */
function Siblings({ open, opened }: WordedProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const roving = useRovingFocus("horizontal");
  const { overview } = useStore(shown);
  const { address } = open;
  const cell = overview?.rows
    .find(({ template }) => template.id === address.templateId)
    ?.cells.find(({ locale }) => locale === address.locale);
  const there = opened.template?.variants.filter(({ locale }) => locale === address.locale) ?? [];
  const missing = (cell?.missing ?? []).map((place) => ({ ...place, locale: address.locale }));
  const places = [...there, ...missing.filter((one) => !there.some((other) => samePlace(one, other)))];
  const all = places.some((one) => samePlace(one, address)) ? places : [...places, address];
  return (
    <div
      className="siblings"
      role="toolbar"
      aria-label={t(($) => $.localisation.variant.siblings)}
      {...roving}
    >
      {all.map((one) => {
        const here = samePlace(one, address);
        const begun = there.some((other) => samePlace(one, other));
        const { register, channelClass } = one as VariantAddress;
        return (
          <button
            key={`${register} ${channelClass}`}
            type="button"
            className="siblings__one"
            aria-pressed={here}
            data-missing={!begun}
            onClick={() => workbench.editors.show(variantUri({ ...address, register, channelClass }))}
          >
            {registerName(register)} · {channelClassName(channelClass)}
          </button>
        );
      })}
    </div>
  );
}
