import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { wordsOfError } from "../../base/error-words.ts";
import { useWords } from "../../base/i18n.ts";
import { nameInItself } from "../../base/languages.ts";
import { SearchField } from "../../ui/SearchField.tsx";
import { fold } from "../../workbench/palette/score.ts";
import { roleWords } from "./ability-words.ts";
import { AccountBrandsDocument, BrandMembersDocument } from "./account.documents.ts";
import "../../workbench/editors/page.css";
import "./people.css";

/** Who works for each brand, and in which roles. */
export function PeopleEditor() {
  const t = useWords();
  const { data, error } = useQuery(AccountBrandsDocument);
  const [query, setQuery] = useState("");
  return (
    <div className="page">
      <h2 className="page__title">{t(($) => $.account.people.title)}</h2>
      <p className="page__lead">{t(($) => $.account.people.lead)}</p>
      <SearchField label={t(($) => $.account.people.search)} value={query} onChange={setQuery} />
      {error && <p role="alert">{wordsOfError(error)}</p>}
      {data?.brands.map((brand) => (
        <People key={brand.id} brand={brand} query={query} />
      ))}
    </div>
  );
}

interface PeopleProps {
  readonly brand: { readonly id: string; readonly name: string };
  readonly query: string;
}

function People({ brand, query }: PeopleProps) {
  const t = useWords();
  const { data } = useQuery(BrandMembersDocument, { variables: { brandId: brand.id } });
  const members = (data?.members ?? []).filter(({ name }) => fold(name).includes(fold(query)));
  return (
    <section className="people">
      <h3 className="page__heading">
        <bdi>{brand.name}</bdi>
      </h3>
      <table className="people__table">
        <thead>
          <tr>
            <th scope="col">{t(($) => $.account.people.name)}</th>
            <th scope="col">{t(($) => $.account.people.roles)}</th>
            <th scope="col">{t(($) => $.account.people.language)}</th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ id, name, roles, locale }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>
                <ul className="people__roles">
                  {roles.map((role) => (
                    <li key={role}>{roleWords(role, t)}</li>
                  ))}
                </ul>
              </td>
              <td>
                <bdi lang={locale}>{nameInItself(locale)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {data && members.length === 0 && <p className="page__lead">{t(($) => $.account.people.nobody)}</p>}
    </section>
  );
}
