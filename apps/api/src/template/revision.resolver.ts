import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../base/context.ts";
import { Member } from "../member/member.entity.ts";
import { TemplateDecision } from "./decision.entity.ts";
import { BlockView, blockView, FindingTick, TemplateFindingView } from "./localisation-views.ts";
import { stateOf } from "./lock-variant.ts";
import { TemplateRevision, Variant } from "./template.entity.ts";
import { type Tick, ticksOf } from "./tick-finding.ts";

@Resolver(() => TemplateRevision)
export class TemplateRevisionResolver {
  @FieldResolver(() => [BlockView], { description: "Its parts in order." })
  blocks(@Root() { blocks }: TemplateRevision) {
    return blocks.map(blockView);
  }

  @FieldResolver(() => String, {
    description: "`draft`, `in-review`, `approved`, `live`, `retired` or `rejected`.",
  })
  state(@Root() { id }: TemplateRevision, @Ctx() { read }: Context) {
    return read((db) => stateOf(db, id));
  }

  @FieldResolver(() => Variant)
  variant(@Root() { variantId }: TemplateRevision, @Ctx() { load }: Context) {
    return load.one(Variant, variantId);
  }

  @FieldResolver(() => Member, { nullable: true, description: "Nobody: Parley brought it." })
  author(@Root() { authorId }: TemplateRevision, @Ctx() { load }: Context) {
    return authorId ? load.one(Member, authorId) : null;
  }

  @FieldResolver(() => TemplateRevision, {
    nullable: true,
    description: "The source revision it was made from, or was last said to be still right beside.",
  })
  async madeFrom(@Root() { id }: TemplateRevision, @Ctx() { read, load }: Context) {
    const [row] = await read((db) =>
      db.query<{ pin: string | null }[]>(
        "SELECT source_revision_id AS pin FROM revision_source WHERE id = $1",
        [id],
      ),
    );
    return row?.pin ? load.one(TemplateRevision, row.pin) : null;
  }

  @FieldResolver(() => [TemplateFindingView], { description: "What the checks said when it was saved." })
  findings(@Root() { checks }: TemplateRevision) {
    return checks?.findings ?? [];
  }

  @FieldResolver(() => [FindingTick], { description: "Warnings that were accepted in it." })
  ticks(@Root() { id }: TemplateRevision, @Ctx() { read }: Context): Promise<readonly Tick[]> {
    return read((db) => ticksOf(db, id));
  }

  @FieldResolver(() => [TemplateDecision], { description: "What became of it, oldest first." })
  decisions(@Root() { id }: TemplateRevision, @Ctx() { load }: Context) {
    return load.many(TemplateDecision, { column: "revisionId", value: id, orderBy: "createdAt" });
  }
}

@Resolver(() => FindingTick)
export class FindingTickResolver {
  @FieldResolver(() => Member, { nullable: true })
  author(@Root() { authorId }: FindingTick, @Ctx() { load }: Context) {
    return load.one(Member, authorId);
  }
}
