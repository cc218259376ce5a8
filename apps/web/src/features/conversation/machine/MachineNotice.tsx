import { useWords } from "../../../base/i18n.ts";
import { machineName } from "../../../base/machine-name.ts";
import { useSelected, useStore } from "../../../base/store.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import type { DraftKeeper } from "../draft/draft-keeper.ts";
import type { Draft, OpenConversation } from "../open-conversation.ts";
import { decide, type Offer, offerIn, offerKey, offers } from "./offers.ts";
import "./machine.css";

interface NoticeProps {
  readonly open: OpenConversation;
  readonly visibility: "public" | "private";
  readonly keeper: DraftKeeper;
  readonly draft: Draft | null;
}

/** Over a text that a machine wrote: which one, what it rests on, what to look at, and the three ways on. */
export function MachineNotice(props: NoticeProps) {
  const { open, visibility, keeper, draft } = props;
  const local = useStore(offers).get(offerKey(open.id, visibility));
  const body = useSelected(keeper.state, ({ text }) => text.body);
  const offer = offerIn(local, draft, body);
  return offer && <Told {...props} offer={offer} />;
}

function Told({ open, visibility, keeper, offer }: NoticeProps & { readonly offer: Offer }) {
  const t = useWords();
  const workbench = useWorkbench();
  const end = (outcome: "accepted" | "dismissed") => {
    const decided = decide({ open, visibility, offer }, outcome);
    if (outcome === "dismissed") keeper.change(offer.before);
    decided.catch((error: unknown) => workbench.fail(error));
  };
  return (
    <section className="machine" aria-label={t(($) => $.conversation.machine.label)}>
      <Icon name="sparkle" className="machine__sign" />
      <div className="machine__words">
        <p className="machine__who">
          <strong>
            {offer.task === "draft"
              ? t(($) => $.conversation.machine.byDraft)
              : t(($) => $.conversation.machine.byTranslation)}
          </strong>
          <bdi className="machine__name">{machineName(offer)}</bdi>
        </p>
        {offer.rests.length > 0 && (
          <p className="machine__rests">
            {t(($) => $.conversation.machine.rests)} <Keys keys={offer.rests} />
          </p>
        )}
        {offer.marks.length > 0 && <Marks offer={offer} />}
        <p className="machine__hint">{t(($) => $.conversation.machine.hint)}</p>
      </div>
      <div className="machine__ways">
        <Button icon="check" onClick={() => end("accepted")}>
          {t(($) => $.conversation.machine.accept)}
        </Button>
        <Button look="quiet" icon="close" onClick={() => end("dismissed")}>
          {t(($) => $.conversation.machine.dismiss)}
        </Button>
      </div>
    </section>
  );
}

function Keys({ keys }: { readonly keys: readonly string[] }) {
  return keys.map((key) => (
    <code key={key} className="machine__key" dir="ltr">
      {key}
    </code>
  ));
}

/** What neither template nor original says: the member has to know it themselves. */
function Marks({ offer: { marks, text, task } }: { readonly offer: Offer }) {
  const t = useWords();
  const told = task === "draft" ? "unsaidInTemplates" : "unsaidInOriginal";
  return (
    <div className="machine__marks" role="note">
      <p>{t(($) => $.conversation.machine[told])}</p>
      <ul>
        {marks.map(({ start, end, kind }) => (
          <li key={`${start} ${kind}`}>
            <bdi>{text.slice(start, end)}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
