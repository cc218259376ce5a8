import { DomainError } from "../base/errors.ts";
import type { ActAs } from "../base/tx.ts";
import { may } from "../base/viewer.ts";
import { Brand } from "../brand/brand.entity.ts";
import { hidePersonalData } from "../brand/hide-personal-data.ts";
import { brandPolicy } from "./brand-policy.ts";
import { FindingReport } from "./finding-report.entity.ts";

const LONGEST = 1000;

export interface ReportedFinding {
  readonly brandId: string;
  readonly rule: string;
  readonly pack: string;
  readonly sentence: string;
  readonly note: string;
}

/** Tell whoever keeps a rule that it was wrong here. */
export function reportFinding(act: ActAs, reported: ReportedFinding): Promise<FindingReport> {
  const { brandId, rule, pack, note } = reported;
  if (reported.sentence.length > LONGEST || note.length > LONGEST)
    throw new DomainError("TOO_LARGE", { most: LONGEST });
  return act({
    do: async (tx, by) => {
      if (!may(by, "reply.write", brandId)) throw new DomainError("FORBIDDEN", { ability: "reply.write" });
      const { rules } = await brandPolicy(tx, brandId);
      if (!rules.some(({ def }) => def.id === rule)) throw new DomainError("NOT_FOUND", { rule });
      const { settings } = await tx.findOneByOrFail(Brand, { id: brandId });
      const sentence = hidePersonalData(reported.sentence, settings).text;
      const { id } = await tx.save(FindingReport, { brandId, reporterId: by.id, rule, pack, sentence, note });
      return tx.findOneByOrFail(FindingReport, { id });
    },
    record: ({ id }) => ({
      action: "finding.reported",
      brandId,
      subjectId: id,
      payload: { note },
      facts: { rule, pack },
    }),
    changes: ({ id }) => [{ kind: "policy", id, brandId }],
  });
}
