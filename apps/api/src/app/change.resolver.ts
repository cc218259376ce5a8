import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import type { Change } from "../base/change.ts";
import type { Context } from "../base/context.ts";
import { graphqlEnum } from "../base/enums.ts";
import { DomainError } from "../base/errors.ts";
import { Requires } from "../base/requires.ts";
import { Conversation } from "../inbox/conversation.entity.ts";

const ChangeKind = graphqlEnum(
  "ChangeKind",
  {
    conversation: "conversation",
    draft: "draft",
    outbox: "outbox",
    review: "review",
    template: "template",
    policy: "policy",
    presence: "presence",
    session: "session",
  },
  "What may look different now.",
);

const Doing = graphqlEnum(
  "Doing",
  { viewing: "viewing", writing: "writing", gone: "gone" },
  "What a member is doing in a conversation: soft, never a lock.",
);

@ObjectType({ description: "Something on screen may have changed; fetch it again. Carries ids only." })
class ChangeEvent {
  @Field(() => ChangeKind) kind!: Change["kind"];
  @Field(() => ID) id!: string;
  @Field(() => ID) brandId!: string;
  @Field(() => ID, { nullable: true }) conversationId?: string;
  @Field(() => Doing, { nullable: true, description: "For presence: what the member with this id does." })
  doing?: Change["doing"];
}

@Resolver()
export class ChangeResolver {
  @Subscription(() => ChangeEvent, {
    description:
      "What changes in the viewer's brands, as it happens. A lost event only delays: fetch on reconnect.",
    subscribe: ({ context }) => changesFor(context as Context) as AsyncIterable<Change> as never,
  })
  @Requires("conversation.read")
  changes(@Root() change: Change): ChangeEvent {
    return change as ChangeEvent;
  }

  @Mutation(() => Boolean, { description: "Tell colleagues what the viewer is doing in a conversation." })
  @Requires("conversation.read")
  async announcePresence(
    @Arg("conversationId", () => ID) conversationId: string,
    @Arg("doing", () => Doing) doing: NonNullable<Change["doing"]>,
    @Ctx() { viewer, load, changes }: Context,
  ) {
    const conversation = await load.one(Conversation, conversationId);
    if (!conversation) throw new DomainError("NOT_FOUND", { conversation: conversationId });
    changes.publish([
      { kind: "presence", id: viewer.id, brandId: conversation.brandId, conversationId, doing },
    ]);
    return true;
  }
}

/** Changes of the viewer's brands, one after another, until the subscriber goes. Old ones are dropped when it lags. */
async function* changesFor({ viewer, changes }: Context): AsyncGenerator<Change> {
  const waiting: Change[] = [];
  let wake: () => void = () => undefined;
  const unlisten = changes.listen((change) => {
    if (!viewer.roles.has(change.brandId) || change.kind === "session") return;
    waiting.push(change);
    if (waiting.length > MOST_WAITING) waiting.shift();
    wake();
  });
  try {
    for (;;) {
      const next = waiting.shift();
      if (next) yield next;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    unlisten();
  }
}

const MOST_WAITING = 1000;
