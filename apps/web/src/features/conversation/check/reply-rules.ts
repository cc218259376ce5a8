import { type Channel, channelOf, isChannelId, type Measured, measure } from "@parley/shared/channel";
import {
  assemblePolicy,
  type BrandProfile,
  type Cost,
  createChecker,
  type Finding,
  type Languages,
  type Pack,
  type ReplyContext,
} from "@parley/shared/policy";
import builtIn from "../../../../../../libs/shared/packs/built-in.json";
import { type DraftText, unresolvedIn } from "../draft/draft-text.ts";

/** What the server says about replies to one conversation. */
export interface RulesSaid {
  readonly context: Omit<ReplyContext, "language" | "variant" | "template" | "placeholders">;
  readonly brand: BrandProfile;
  /** The brand's own packs in force, as YAML. */
  readonly packs: readonly string[];
}

/** Checks a reply as the server will, with the same engine and the same rules. */
export interface ReplyRules {
  readonly check: (text: DraftText, upTo: Cost) => readonly Finding[];
  /** The text's length as the channel counts it; undefined where nothing is known of the channel. */
  readonly measure: (body: string) => Measured | undefined;
}

/** Packs with this beginning are in force for every brand. */
const EVERYWHERE = "parley.";
const builtInPacks: readonly unknown[] = builtIn;
const lexicons = import.meta.glob<{ default: unknown }>("../../../../../../locales/*/lexicons/*.json");

/** Put the rules together for texts in some languages; words of others are not loaded. */
export async function replyRules(said: RulesSaid, tags: readonly string[]): Promise<ReplyRules> {
  const [languages, own] = await Promise.all([languageData(tags), ownPacks(said.packs)]);
  const everywhere = (builtInPacks as readonly Pack[]).filter(({ id }) => id.startsWith(EVERYWHERE));
  const policy = assemblePolicy({ packs: [...everywhere, ...own], languages, brand: said.brand });
  const checker = createChecker(policy);
  const channel = channelIn(said.context);
  const { autoMentions } = said.context;
  return {
    check: (text, upTo) => checker.check(text.body, contextOf(text, said.context), upTo),
    measure: (body) => channel && measure(body, channel, autoMentions ? { autoMentions } : {}),
  };
}

/** The draft's own side of the context, as the server fills it in from what is saved. */
function contextOf(text: DraftText, context: RulesSaid["context"]): ReplyContext {
  const use = text.uses.at(-1);
  return {
    ...context,
    language: text.language ?? "und",
    placeholders: unresolvedIn(text),
    ...(use ? { variant: use.locale, template: use.text } : {}),
  };
}

function channelIn({ channel, visibility, channelSettings }: RulesSaid["context"]): Channel | undefined {
  return isChannelId(channel) ? channelOf(channel, visibility, channelSettings) : undefined;
}

/** A YAML reader is worth its weight only where a brand has packs of its own. */
async function ownPacks(sources: readonly string[]): Promise<readonly Pack[]> {
  if (sources.length === 0) return [];
  const { parsePack } = await import("@parley/shared/pack");
  return sources.flatMap((source) => parsePack(source).pack ?? []);
}

/** The words of languages: a tag's own folder, its language's, and those of all its countries. */
async function languageData(tags: readonly string[]): Promise<Languages> {
  const wanted = new Set(tags.map(baseOf));
  const files = Object.entries(lexicons).flatMap(([path, load]) => {
    const [, tag = "", name = ""] = /locales\/([^/]+)\/lexicons\/(.+)\.json$/.exec(path) ?? [];
    return wanted.has(baseOf(tag)) ? [{ tag, name, load }] : [];
  });
  const loaded = await Promise.all(
    files.map(async ({ tag, name, load }) => ({ tag, name, data: (await load()).default })),
  );
  const byTag = Map.groupBy(loaded, ({ tag }) => tag);
  return Object.fromEntries(
    [...byTag].map(([tag, all]) => [tag, Object.fromEntries(all.map(({ name, data }) => [name, data]))]),
  );
}

const baseOf = (tag: string): string => tag.split("-")[0] ?? tag;
