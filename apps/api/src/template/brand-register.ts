import type { Register } from "@parley/shared/template";
import type { BrandSettings } from "../brand/brand.entity.ts";
import { starterTemplates } from "./starter-templates.ts";

/** How a brand addresses customers in a language; the language's first register when the brand does not say. */
export function registerFor({ register }: Pick<BrandSettings, "register">, locale: string): Register {
  const known = starterTemplates().catalogue.registers[locale] ?? ["neutral"];
  const set = register[locale] ?? register[locale.split("-")[0] ?? locale];
  return set && known.includes(set) ? set : (known[0] ?? "neutral");
}
