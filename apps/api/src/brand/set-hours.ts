import type { ActAs } from "../base/tx.ts";
import { Hours } from "./hours.entity.ts";

/** Say when a brand is there. */
export function setHours(act: ActAs, hours: Hours): Promise<void> {
  return act({
    do: async (tx) => {
      await tx.save(Hours, { ...hours });
    },
    record: () => ({
      action: "hours.changed",
      brandId: hours.brandId,
      subjectId: hours.brandId,
      facts: { zone: hours.zone, week: hours.week, holidays: hours.holidays },
    }),
  });
}
