import { useApolloClient, useQuery } from "@apollo/client/react";
import { useEffect, useId, useState } from "react";
import { useWords } from "../../base/i18n.ts";
import { languageName } from "../../base/languages.ts";
import { useStore } from "../../base/store.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { InboxBrandsDocument, InboxMembersDocument } from "./inbox.documents.ts";
import { question } from "./inbox.ts";
import { channels, type Narrowing, narrow, narrowed, narrowings, states, widen } from "./question.ts";

interface Option {
  readonly value: string;
  readonly name: string;
}

/** Everything the list can be narrowed by. */
export function Filters() {
  const t = useWords();
  const asked = useStore(question);
  const options = useOptions();
  const shown = narrowings.filter((key) => !(key === "assigneeId" && asked.preset === "mine"));
  return (
    <div className="filters">
      {shown.map((key) => (
        <Choice key={key} narrowing={key} options={options[key]} />
      ))}
      {narrowed(asked) > 0 && (
        <Button look="quiet" icon="close" className="filters__clear" onClick={() => question.update(widen)}>
          {t(($) => $.inbox.clearFilters)}
        </Button>
      )}
    </div>
  );
}

/** What narrows the list while the choices are put away; a click lets go of it. */
export function Narrowings() {
  const t = useWords();
  const asked = useStore(question);
  const options = useOptions();
  const active = narrowings.filter((key) => asked[key] !== null);
  if (active.length === 0) return null;
  return (
    <div className="narrowings">
      {active.map((key) => {
        const name =
          options[key].find(({ value }) => value === asked[key])?.name ?? t(($) => $.inbox.filter[key]);
        return (
          <button
            key={key}
            type="button"
            className="narrowings__one"
            aria-label={t(($) => $.inbox.letGo, { name })}
            onClick={() => question.update((now) => narrow(now, key, null))}
          >
            <bdi>{name}</bdi>
            <Icon name="close" />
          </button>
        );
      })}
    </div>
  );
}

function useOptions(): Readonly<Record<Narrowing, readonly Option[]>> {
  const t = useWords();
  const { brandId } = useStore(question);
  const brands = useQuery(InboxBrandsDocument).data?.brands ?? [];
  const among = brandId ? brands.filter(({ id }) => id === brandId) : brands;
  const people = usePeople(among.map(({ id }) => id));
  const languages = [...new Set(among.flatMap(({ settings }) => settings.languages))];
  return {
    brandId: brands.map(({ id, name }) => ({ value: id, name })),
    accountId: among
      .flatMap(({ accounts }) => accounts)
      .map(({ id, handle }) => ({ value: id, name: `@${handle}` })),
    channel: channels.map((value) => ({ value, name: t(($) => $.inbox.channels[value]) })),
    language: languages.map((value) => ({ value, name: languageName(value) })),
    state: states.map((value) => ({ value, name: t(($) => $.inbox.states[value]) })),
    assigneeId: people.map(({ id, name }) => ({ value: id, name })),
  };
}

interface Person {
  readonly id: string;
  readonly name: string;
}

/** The people of all these brands. */
function usePeople(brandIds: readonly string[]): readonly Person[] {
  const client = useApolloClient();
  const [people, setPeople] = useState<readonly Person[]>([]);
  const key = brandIds.join(" ");
  useEffect(() => {
    let gone = false;
    const asked = key.split(" ").filter(Boolean);
    const answers = asked.map((brandId) =>
      client.query({ query: InboxMembersDocument, variables: { brandId } }),
    );
    Promise.all(answers).then(
      (found) => {
        const members = found.flatMap(({ data }) => data?.members ?? []);
        const unique = new Map(members.map((member) => [member.id, member]));
        if (!gone) setPeople([...unique.values()].toSorted((a, b) => a.name.localeCompare(b.name)));
      },
      // Without names one cannot choose by them; the list above says what is wrong.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [client, key]);
  return people;
}

interface ChoiceProps {
  readonly narrowing: Narrowing;
  readonly options: readonly Option[];
}

function Choice({ narrowing, options }: ChoiceProps) {
  const t = useWords();
  const id = useId();
  const value = useStore(question)[narrowing] ?? "";
  return (
    <>
      <label className="filters__label" htmlFor={id}>
        {t(($) => $.inbox.filter[narrowing])}
      </label>
      <select
        id={id}
        className="select filters__select"
        data-active={value !== ""}
        value={value}
        onChange={(event) => question.update((now) => narrow(now, narrowing, event.target.value))}
      >
        <option value="">{t(($) => $.inbox.filter.any)}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </>
  );
}
