import { type Address, type BrandProfile, NO_BRAND } from "@parley/shared/policy";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { graphqlEnum } from "../base/enums.ts";
import type { ProviderKind, ProviderTask } from "../base/provider.ts";

export const ApprovalNeed = graphqlEnum(
  "ApprovalNeed",
  { NEVER: "NEVER", ON_WARNING: "ON_WARNING", ALWAYS: "ALWAYS" },
  "Which replies need a second person: none, those with a finding of at least a warning, or all.",
);
export type ApprovalNeed = (typeof ApprovalNeed)[keyof typeof ApprovalNeed];

/** Whether somebody who wrote a template may approve it themselves. */
export type TemplateApproval = "another-person" | "anybody";

/** A yes to one machine at one place: it says nothing about another that is configured later. */
export interface ProviderConsent {
  readonly kind: ProviderKind;
  readonly host: string;
  readonly tasks: readonly ProviderTask[];
}

/** What a brand decides for all its accounts; the policy engine and the composer read it. */
export interface BrandSettings {
  /** BCP 47 tags the brand answers in, its own first. */
  readonly languages: readonly string[];
  /** ISO 3166 codes whose identifiers and phone numbers are looked for. */
  readonly countries: readonly string[];
  /** How the brand addresses customers, by language tag. */
  readonly register: Readonly<Record<string, Address>>;
  readonly approval: ApprovalNeed;
  readonly templateApproval: TemplateApproval;
  /** Codes a member may choose from when sending in spite of a finding. */
  readonly overrideReasons: readonly string[];
  /** Values of template variables that are the same in every reply, such as `helpLink`. */
  readonly templateValues: Readonly<Record<string, string | number>>;
  /** What the brand's administrator has allowed an outside machine; without it, nothing. */
  readonly provider?: ProviderConsent;
  /** What the rules know about the brand, besides its name. */
  readonly profile: Omit<BrandProfile, "name">;
}

const { name: _, ...nothingKnown } = NO_BRAND;

export const defaultSettings: BrandSettings = {
  languages: ["en"],
  countries: ["US", "GB"],
  register: {},
  approval: "ON_WARNING",
  templateApproval: "anybody",
  overrideReasons: ["customer_asked", "already_public", "false_alarm", "agreed_with_lead", "other"],
  templateValues: {},
  profile: nothingKnown,
};

@ObjectType({ description: "A company identity with its accounts, people, templates and policies." })
@Entity("brand")
export class Brand {
  @Field(() => ID) @PrimaryGeneratedColumn("uuid") id!: string;
  @Field(() => String, { description: "Short name for addresses and commands." })
  @Column("text")
  key!: string;
  @Field(() => String) @Column("text") name!: string;
  @Column("jsonb") settings!: BrandSettings;
}
