import { countryOf } from "./national/kind.ts";
import { NATIONAL } from "./national/kinds.ts";

/** One kind of identifier that is looked for. */
export interface EntityKind {
  readonly entity: string;
  /** The country that gives it; empty for what has none. */
  readonly country: string;
  /** It only counts with a word near it, or alone. */
  readonly shy: boolean;
}

const WITHOUT_COUNTRY = "card iban phone email address order ip mac wallet".split(" ");

/** All kinds of identifiers: those of no country first, then by country. */
export const ENTITIES: readonly EntityKind[] = [
  ...WITHOUT_COUNTRY.map((entity) => ({ entity, country: "", shy: false })),
  ...[...new Set(NATIONAL.map(({ entity }) => entity))]
    .map((entity) => ({
      entity,
      country: countryOf(entity),
      shy: NATIONAL.filter((kind) => kind.entity === entity).every(({ shy }) => shy === true),
    }))
    .sort((a, b) => (a.entity < b.entity ? -1 : 1)),
];
