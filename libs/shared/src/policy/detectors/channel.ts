import type { Span } from "../../text/index.ts";
import type { RawHit } from "../hit.ts";
import { kind } from "../kind.ts";
import { hashtags, mentions, sureLinks } from "../links.ts";
import type { Draft } from "../rule.ts";
import type { Scene } from "../scene.ts";
import type { Fact } from "../unit.ts";

interface ChannelOptions {
  readonly of: "links" | "mentions" | "hashtags" | "final";
}

/** What the channel does with links, names and hashtags, and what cannot be mended once it is sent. */
export const channelDetector = kind<ChannelOptions>({
  options: { of: { type: "string", enum: ["links", "mentions", "hashtags", "final"] } },
  required: ["of"],
  make: ({ of }) => ({ scope: "draft", find: (draft, scene) => find[of](draft, scene) }),
});

const find: { readonly [K in ChannelOptions["of"]]: (draft: Draft, scene: Scene) => readonly RawHit[] } = {
  links: (draft, scene) => {
    const { channel } = scene;
    const dead = channel?.links.value === "no";
    const fee = channel?.linkFee?.value;
    if (!dead && fee === undefined) return [];
    return placed(draft, scene, sureLinks).map((span) => ({
      ...span,
      score: 1,
      variant: dead ? "dead" : "fee",
      why: ["channel"],
      args: fee === undefined ? {} : { fee: fee.toFixed(2) },
    }));
  },
  mentions: (draft, scene) => tooMany(placed(draft, scene, mentions), scene.channel?.mostMentions?.value),
  hashtags: (draft, scene) => {
    const spans = placed(draft, scene, hashtags);
    if (scene.channel?.hashtags.value !== "no") return tooMany(spans, scene.channel?.mostHashtags?.value);
    return spans.map((span) => ({ ...span, score: 1, variant: "dead", why: ["channel"] }));
  },
  final: ({ text }, { channel }) => {
    const isFinal = channel?.edit.value === "no" && channel.remove.value === "no";
    if (!isFinal || text.trim() === "") return [];
    return [{ start: 0, end: text.trimEnd().length, score: 1, why: ["channel"], whole: true }];
  },
};

function placed(draft: Draft, scene: Scene, fact: Fact<readonly Span[]>): readonly Span[] {
  return draft.units.flatMap(({ unit, start }) =>
    fact(unit, scene).map((span) => ({ start: span.start + start, end: span.end + start })),
  );
}

function tooMany(spans: readonly Span[], most = Number.POSITIVE_INFINITY): readonly RawHit[] {
  return spans.slice(most).map((span) => ({
    ...span,
    score: 1,
    variant: "too-many",
    why: ["channel"],
    args: { used: String(spans.length), max: String(most) },
  }));
}
