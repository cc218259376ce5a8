import { useWords } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";
import { useStore } from "../../../base/store.ts";
import { Button } from "../../../ui/Button.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import { BrandChoice } from "../BrandChoice.tsx";
import { tableFilter } from "../overview.ts";
import { noFilter, type TableFilter } from "./filter.ts";
import type { Overview } from "./standing.ts";

const kinds: readonly TableFilter["kind"][] = ["all", "reply", "block"];
const onlys: readonly TableFilter["only"][] = ["all", "missing", "stale", "absent", "findings"];

interface FiltersProps {
  /** All there is, whatever is filtered. */
  readonly overview: Overview;
  /** How many templates are left. */
  readonly left: number;
}

/** What the table is narrowed to. */
export function TableFilters({ overview, left }: FiltersProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const filter = useStore(tableFilter);
  const change = (changed: Partial<TableFilter>) => tableFilter.set({ ...filter, ...changed });
  const narrowed = filter !== noFilter;
  return (
    <search className="template-table__filters">
      <BrandChoice />
      <Button
        look={filter.needsMe ? "primary" : "plain"}
        icon="person"
        aria-pressed={filter.needsMe}
        onClick={() => change({ needsMe: !filter.needsMe })}
      >
        {t(($) => $.localisation.filter.needsMe)}
      </Button>
      <SearchField
        label={t(($) => $.localisation.filter.search)}
        value={filter.text}
        onChange={(text) => change({ text })}
      />
      <Select
        label={t(($) => $.localisation.filter.language)}
        value={filter.locales[0] ?? ""}
        choices={[
          ["", t(($) => $.localisation.filter.languages.all)],
          ...overview.coverage.map(({ locale }): Choice => [locale, languageName(locale)]),
        ]}
        onChange={(locale) => change({ locales: locale === "" ? [] : [locale] })}
      />
      <Select
        label={t(($) => $.localisation.filter.kind)}
        value={filter.kind}
        choices={kinds.map((kind): Choice => [kind, t(($) => $.localisation.filter.kinds[kind])])}
        onChange={(kind) => change({ kind: kinds.find((one) => one === kind) ?? "all" })}
      />
      <Select
        label={t(($) => $.localisation.filter.only)}
        value={filter.only}
        choices={onlys.map((only): Choice => [only, t(($) => $.localisation.filter.onlys[only])])}
        onChange={(only) => change({ only: onlys.find((one) => one === only) ?? "all" })}
      />
      <span className="template-table__sum" role="status">
        {t(($) => $.localisation.table.sum, { count: left })}
      </span>
      {workbench.can("template.new") && (
        <Button icon="add" onClick={() => void workbench.run("template.new")}>
          {t(($) => $.localisation.commands.newTemplate)}
        </Button>
      )}
      {narrowed && (
        <Button look="quiet" icon="close" onClick={() => tableFilter.set(noFilter)}>
          {t(($) => $.localisation.filter.clear)}
        </Button>
      )}
    </search>
  );
}

type Choice = readonly [value: string, name: string];

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}

function Select({ label, value, choices, onChange }: SelectProps) {
  return (
    <select
      className="select"
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {choices.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </select>
  );
}
