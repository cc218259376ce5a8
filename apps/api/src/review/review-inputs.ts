import type { Finding } from "@parley/shared/policy";
import { GraphQLJSONObject } from "graphql-scalars";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { graphqlEnum } from "../base/enums.ts";
import { Draft } from "../draft/draft.entity.ts";
import type { KeptFinding, Override } from "../draft/reply-check.entity.ts";
import { OutboxItem } from "../outbox/outbox-item.entity.ts";
import type { Approve } from "./decide.ts";
import type { Send, Sent } from "./send-reply.ts";

const Severity = graphqlEnum(
  "Severity",
  { error: "error", warning: "warning", info: "info" },
  "How much a finding weighs.",
);

@ObjectType("Finding", { description: "One place where a rule fired." })
export class FindingView implements KeptFinding {
  @Field(() => ID) id!: string;
  @Field(() => String) rule!: string;
  @Field(() => Severity) severity!: KeptFinding["severity"];
  @Field(() => Int) start!: number;
  @Field(() => Int) end!: number;
  @Field(() => String, { description: "Key of its words in findings.json." }) message!: string;
}

@ObjectType("FoundNow", {
  description: "A finding with all that is known of it while its text is at hand; none of it is kept.",
})
export class FoundNow extends FindingView {
  @Field(() => GraphQLJSONObject, { description: "Values for its words." })
  args!: Finding["args"];
  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: "The rule's own words by language; they come before those of findings.json.",
  })
  words!: Finding["words"] | null;
  @Field(() => String, { description: "The rule's pack and version, as ID@VERSION." }) pack!: string;
  @Field(() => [String], { description: "Codes that say why it fired: `why.CODE` in findings.json." })
  why!: readonly string[];
}

@ObjectType({ description: "What the rules in force say of a text." })
export class Verdict {
  @Field(() => String) policyDigest!: string;
  @Field(() => [FoundNow]) findings!: readonly FoundNow[];
}

@ObjectType("Override", { description: "A member's decision to send in spite of a finding." })
export class OverrideView implements Override {
  @Field(() => ID) findingId!: string;
  @Field(() => String, { description: "A code from the brand's list." }) reasonCode!: string;
  @Field(() => String) text!: string;
}

@InputType({ description: "A decision to send in spite of a finding." })
class OverrideInput implements Override {
  @Field(() => ID) findingId!: string;
  @Field(() => String) reasonCode!: string;
  @Field(() => String, { defaultValue: "" }) text!: string;
}

@InputType({ description: "What is to be sent, as its author sees it." })
export class SendInput implements Send {
  @Field(() => ID) draftId!: string;
  @Field(() => ID) revisionId!: string;
  @Field(() => Int, { description: "The state of the conversation on screen; a newer one is refused." })
  inboundVersion!: number;
  @Field(() => [OverrideInput], { defaultValue: [] }) overrides!: OverrideInput[];
  @Field(() => ID, {
    description: "Made by the client for each send; a repeated request has no second effect.",
  })
  clientId!: string;
}

@InputType({ description: "What is approved, as the reviewer sees it." })
export class ApproveInput implements Approve {
  @Field(() => ID) draftId!: string;
  @Field(() => ID) revisionId!: string;
  @Field(() => Int) inboundVersion!: number;
  @Field(() => String, { description: "The policy whose findings are on screen; a newer one is refused." })
  policyDigest!: string;
  @Field(() => ID) clientId!: string;
}

@InputType({ description: "What is sent back, and why." })
export class RequestChangesInput {
  @Field(() => ID) draftId!: string;
  @Field(() => ID) revisionId!: string;
  @Field(() => Int) inboundVersion!: number;
  @Field(() => String) reason!: string;
}

@ObjectType({ description: "Where a reply stands after it was sent or approved." })
export class SendOutcome implements Sent {
  @Field(() => Draft) draft!: Draft;
  @Field(() => OutboxItem, {
    nullable: true,
    description: "Nothing while a second person has to look first.",
  })
  item!: OutboxItem | null;
}
