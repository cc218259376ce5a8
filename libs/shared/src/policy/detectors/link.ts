import { isAllowed, isShortener, type Link, lookAlike, otherLocale } from "../../channel/index.ts";
import type { RawHit } from "../hit.ts";
import { kind } from "../kind.ts";
import { sureLinks } from "../links.ts";
import type { Scene } from "../scene.ts";

interface LinkOptions {
  readonly of: "foreign" | "shortener" | "look-alike" | "other-locale";
}

/** Where links lead: off the brand's list, through a shortener, to a domain that pretends, to another language. */
export const linkDetector = kind<LinkOptions>({
  options: { of: { type: "string", enum: ["foreign", "shortener", "look-alike", "other-locale"] } },
  required: ["of"],
  make: ({ of }) => ({
    scope: "sentence",
    find: (unit, scene) => sureLinks(unit, scene).flatMap((link) => judge[of](link, scene) ?? []),
  }),
});

type Judge = (link: Link, scene: Scene) => RawHit | null;

const judge: { readonly [K in LinkOptions["of"]]: Judge } = {
  foreign: (link, scene) => {
    const { domains } = scene.brand;
    const told = isShortener(link.domain) || judge["look-alike"](link, scene) !== null;
    return domains.length === 0 || told || isAllowed(link, domains) ? null : hit(link, ["not-listed"]);
  },
  shortener: (link, { brand }) =>
    isShortener(link.domain) && !isAllowed(link, brand.domains) ? hit(link, ["shortener"]) : null,
  "look-alike": (link, { brand }) => {
    if (link.hasName) return { ...hit(link, ["name-before-host"]), variant: "disguised" };
    const like = lookAlike(link, brand.domains);
    if (!like) return null;
    const { domain, likeness, score } = like;
    const own = `https://${domain}`;
    return { ...hit(link, [likeness]), score, args: { domain: link.domain, own: domain }, replacement: own };
  },
  "other-locale": (link, { brand, language }) => {
    const other = language === "und" ? undefined : otherLocale(link, { language, own: brand.domains });
    if (!other) return null;
    const { instead, languages, start, end } = other;
    const found = {
      ...hit(link, ["page-language"]),
      args: { url: link.url, language: languages.join(", ") },
    };
    if (instead === undefined) return found;
    const url = link.url.slice(0, start - link.start) + instead + link.url.slice(end - link.start);
    return { ...found, replacement: url };
  },
};

const hit = ({ start, end, domain }: Link, why: readonly string[]): RawHit => ({
  start,
  end,
  score: 1,
  why,
  args: { domain },
});
