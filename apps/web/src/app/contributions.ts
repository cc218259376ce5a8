import { account } from "../features/account/account.contribution.ts";
import { conversation } from "../features/conversation/conversation.contribution.ts";
import { inbox } from "../features/inbox/inbox.contribution.ts";
import { ledger } from "../features/ledger/ledger.contribution.ts";
import { localisation } from "../features/localisation/localisation.contribution.ts";
import { policy } from "../features/policy/policy.contribution.ts";
import { problems } from "../features/problems/problems.contribution.ts";
import { provider } from "../features/provider/provider.contribution.ts";
import { review } from "../features/review/review.contribution.ts";
import { sandbox } from "../features/sandbox/sandbox.contribution.ts";
import { session } from "../features/session/session.contribution.ts";
import type { Contribution } from "../workbench/contribution.ts";
import { editing } from "./editing.contribution.ts";

/** The product: one line for each feature. */
export const contributions: readonly Contribution[] = [
  session,
  inbox,
  conversation,
  review,
  localisation,
  ledger,
  policy,
  problems,
  sandbox,
  account,
  provider,
  editing,
];
