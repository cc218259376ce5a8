import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { type BuildSchemaOptions, buildSchema } from "type-graphql";
import { authorize } from "../base/requires.ts";
import { BrandResolver } from "../brand/brand.resolver.ts";
import { ConversationDraftResolver, DraftResolver, RevisionResolver } from "../draft/draft.resolver.ts";
import { DryRunExampleResolver, DryRunResolver } from "../draft/dry-run.resolver.ts";
import { SuggestionResolver } from "../draft/suggestion.resolver.ts";
import { TemplateChoiceResolver } from "../draft/template-choice.resolver.ts";
import { ConversationResolver, MessageResolver, NoteResolver } from "../inbox/conversation.resolver.ts";
import { MachineDraftResolver, MachineTextResolver } from "../machine/machine.resolver.ts";
import { ProviderResolver } from "../machine/provider.resolver.ts";
import { ApiTokenResolver } from "../member/api-token.resolver.ts";
import { MemberResolver } from "../member/member.resolver.ts";
import { PolicyPackResolver, PolicyResolver } from "../policy/policy.resolver.ts";
import { LedgerResolver } from "../review/ledger.resolver.ts";
import {
  ApprovalResolver,
  OutboxItemResolver,
  ReplyCheckResolver,
  ReviewResolver,
} from "../review/review.resolver.ts";
import { GlossaryResolver } from "../template/glossary.resolver.ts";
import { MemoryResolver } from "../template/memory.resolver.ts";
import { FindingTickResolver, TemplateRevisionResolver } from "../template/revision.resolver.ts";
import { TemplateResolver } from "../template/template.resolver.ts";
import { TemplateSearchResolver } from "../template/template-search.resolver.ts";
import { TemplateUsageResolver } from "../template/template-usage.resolver.ts";
import {
  TemplateDecisionResolver,
  VariantCommentResolver,
  VariantResolver,
} from "../template/variant.resolver.ts";
import { ChangeResolver } from "./change.resolver.ts";

const resolvers: BuildSchemaOptions["resolvers"] = [
  ApiTokenResolver,
  ApprovalResolver,
  BrandResolver,
  ChangeResolver,
  ConversationDraftResolver,
  ConversationResolver,
  DraftResolver,
  DryRunExampleResolver,
  DryRunResolver,
  FindingTickResolver,
  GlossaryResolver,
  LedgerResolver,
  MachineDraftResolver,
  MachineTextResolver,
  MemberResolver,
  MemoryResolver,
  MessageResolver,
  NoteResolver,
  OutboxItemResolver,
  PolicyPackResolver,
  PolicyResolver,
  ProviderResolver,
  ReplyCheckResolver,
  ReviewResolver,
  RevisionResolver,
  SuggestionResolver,
  TemplateChoiceResolver,
  TemplateDecisionResolver,
  TemplateResolver,
  TemplateRevisionResolver,
  TemplateSearchResolver,
  TemplateUsageResolver,
  VariantCommentResolver,
  VariantResolver,
];

/** type-graphql wants one; subscriptions here have their own `subscribe` on the change bus. */
const unused = {
  publish: () => undefined,
  subscribe: (): never => {
    throw new Error("subscriptions listen to the change bus");
  },
};

/** Parley's whole API. */
export const schema = (): Promise<GraphQLSchema> =>
  buildSchema({ resolvers, validate: true, globalMiddlewares: [authorize], pubSub: unused });

/** The API as text, sorted: what `apps/api/schema.graphql` holds. */
export const schemaText = async (): Promise<string> =>
  `${printSchema(lexicographicSortSchema(await schema()))}\n`;
