import { Field, ID, InputType, ObjectType } from "type-graphql";
import type { EntityManager, SelectQueryBuilder } from "typeorm";
import { decodeCursor, PageInfo, pageOf, pageSize } from "../base/page.ts";
import { Channel, Conversation, ConversationState } from "./conversation.entity.ts";
import { queryOf } from "./words.ts";

@InputType({ description: "Which conversations to list; what is left out does not limit." })
export class InboxFilter {
  @Field(() => ID, { nullable: true }) brandId?: string;
  @Field(() => ID, { nullable: true }) accountId?: string;
  @Field(() => Channel, { nullable: true }) channel?: Channel;
  @Field(() => String, { nullable: true, description: "BCP 47 tag; `pt` also finds `pt-BR`." })
  language?: string;
  @Field(() => [ConversationState], { nullable: true }) states?: ConversationState[];
  @Field(() => ID, { nullable: true }) assigneeId?: string;
  @Field(() => Boolean, { nullable: true, description: "Only those assigned to the viewer." }) mine?: boolean;
  @Field(() => Boolean, { nullable: true, description: "Only those assigned to nobody." })
  unassigned?: boolean;
  @Field(() => Boolean, { nullable: true, description: "Only those with a message that has no answer." })
  waiting?: boolean;
  @Field(() => String, {
    nullable: true,
    description: "Words of a message or the beginnings of them, or how the customer's handle begins.",
  })
  search?: string;
}

@ObjectType({ description: "A page of the inbox, newest first." })
export class ConversationPage {
  @Field(() => [Conversation]) nodes!: Conversation[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

export interface InboxQuery {
  readonly filter: InboxFilter;
  readonly first: number;
  readonly after: string | null;
  readonly viewerId: string;
}

/** One page of conversations by the time of their newest message, newest first. */
export async function listConversations(
  db: EntityManager,
  { filter, first, after, viewerId }: InboxQuery,
): Promise<ConversationPage> {
  const size = pageSize(first);
  const query = db
    .createQueryBuilder(Conversation, "c")
    .orderBy("c.lastMessageAt", "DESC")
    .addOrderBy("c.id", "DESC")
    .take(size + 1);
  narrow(query, filter, viewerId);
  if (after) {
    const { at, id } = decodeCursor(after);
    query.andWhere("(c.lastMessageAt, c.id) < (:at, :id)", { at, id });
  }
  return pageOf(await query.getMany(), size, (row) => ({ at: row.lastMessageAt.toISOString(), id: row.id }));
}

/** Counting stops here: nobody works by the difference between 1,000 and 4,000, and the database would read them all. */
const MOST_COUNTED = 1000;

/** How many conversations match, counted up to a thousand. */
export async function countConversations(
  db: EntityManager,
  { filter, viewerId }: Pick<InboxQuery, "filter" | "viewerId">,
): Promise<number> {
  const query = db.createQueryBuilder(Conversation, "c").select("c.id").limit(MOST_COUNTED);
  narrow(query, filter, viewerId);
  const [sql, values] = query.getQueryAndParameters();
  const [row] = await db.query<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM (${sql}) AS matching`,
    values,
  );
  return row?.n ?? 0;
}

function narrow(query: SelectQueryBuilder<Conversation>, filter: InboxFilter, viewerId: string): void {
  const { brandId, accountId, channel, language, states, search } = filter;
  if (brandId) query.andWhere("c.brandId = :brandId", { brandId });
  if (accountId) query.andWhere("c.accountId = :accountId", { accountId });
  if (channel) query.andWhere("c.channel = :channel", { channel });
  if (language)
    query.andWhere("(c.language = :language OR c.language LIKE :variants)", {
      language,
      variants: `${language}-%`,
    });
  if (states && states.length > 0) query.andWhere("c.state IN (:...states)", { states });
  if (filter.waiting) query.andWhere("c.waitingSince IS NOT NULL");
  if (filter.unassigned) query.andWhere("c.assigneeId IS NULL");
  const assigneeId = filter.mine ? viewerId : filter.assigneeId;
  if (assigneeId) query.andWhere("c.assigneeId = :assigneeId", { assigneeId });
  if (search?.trim()) narrowToWords(query, search.trim());
}

function narrowToWords(query: SelectQueryBuilder<Conversation>, typed: string): void {
  const handle = `${escapeLike(typed.replace(/^@/, "").toLowerCase())}%`;
  query.andWhere(
    `(c.id IN (SELECT m.conversation_id FROM message m WHERE m.words @@ CAST(:words AS tsquery))
      OR c.customer_id IN (SELECT k.id FROM customer k WHERE lower(k.handle) LIKE :handle))`,
    { words: queryOf(typed) ?? "", handle },
  );
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
