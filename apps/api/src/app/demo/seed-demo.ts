import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LOCALES } from "../../base/locales.ts";
import type { Role } from "../../base/viewer.ts";
import { systemViewer } from "../../base/viewer.ts";
import { addAccount } from "../../brand/add-account.ts";
import { addBrand } from "../../brand/add-brand.ts";
import type { BrandSettings } from "../../brand/brand.entity.ts";
import type { Hours } from "../../brand/hours.entity.ts";
import { setHours } from "../../brand/set-hours.ts";
import { type Acting, actAs } from "../../ledger/act.ts";
import { addMember } from "../../member/add-member.ts";
import { addPost, type Sql } from "../../platform/sandbox/posts.ts";
import { type SavedTerm, saveTerm } from "../../template/save-term.ts";
import { DEMO_DOMAIN } from "../demo-members.ts";
import { firstAdminNeeded } from "../first-admin.ts";
import { furnishBrand } from "../furnish-brand.ts";
import { sandboxSql } from "../platforms.ts";

/** The demo workspace as `locales/demo.json` describes it. */
interface DemoWorkspace {
  readonly brands: readonly {
    readonly key: string;
    readonly name: string;
    readonly settings: Partial<BrandSettings>;
    readonly hours: Pick<Hours, "zone" | "week" | "holidays">;
    readonly accounts: readonly { readonly handle: string; readonly name: string }[];
  }[];
  readonly members: readonly {
    readonly name: string;
    readonly locale: string;
    readonly roles: Readonly<Record<string, readonly Role[]>>;
  }[];
  readonly posts: readonly DemoPost[];
}

interface DemoPost {
  readonly account: string;
  readonly author: string;
  readonly name?: string;
  readonly channel: "comment" | "mention" | "direct";
  readonly body: string;
  /** Further messages of the same customer in the thread. */
  readonly then?: readonly string[];
}

const FILE = join(LOCALES, "demo.json");

/** Terms by the key of their brand; those of `every` are each brand's. */
type DemoGlossary = Readonly<Record<string, readonly Omit<SavedTerm, "brandId" | "termId" | "version">[]>>;

const GLOSSARY = join(LOCALES, "demo-glossary.json");

/** Fill an empty installation with example brands, members and customers. Does nothing where anybody can sign in. */
export async function seedDemo(acting: Acting, say: (code: string) => void): Promise<void> {
  if (!(await firstAdminNeeded(acting.db))) return;
  say("demo_seeding");
  const demo = JSON.parse(readFileSync(FILE, "utf8")) as DemoWorkspace;
  const brandIds = new Map(demo.brands.map(({ key }) => [key, crypto.randomUUID()]));
  const glossary = JSON.parse(readFileSync(GLOSSARY, "utf8")) as DemoGlossary;
  const act = actAs(acting, systemViewer(brandIds.values()));
  for (const { key, name, settings, hours, accounts } of demo.brands) {
    const id = brandIds.get(key) ?? "";
    await addBrand(act, { id, key, name, settings });
    await setHours(act, { brandId: id, ...hours });
    await furnishBrand(act, { brandId: id, locales: settings.languages ?? [], reason: "demo" });
    for (const term of [...(glossary.every ?? []), ...(glossary[key] ?? [])])
      await saveTerm(act, { ...term, brandId: id, termId: null, version: 0 });
    for (const { handle, name: title } of accounts) {
      await addAccount(act, { brandId: id, platform: "sandbox", externalId: handle, handle, name: title });
    }
  }
  for (const { name, locale, roles } of demo.members) {
    const held = Object.entries(roles).flatMap(([key, list]) =>
      list.map((role) => ({ brandId: brandIds.get(key) ?? "", role })),
    );
    await addMember(act, {
      email: `${addressOf(name)}@${DEMO_DOMAIN}`,
      name,
      locale,
      password: null,
      roles: held,
    });
  }
  await play(sandboxSql(acting.db), demo.posts);
}

async function play(sql: Sql, posts: readonly DemoPost[]): Promise<void> {
  for (const { account, author, name = null, channel, body, then = [] } of posts) {
    const common = { account, author, authorName: name, byAccount: false, channel };
    let parent = await addPost(sql, { ...common, body, parentId: null });
    for (const next of then) parent = await addPost(sql, { ...common, body: next, parentId: parent.id });
  }
}

const addressOf = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, ".");
