import { useQuery } from "@apollo/client/react";
import { useId } from "react";
import { useWords } from "../../base/i18n.ts";
import { Button } from "../../ui/Button.tsx";
import { useWorkbench, useWorkbenchState } from "../../workbench/context.ts";
import { languageSetting } from "../../workbench/frame/language.ts";
import { choiceName, useSetting } from "../../workbench/settings.ts";
import { roleWords } from "./ability-words.ts";
import { AccountBrandsDocument } from "./account.documents.ts";
import { Tokens } from "./Tokens.tsx";
import "../../workbench/editors/page.css";
import "./account.css";

/** The member themselves: who they are here, the workbench's language, keys for programs, and leaving. */
export function AccountEditor() {
  const t = useWords();
  const name = useWorkbenchState(({ viewer }) => viewer?.name ?? "");
  return (
    <div className="page">
      <header className="account__head">
        <h2 className="page__title">
          <bdi>{name}</bdi>
        </h2>
        <p className="page__lead">{t(($) => $.account.lead)}</p>
      </header>
      <Roles />
      <LanguageRow />
      <Tokens />
      <Leaving />
    </div>
  );
}

function Roles() {
  const t = useWords();
  const workbench = useWorkbench();
  const memberships = useWorkbenchState(({ viewer }) => viewer?.memberships) ?? [];
  const brands = useQuery(AccountBrandsDocument).data?.brands ?? [];
  const nameOf = (id: string) => brands.find((brand) => brand.id === id)?.name ?? "…";
  return (
    <section className="account__part">
      <h3 className="page__heading">{t(($) => $.account.roles)}</h3>
      <dl className="account__roles">
        {memberships.map(({ brandId, roles }) => (
          <div key={brandId} className="account__role">
            <dt>
              <bdi>{nameOf(brandId)}</bdi>
            </dt>
            <dd>{roles.map((role) => roleWords(role, t)).join(" · ")}</dd>
          </div>
        ))}
      </dl>
      <div>
        <Button icon="organization" onClick={() => void workbench.run("account.people")}>
          {t(($) => $.account.commands.people)}
        </Button>
      </div>
    </section>
  );
}

function LanguageRow() {
  const t = useWords();
  const id = useId();
  const { settings } = useWorkbench();
  const value = useSetting(settings, languageSetting);
  return (
    <section className="account__part">
      <h3 className="page__heading">
        <label htmlFor={id}>{t(languageSetting.title)}</label>
      </h3>
      <p className="page__lead" id={`${id}-text`}>
        {t(($) => $.account.languageText)}
      </p>
      <select
        id={id}
        className="select account__language"
        value={value}
        aria-describedby={`${id}-text`}
        onChange={(event) => settings.set(languageSetting, event.target.value as typeof value)}
      >
        {languageSetting.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choiceName(choice, t)}
          </option>
        ))}
      </select>
    </section>
  );
}

function Leaving() {
  const t = useWords();
  const workbench = useWorkbench();
  const everywhere = async () => {
    const sure = await workbench.confirm({
      title: t(($) => $.account.sessions.everywhere),
      text: t(($) => $.account.sessions.everywhereText),
      action: t(($) => $.session.signOutEverywhere),
      danger: true,
    });
    if (sure) await workbench.run("session.signOutEverywhere");
  };
  return (
    <section className="account__part">
      <h3 className="page__heading">{t(($) => $.account.sessions.title)}</h3>
      <p className="page__lead">{t(($) => $.account.sessions.text)}</p>
      <div className="account__buttons">
        <Button icon="sign-out" onClick={() => void workbench.run("session.signOut")}>
          {t(($) => $.session.signOut)}
        </Button>
        <Button look="danger" icon="sign-out" onClick={() => void everywhere()}>
          {t(($) => $.session.signOutEverywhere)}
        </Button>
      </div>
    </section>
  );
}
