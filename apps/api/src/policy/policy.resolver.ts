import type { PackProblem } from "@parley/shared/pack";
import { GraphQLJSONObject } from "graphql-scalars";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../base/context.ts";
import { Requires } from "../base/requires.ts";
import { Brand } from "../brand/brand.entity.ts";
import { Member } from "../member/member.entity.ts";
import { brandPolicy } from "./brand-policy.ts";
import { FindingReport } from "./finding-report.entity.ts";
import { PolicyPack } from "./policy-pack.entity.ts";
import { type Publish, packProblems, publishPack } from "./publish-pack.ts";
import { type ReportedFinding, reportFinding } from "./report-finding.ts";

@ObjectType({ description: "The rules in force for a brand." })
class PolicyView {
  @Field(() => String, {
    description: "SHA-256 over packs, words and the brand's settings: the server checks under it.",
  })
  digest!: string;
  @Field(() => [PolicyPack], {
    description: "The brand's own packs in force; the built-in ones every client brings.",
  })
  packs!: readonly PolicyPack[];
}

@ObjectType("PackProblem", { description: "Why a pack is refused, and where." })
class PackProblemView implements PackProblem {
  @Field(() => Int, { description: "Counted from 1." }) line!: number;
  @Field(() => Int, { description: "Counted from 1." }) column!: number;
  @Field(() => String, { description: "Key of its words in findings.json." }) code!: string;
  @Field(() => GraphQLJSONObject) details!: PackProblem["details"];
}

@Resolver(() => PolicyPack)
export class PolicyPackResolver {
  @FieldResolver(() => Member, { nullable: true, description: "Who published it; none when Parley did." })
  author(@Root() { authorId }: PolicyPack, @Ctx() { load }: Context) {
    return authorId === null ? null : load.one(Member, authorId);
  }
}

@InputType({ description: "A new version of a brand's pack." })
class PublishInput implements Publish {
  @Field(() => ID) brandId!: string;
  @Field(() => String, { description: "The pack as YAML." }) source!: string;
  @Field(() => String, { description: "Why it is changed; it stands in the ledger." }) reason!: string;
  @Field(() => String, { nullable: true, description: "The version it was made from; none for a new pack." })
  baseVersion!: string | null;
}

@InputType({ description: "A finding that is wrong." })
class ReportInput implements ReportedFinding {
  @Field(() => ID) brandId!: string;
  @Field(() => String) rule!: string;
  @Field(() => String, { description: "The pack and version that fired." }) pack!: string;
  @Field(() => String, {
    description: "The sentence it fired in; personal data is masked before it is stored.",
  })
  sentence!: string;
  @Field(() => String, { defaultValue: "" }) note!: string;
}

@ObjectType({ description: "How often members said that a rule was wrong." })
class RuleReports {
  @Field(() => String) rule!: string;
  @Field(() => Int) count!: number;
  @Field(() => [FindingReport], { description: "The newest ones." }) newest!: readonly FindingReport[];
}

/** Reports of one rule that are listed. */
const NEWEST = 10;

@Resolver(() => Brand)
export class PolicyResolver {
  @FieldResolver(() => PolicyView)
  policy(@Root() { id }: Brand, @Ctx() { read }: Context): Promise<PolicyView> {
    return read(async (db) => ({
      digest: (await brandPolicy(db, id)).digest,
      packs: await db.find(PolicyPack, { where: { brandId: id, inForce: true }, order: { packId: "ASC" } }),
    }));
  }

  @Query(() => [PolicyPack], { description: "Every version of a brand's packs, newest first." })
  @Requires("conversation.read")
  policyVersions(@Arg("brandId", () => ID) brandId: string, @Ctx() { read }: Context) {
    return read((db) => db.find(PolicyPack, { where: { brandId }, order: { createdAt: "DESC" }, take: 200 }));
  }

  @Query(() => [PackProblemView], { description: "Why a pack could not be published; empty when it could." })
  @Requires("policy.write")
  checkPack(
    @Arg("brandId", () => ID) brandId: string,
    @Arg("source", () => String) source: string,
    @Ctx() { read }: Context,
  ) {
    return read((db) => packProblems(db, brandId, source));
  }

  @Mutation(() => PolicyPack, { description: "Put a new version of a pack in force." })
  @Requires("policy.write")
  publishPack(@Arg("publish", () => PublishInput) publish: PublishInput, @Ctx() { act }: Context) {
    return publishPack(act, { ...publish, baseVersion: publish.baseVersion ?? null });
  }

  @Mutation(() => FindingReport, { description: "Say that a finding is wrong." })
  @Requires("reply.write")
  reportFinding(@Arg("report", () => ReportInput) report: ReportInput, @Ctx() { act }: Context) {
    return reportFinding(act, report);
  }

  @Query(() => [RuleReports], { description: "What members said of a brand's rules, most often first." })
  @Requires("policy.write")
  findingReports(
    @Arg("brandId", () => ID) brandId: string,
    @Ctx() { read }: Context,
  ): Promise<RuleReports[]> {
    return read(async (db) => {
      const reports = await db.find(FindingReport, {
        where: { brandId },
        order: { createdAt: "DESC" },
        take: 1000,
      });
      return [...Map.groupBy(reports, ({ rule }) => rule)]
        .map(([rule, list]) => ({ rule, count: list.length, newest: list.slice(0, NEWEST) }))
        .sort((a, b) => b.count - a.count);
    });
  }
}
