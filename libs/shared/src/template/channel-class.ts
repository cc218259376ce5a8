import { CHANNELS, type Channel } from "../channel/index.ts";
import type { ChannelClass } from "./template.ts";

/** Public posts with less room than this need texts of their own. */
const SHORT = 300;

/** The class of texts that a channel takes. */
export function channelClassOf({ visibility, limits }: Pick<Channel, "visibility" | "limits">): ChannelClass {
  if (visibility === "private") return "private";
  return limits[0].most <= SHORT ? "short" : "public";
}

/** The channels whose limits a text of a class has to keep. */
export const channelsOfClass = (wanted: ChannelClass): readonly Channel[] =>
  CHANNELS.filter((channel) => wanted === "any" || channelClassOf(channel) === wanted);
