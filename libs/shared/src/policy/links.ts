import {
  findHashtags,
  findLinks,
  findMentions,
  type Hashtag,
  type Link,
  type Mention,
} from "../channel/index.ts";
import { type Fact, fact } from "./unit.ts";

/** The links of a unit. */
export const links: Fact<readonly Link[]> = fact(({ text }) =>
  /[.。．｡]/.test(text) ? findLinks(text) : [],
);

/** Links that are surely meant as such. */
export const sureLinks: Fact<readonly Link[]> = fact((unit, scene) =>
  links(unit, scene).filter(({ doubtful }) => !doubtful),
);

/** Who is named in a unit, as the channel writes names. */
export const mentions: Fact<readonly Mention[]> = fact(({ text }, { channel }) =>
  findMentions(text, channel?.mentions.value),
);

/** The hashtags of a unit. */
export const hashtags: Fact<readonly Hashtag[]> = fact(({ text }) => findHashtags(text));
