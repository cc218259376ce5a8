import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { chooseBrand, shown } from "./overview.ts";

/** Whose templates are shown; nothing to choose for those who work for one brand. */
export function BrandChoice() {
  const t = useWords();
  const { brands, brandId } = useStore(shown);
  if (brands.length < 2) return null;
  return (
    <select
      className="select"
      aria-label={t(($) => $.localisation.brand)}
      value={brandId ?? ""}
      onChange={(event) => void chooseBrand(event.target.value)}
    >
      {brands.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
