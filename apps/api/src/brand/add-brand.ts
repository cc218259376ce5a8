import { DomainError } from "../base/errors.ts";
import type { ActAs } from "../base/tx.ts";
import { Brand, type BrandSettings, defaultSettings } from "./brand.entity.ts";

export interface NewBrand {
  /** Made by the caller, who must be allowed into the brand before it exists. */
  readonly id: string;
  readonly name: string;
  readonly key?: string;
  readonly settings?: Partial<BrandSettings>;
}

/** Make a brand. Its key is made of its name unless given. */
export function addBrand(
  act: ActAs,
  { id, name, key = keyOf(name), settings = {} }: NewBrand,
): Promise<Brand> {
  if (name.trim() === "") throw new DomainError("BAD_USER_INPUT", { field: "brand" });
  return act({
    do: async (tx) => {
      await tx.insert(Brand, { id, key, name: name.trim(), settings: { ...defaultSettings, ...settings } });
      return tx.findOneByOrFail(Brand, { id });
    },
    record: () => ({ action: "brand.added", brandId: id, subjectId: id, payload: { name } }),
  });
}

function keyOf(name: string): string {
  const key = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return key || "brand";
}
