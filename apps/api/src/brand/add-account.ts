import type { ActAs } from "../base/tx.ts";
import { Account } from "./account.entity.ts";

export interface NewAccount {
  readonly brandId: string;
  readonly platform: string;
  readonly externalId: string;
  /** What customers write to, without its @. */
  readonly handle: string;
  readonly name: string;
}

/** Connect a brand's presence on a platform. */
export function addAccount(act: ActAs, added: NewAccount): Promise<Account> {
  return act({
    do: async (tx) => {
      const { id } = await tx.save(Account, { ...added, purpose: "care" as const, settings: {} });
      return tx.findOneByOrFail(Account, { id });
    },
    record: ({ id, brandId, platform, handle }) => ({
      action: "account.added",
      brandId,
      subjectId: id,
      facts: { platform, handle },
    }),
  });
}
