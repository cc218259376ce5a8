import { useMutation, useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useWords } from "../../../base/i18n.ts";
import { directionOf } from "../../../base/languages.ts";
import { machineName } from "../../../base/machine-name.ts";
import type { ResultOf } from "../../../gql/graphql.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import { BrandMachinesDocument, DecideBlockDocument, TranslateBlockDocument } from "../machine.documents.ts";
import { MessageText } from "../message/MessageText.tsx";
import type { OpenVariant } from "../variant/open-variant.ts";

interface MachineProps {
  readonly open: OpenVariant;
  readonly text: string;
  readonly sourceLocale: string;
  readonly onUse: (text: string) => void;
}

type Offered = ResultOf<typeof TranslateBlockDocument>["translateBlock"];

/** A translation of one part by a machine, where the brand lets one: an offer beside those of the memory. */
export function MachineTranslation(props: MachineProps) {
  const { open, text, sourceLocale } = props;
  const t = useWords();
  const workbench = useWorkbench();
  const { data } = useQuery(BrandMachinesDocument);
  const [ask, { loading }] = useMutation(TranslateBlockDocument);
  const [offered, setOffered] = useState<{ readonly of: string; readonly offer: Offered } | null>(null);
  const { brandId, locale, register } = open.address;
  const allowed = data?.brands.find(({ id }) => id === brandId)?.provider?.allowed ?? [];
  if (!allowed.includes("translate")) return null;
  if (offered?.of === text) return <Shown {...props} offer={offered.offer} />;
  const translate = async () => {
    const block = { brandId, text, from: sourceLocale, to: locale, register };
    const answer = await ask({ variables: { block } });
    if (answer.data) setOffered({ of: text, offer: answer.data.translateBlock });
  };
  return (
    <div>
      <Button
        look="quiet"
        icon="sparkle"
        disabled={loading}
        onClick={() => void translate().catch((error: unknown) => workbench.fail(error))}
      >
        {loading ? t(($) => $.localisation.machine.asking) : t(($) => $.localisation.machine.ask)}
      </Button>
    </div>
  );
}

function Shown({ open, onUse, offer }: MachineProps & { readonly offer: Offered }) {
  const t = useWords();
  const workbench = useWorkbench();
  const [decide] = useMutation(DecideBlockDocument);
  const { locale } = open.address;
  const { text, machineText } = offer;
  const take = () => {
    onUse(text);
    const decided = decide({ variables: { id: machineText.id, outcome: "accepted" } });
    decided.catch((error: unknown) => workbench.fail(error));
  };
  return (
    <article className="memory__match memory__match--machine">
      <p className="memory__from">
        <Icon name="sparkle" />
        <strong>{t(($) => $.localisation.machine.by)}</strong>
        <bdi>{machineName(machineText)}</bdi>
      </p>
      <div lang={locale} dir={directionOf(locale)}>
        <MessageText source={text} locale={locale} />
      </div>
      <p className="memory__note">{t(($) => $.localisation.machine.read)}</p>
      <Button look="quiet" icon="arrow-left" onClick={take}>
        {t(($) => $.localisation.memory.use)}
      </Button>
    </article>
  );
}
