import type { FastifyInstance, FastifyRequest } from "fastify";
import type { DataSource } from "typeorm";
import { DomainError } from "../base/errors.ts";
import { readAs } from "../base/read.ts";
import { may } from "../base/viewer.ts";
import { Account } from "../brand/account.entity.ts";
import { addPost, deletePost, editPost, postsOf } from "../platform/sandbox/posts.ts";
import { setWeather, type Weather, weatherOf } from "../platform/sandbox/weather.ts";
import { type Caller, signedIn } from "./auth.ts";
import { sandboxSql } from "./platforms.ts";

export interface SandboxOptions {
  readonly db: DataSource;
  readonly callerOf: (request: FastifyRequest) => Promise<Caller | null>;
}

interface NewPostBody {
  readonly author: string;
  readonly name?: string;
  readonly channel: "comment" | "mention" | "direct";
  readonly body: string;
  readonly parentId?: string;
}

const id = { type: "string", format: "uuid" } as const;
const words = { type: "string", minLength: 1, maxLength: 5000, pattern: "\\S" } as const;
const schemas = {
  post: {
    type: "object",
    required: ["author", "channel", "body"],
    additionalProperties: false,
    properties: {
      author: { type: "string", pattern: "^[\\w.-]{1,40}$" },
      name: { type: "string", maxLength: 100 },
      channel: { enum: ["comment", "mention", "direct"] },
      body: words,
      parentId: id,
    },
  },
  edit: { type: "object", required: ["body"], additionalProperties: false, properties: { body: words } },
  weather: {
    type: "object",
    required: ["delayMs", "fails", "losesAnswers"],
    additionalProperties: false,
    properties: {
      delayMs: { type: "integer", minimum: 0, maximum: 60_000 },
      fails: { type: "boolean" },
      losesAnswers: { type: "boolean" },
    },
  },
} as const;

interface AccountPath {
  readonly Params: { readonly accountId: string };
}

/** The sandbox as its customers and its switches see it: an outside system, so neither GraphQL nor acts. */
export function sandboxRoutes(app: FastifyInstance, options: SandboxOptions): void {
  const sql = sandboxSql(options.db);
  const account = (request: FastifyRequest, accountId: string) => playable(options, request, accountId);
  const root = "/sandbox-api/:accountId";
  app.get<AccountPath>(root, async (request) => {
    const name = await account(request, request.params.accountId);
    return { posts: await postsOf(sql, name), weather: await weatherOf(sql, name) };
  });
  app.post<AccountPath & { Body: NewPostBody }>(
    `${root}/posts`,
    { schema: { body: schemas.post } },
    async (request) => {
      const { author, name = null, channel, body, parentId = null } = request.body;
      const externalId = await account(request, request.params.accountId);
      return addPost(sql, {
        account: externalId,
        author,
        authorName: name,
        byAccount: false,
        channel,
        body,
        parentId,
      });
    },
  );
  app.patch<{ Params: { accountId: string; postId: string }; Body: { body: string } }>(
    `${root}/posts/:postId`,
    { schema: { body: schemas.edit } },
    async (request) => {
      const name = await account(request, request.params.accountId);
      return editPost(sql, { account: name, id: request.params.postId, body: request.body.body });
    },
  );
  app.delete<{ Params: { accountId: string; postId: string } }>(`${root}/posts/:postId`, async (request) => {
    const name = await account(request, request.params.accountId);
    return deletePost(sql, { account: name, id: request.params.postId });
  });
  app.put<AccountPath & { Body: Weather }>(
    `${root}/weather`,
    { schema: { body: schemas.weather } },
    async (request) => setWeather(sql, await account(request, request.params.accountId), request.body),
  );
}

/** The sandbox's name for an account on which the caller may play. */
async function playable(
  { db, callerOf }: SandboxOptions,
  request: FastifyRequest,
  accountId: string,
): Promise<string> {
  const { viewer } = signedIn(await callerOf(request));
  const account = await readAs(db, viewer, (manager) =>
    manager.findOneBy(Account, { id: accountId, platform: "sandbox" }),
  );
  if (!account) throw new DomainError("NOT_FOUND", { account: accountId });
  if (!may(viewer, "sandbox.play", account.brandId))
    throw new DomainError("FORBIDDEN", { ability: "sandbox.play" });
  return account.externalId;
}
