import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { wordsOfError } from "../../base/error-words.ts";
import { useWords } from "../../base/i18n.ts";
import { nameInItself } from "../../base/languages.ts";
import type { ResultOf } from "../../gql/graphql.ts";
import { IconButton } from "../../ui/Button.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { useWorkbenchState } from "../../workbench/context.ts";
import { fold } from "../../workbench/palette/score.ts";
import { roleWords } from "./ability-words.ts";
import { AccountBrandsDocument, BrandMembersDocument } from "./account.documents.ts";
import type { Person } from "./people.ts";
import { RolesForm } from "./RolesForm.tsx";
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
  const mayManage = useWorkbenchState(({ viewer }) =>
    viewer?.memberships.some(
      ({ brandId, abilities }) => brandId === brand.id && abilities.includes("member.manage"),
    ),
  );
  const { data, error } = useQuery(BrandMembersDocument, {
    variables: { brandId: brand.id, former: mayManage ?? false },
    fetchPolicy: "cache-and-network",
  });
  const [chosen, setChosen] = useState<Person | null>(null);
  const people = peopleOf(data).filter(({ name }) => fold(name).includes(fold(query)));
  return (
    <section className="people">
      <h3 className="page__heading">
        <bdi>{brand.name}</bdi>
      </h3>
      {error && <p role="alert">{wordsOfError(error)}</p>}
      <table className="people__table">
        <thead>
          <tr>
            <th scope="col">{t(($) => $.account.people.name)}</th>
            <th scope="col">{t(($) => $.account.people.roles)}</th>
            <th scope="col">{t(($) => $.account.people.language)}</th>
            {mayManage && (
              <th scope="col">
                <span className="unseen">{t(($) => $.account.people.change)}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Row key={person.id} person={person} {...(mayManage && { onChange: () => setChosen(person) })} />
          ))}
        </tbody>
      </table>
      {data && people.length === 0 && <p className="page__lead">{t(($) => $.account.people.nobody)}</p>}
      {chosen && <RolesForm brand={brand} person={chosen} onClose={() => setChosen(null)} />}
    </section>
  );
}

const peopleOf = (data: ResultOf<typeof BrandMembersDocument> | undefined): readonly Person[] => [
  ...(data?.members ?? []).map(({ rolesIn, ...person }) => ({ ...person, roles: rolesIn })),
  ...(data?.formerMembers ?? []).map((person) => ({ ...person, roles: [] })),
];

function Row({ person, onChange }: { readonly person: Person; readonly onChange?: () => void }) {
  const t = useWords();
  const { name, roles, locale } = person;
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td>
        {roles.length === 0 ? (
          <span className="people__former">{t(($) => $.account.people.former)}</span>
        ) : (
          <ul className="people__roles">
            {roles.map((role) => (
              <li key={role}>{roleWords(role, t)}</li>
            ))}
          </ul>
        )}
      </td>
      <td>
        <bdi lang={locale}>{nameInItself(locale)}</bdi>
      </td>
      {onChange && (
        <td className="people__change">
          <IconButton icon="edit" label={t(($) => $.account.people.changeOf, { name })} onClick={onChange} />
        </td>
      )}
    </tr>
  );
}
