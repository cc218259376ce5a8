import { DataSource } from "typeorm";
import { SnakeCase } from "../base/naming.ts";
import { Account } from "../brand/account.entity.ts";
import { Brand } from "../brand/brand.entity.ts";
import { Guideline } from "../brand/guideline.entity.ts";
import { Hours } from "../brand/hours.entity.ts";
import { Draft, Revision } from "../draft/draft.entity.ts";
import { ReplyCheck } from "../draft/reply-check.entity.ts";
import { Conversation } from "../inbox/conversation.entity.ts";
import { Customer, Message, Note } from "../inbox/message.entity.ts";
import { LedgerEvent, LedgerPayload, SubjectKey } from "../ledger/event.entity.ts";
import { MachineText } from "../machine/machine-text.entity.ts";
import { ApiToken, FormerMember, Member, MemberRole, Session } from "../member/member.entity.ts";
import { PeopleAndBrands1763700000001 } from "../migrations/1763700000001-people-and-brands.ts";
import { Conversations1763700000002 } from "../migrations/1763700000002-conversations.ts";
import { Replies1763700000003 } from "../migrations/1763700000003-replies.ts";
import { Ledger1763700000004 } from "../migrations/1763700000004-ledger.ts";
import { Sandbox1763700000005 } from "../migrations/1763700000005-sandbox.ts";
import { FindingReports1763700000006 } from "../migrations/1763700000006-finding-reports.ts";
import { SessionRotation1763700000010 } from "../migrations/1763700000010-session-rotation.ts";
import { TemplateStore1763700000020 } from "../migrations/1763700000020-template-store.ts";
import { TemplateSearch1763700000021 } from "../migrations/1763700000021-template-search.ts";
import { TemplateUse1763700000022 } from "../migrations/1763700000022-template-use.ts";
import { TemplateWords1763700000023 } from "../migrations/1763700000023-template-words.ts";
import { LastReplies1763700000030 } from "../migrations/1763700000030-last-replies.ts";
import { LiveChange1763700000031 } from "../migrations/1763700000031-live-change.ts";
import { MachineTexts1763700000050 } from "../migrations/1763700000050-machine-texts.ts";
import { FormerMembers1763700000060 } from "../migrations/1763700000060-former-members.ts";
import { Attempt, OutboxItem } from "../outbox/outbox-item.entity.ts";
import { FindingReport } from "../policy/finding-report.entity.ts";
import { PolicyPack } from "../policy/policy-pack.entity.ts";
import { Approval } from "../review/approval.entity.ts";
import { TemplateDecision, VariantComment } from "../template/decision.entity.ts";
import { GlossaryTerm } from "../template/glossary-term.entity.ts";
import { Template, TemplateRevision, Variant } from "../template/template.entity.ts";

const entities = [
  Account,
  ApiToken,
  Approval,
  Attempt,
  Brand,
  Conversation,
  Customer,
  Draft,
  FindingReport,
  GlossaryTerm,
  Guideline,
  Hours,
  LedgerEvent,
  LedgerPayload,
  MachineText,
  Member,
  FormerMember,
  MemberRole,
  Message,
  Note,
  OutboxItem,
  PolicyPack,
  ReplyCheck,
  Revision,
  Session,
  SubjectKey,
  Template,
  TemplateDecision,
  TemplateRevision,
  Variant,
  VariantComment,
];

const migrations = [
  PeopleAndBrands1763700000001,
  Conversations1763700000002,
  Replies1763700000003,
  Ledger1763700000004,
  Sandbox1763700000005,
  FindingReports1763700000006,
  SessionRotation1763700000010,
  TemplateStore1763700000020,
  TemplateSearch1763700000021,
  TemplateUse1763700000022,
  TemplateWords1763700000023,
  LastReplies1763700000030,
  LiveChange1763700000031,
  MachineTexts1763700000050,
  FormerMembers1763700000060,
];

/** Connect as one of Parley's database roles. Give `migrate` the owner's address, everything else the app's. */
export async function connect(url: string, poolSize = 10): Promise<DataSource> {
  const db = new DataSource({
    type: "postgres",
    url,
    poolSize,
    entities,
    migrations,
    namingStrategy: new SnakeCase(),
    migrationsTransactionMode: "all",
    logging: false,
  });
  return db.initialize();
}
