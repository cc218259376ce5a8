import { isChannelId } from "@parley/shared/channel";
import { words } from "../../base/i18n.ts";
import { languageName } from "../../base/languages.ts";
import type { VariantSpot } from "./address.ts";

/** A register's name; one that nobody knows by its code. */
export function registerName(register: string): string {
  const { t } = words.get();
  return register === "formal" || register === "informal" || register === "neutral"
    ? t(($) => $.localisation.register[register])
    : register;
}

/** A platform's name. */
export function channelName(id: string): string {
  const { t } = words.get();
  return isChannelId(id) ? t(($) => $.localisation.platform[id]) : id;
}

/** What kind of channel a text is for. */
export function channelClassName(channelClass: string): string {
  const { t } = words.get();
  return channelClass === "any" ||
    channelClass === "public" ||
    channelClass === "private" ||
    channelClass === "short"
    ? t(($) => $.localisation.channelClass[channelClass])
    : channelClass;
}

/** A text among its siblings: "German, formal, every channel". */
export const placeName = ({ locale, register, channelClass }: VariantSpot): string =>
  words.get().t(($) => $.localisation.place, {
    language: languageName(locale),
    register: registerName(register),
    channels: channelClassName(channelClass),
  });
