import type { DataSource } from "typeorm";
import { readAs } from "../base/read.ts";
import { Brand } from "../brand/brand.entity.ts";
import { everywhere } from "../member/viewer-of.ts";
import { Unusable } from "./command.ts";

/** The brand of `--brand KEY`; the only one there is, when the option is left out. */
export async function brandByKey(db: DataSource, key: string | undefined): Promise<string> {
  const brands = await readAs(db, await everywhere(db), (manager) =>
    manager.find(Brand, { order: { key: "ASC" } }),
  );
  const known = brands.map((brand) => brand.key).join(", ");
  if (key === undefined && brands.length !== 1) throw new Unusable("brand_needed", { known });
  const brand = key === undefined ? brands[0] : brands.find((one) => one.key === key);
  if (!brand) throw new Unusable("option_unknown_value", { option: "brand", value: key ?? "", known });
  return brand.id;
}
