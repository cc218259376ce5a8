import { useMutation, useQuery } from "@apollo/client/react";
import { useId } from "react";
import { wordsOfError } from "../../base/error-words.ts";
import { useWords } from "../../base/i18n.ts";
import type { ResultOf } from "../../gql/graphql.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useWorkbench, useWorkbenchState } from "../../workbench/context.ts";
import { AllowProviderDocument, BrandProvidersDocument } from "./provider.documents.ts";
import "../../workbench/editors/page.css";
import "./provider.css";

type Brand = ResultOf<typeof BrandProvidersDocument>["brands"][number];
type Provider = NonNullable<Brand["provider"]>;
type Task = Provider["can"][number];

const tasks = ["translate", "draft", "embed"] as const satisfies readonly Task[];

/** What leaves the house for an outside machine, in plain words, and the switches for it. */
export function ProviderEditor() {
  const t = useWords();
  const { data, error } = useQuery(BrandProvidersDocument, { fetchPolicy: "cache-and-network" });
  const memberships = useWorkbenchState(({ viewer }) => viewer?.memberships) ?? [];
  const managed = new Set(
    memberships.filter(({ abilities }) => abilities.includes("brand.manage")).map(({ brandId }) => brandId),
  );
  const brands = (data?.brands ?? []).filter(({ id }) => managed.has(id));
  const configured = brands.find(({ provider }) => provider)?.provider ?? null;
  return (
    <div className="page">
      <h2 className="page__title">{t(($) => $.provider.title)}</h2>
      <p className="page__lead">{t(($) => $.provider.lead)}</p>
      {error && <p role="alert">{wordsOfError(error)}</p>}
      {data && (configured ? <Machine provider={configured} /> : <None />)}
      {configured && <Leaving />}
      {brands.map((brand) =>
        brand.provider ? <Allowing key={brand.id} brand={brand} provider={brand.provider} /> : null,
      )}
    </div>
  );
}

function None() {
  const t = useWords();
  return (
    <p className="provider__none">
      <Icon name="plug" />
      {t(($) => $.provider.none)}
    </p>
  );
}

function Machine({ provider: { kind, host, model } }: { readonly provider: Provider }) {
  const t = useWords();
  return (
    <dl className="provider__facts">
      <div>
        <dt>{t(($) => $.provider.machine)}</dt>
        <dd>{t(($) => $.provider.kinds[kind as keyof typeof $.provider.kinds], { defaultValue: kind })}</dd>
      </div>
      <div>
        <dt>{t(($) => $.provider.place)}</dt>
        <dd>
          <code dir="ltr">{host}</code>
        </dd>
      </div>
      {model && (
        <div>
          <dt>{t(($) => $.provider.model)}</dt>
          <dd>
            <code dir="ltr">{model}</code>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The whole truth about what goes out, before anybody switches anything on. */
function Leaving() {
  const t = useWords();
  return (
    <div className="provider__lists">
      <Lines
        about="leaves"
        title={t(($) => $.provider.leaves.title)}
        lines={[
          t(($) => $.provider.leaves.one),
          t(($) => $.provider.leaves.two),
          t(($) => $.provider.leaves.three),
          t(($) => $.provider.leaves.four),
        ]}
      />
      <Lines
        about="stays"
        title={t(($) => $.provider.stays.title)}
        lines={[
          t(($) => $.provider.stays.one),
          t(($) => $.provider.stays.two),
          t(($) => $.provider.stays.three),
        ]}
      />
    </div>
  );
}

interface LinesProps {
  readonly about: "leaves" | "stays";
  readonly title: string;
  readonly lines: readonly string[];
}

function Lines({ about, title, lines }: LinesProps) {
  return (
    <section className={`provider__list provider__list--${about}`}>
      <h3 className="page__heading">{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Allowing({ brand, provider }: { readonly brand: Brand; readonly provider: Provider }) {
  const t = useWords();
  const workbench = useWorkbench();
  const [allow, { loading }] = useMutation(AllowProviderDocument);
  const change = async (task: Task, on: boolean) => {
    const { allowed, host } = provider;
    const sure =
      !on ||
      allowed.length > 0 ||
      (await workbench.confirm({
        title: t(($) => $.provider.sureTitle, { brand: brand.name }),
        text: t(($) => $.provider.sureText, { host }),
        action: t(($) => $.provider.sure),
      }));
    if (!sure) return;
    const next = on ? [...allowed, task] : allowed.filter((one) => one !== task);
    await allow({ variables: { brandId: brand.id, tasks: next } });
  };
  return (
    <section className="provider__brand">
      <h3 className="page__heading">
        <bdi>{brand.name}</bdi>
      </h3>
      {tasks.map((task) => (
        <Switch
          key={task}
          task={task}
          provider={provider}
          busy={loading}
          onChange={(on) => void change(task, on).catch((error: unknown) => workbench.fail(error))}
        />
      ))}
    </section>
  );
}

interface SwitchProps {
  readonly task: Task;
  readonly provider: Provider;
  readonly busy: boolean;
  readonly onChange: (on: boolean) => void;
}

function Switch({ task, provider, busy, onChange }: SwitchProps) {
  const t = useWords();
  const id = useId();
  const can = provider.can.includes(task);
  const on = provider.allowed.includes(task);
  return (
    <div className="provider__task" data-can={can}>
      <div className="provider__words">
        <label className="provider__name" htmlFor={id}>
          {t(($) => $.provider.tasks[task].name)}
        </label>
        <p className="provider__text" id={`${id}-text`}>
          {can ? t(($) => $.provider.tasks[task].text) : t(($) => $.provider.cannot)}
        </p>
      </div>
      <input
        id={id}
        type="checkbox"
        role="switch"
        className="switch"
        checked={on}
        aria-checked={on}
        aria-describedby={`${id}-text`}
        disabled={!can || busy}
        onChange={(event) => onChange(event.target.checked)}
      />
    </div>
  );
}
