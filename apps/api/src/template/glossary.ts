import type { GlossaryTerm as Term } from "@parley/shared/template";
import type { EntityManager } from "typeorm";
import { GlossaryTerm } from "./glossary-term.entity.ts";

/** A brand's terms as the checks read them. */
export const glossaryOf = (db: EntityManager, brandId: string): Promise<readonly Term[]> =>
  db.find(GlossaryTerm, { where: { brandId }, order: { term: "ASC" } });
