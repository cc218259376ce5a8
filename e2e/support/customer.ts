import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIResponse, Page } from "playwright-core";
import { ROOT } from "./parley.ts";

/** What a customer writes in the sandbox. */
export interface Written {
  /** Where: an account's handle. */
  readonly account?: string;
  readonly author: string;
  readonly name: string;
  readonly channel?: "comment" | "mention" | "direct";
  readonly body: string;
  /** The post it answers. */
  readonly parentId?: string;
}

/** Write as a customer to an account of the sandbox; gives the post's id. */
export async function writeAsCustomer(page: Page, written: Written): Promise<string> {
  const { account = "nordwind", author, name, channel = "comment", body, parentId } = written;
  const id = await accountId(page, account);
  const data = { author, name, channel, body, ...(parentId ? { parentId } : {}) };
  const post = await answered(
    await page.request.post(`${origin(page)}/sandbox-api/${id}/posts`, { data, headers: from(page) }),
  );
  return String(post.id);
}

/** Change what a customer wrote. */
export async function editAsCustomer(page: Page, postId: string, body: string): Promise<void> {
  const id = await accountId(page, "nordwind");
  const address = `${origin(page)}/sandbox-api/${id}/posts/${postId}`;
  await answered(await page.request.patch(address, { data: { body }, headers: from(page) }));
}

/** Take back what a customer wrote. */
export async function deleteAsCustomer(page: Page, postId: string): Promise<void> {
  const id = await accountId(page, "nordwind");
  const address = `${origin(page)}/sandbox-api/${id}/posts/${postId}`;
  await answered(await page.request.delete(address, { headers: from(page) }));
}

/** Make the sandbox slow, failing, or lose its answers. */
export async function setWeather(
  page: Page,
  account: string,
  weather: { readonly delayMs: number; readonly fails: boolean; readonly losesAnswers: boolean },
): Promise<void> {
  const id = await accountId(page, account);
  const headers = from(page);
  await answered(
    await page.request.put(`${origin(page)}/sandbox-api/${id}/weather`, { data: weather, headers }),
  );
}

/** What stands in the sandbox under an account. */
export async function postsOf(page: Page, account: string): Promise<readonly { readonly body: string }[]> {
  const id = await accountId(page, account);
  const { posts } = await answered(await page.request.get(`${origin(page)}/sandbox-api/${id}`));
  return posts as { body: string }[];
}

/** The ids of the web client's documents: the only ones the server answers. */
const documents: Record<string, string> = JSON.parse(
  readFileSync(join(ROOT, "apps/web/src/gql/document-ids.json"), "utf8"),
);

async function accountId(page: Page, handle: string): Promise<string> {
  const body = { operationName: "InboxBrands", extensions: { documentId: documents.InboxBrands } };
  const { data } = await answered(
    await page.request.post(`${origin(page)}/graphql`, { data: body, headers: from(page) }),
  );
  const { brands } = data as { brands: { accounts: { id: string; handle: string }[] }[] };
  const account = brands.flatMap(({ accounts }) => accounts).find((one) => one.handle === handle);
  if (!account) throw new Error(`no account @${handle}`);
  return account.id;
}

const origin = (page: Page): string => new URL(page.url()).origin;
const from = (page: Page) => ({ origin: origin(page) });

async function answered(response: APIResponse): Promise<Record<string, unknown>> {
  if (!response.ok()) throw new Error(`${response.url()}: ${response.status()} ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}
