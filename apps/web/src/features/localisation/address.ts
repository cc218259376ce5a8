import type { ChannelClass, Register } from "@parley/shared/template";

/** Which text of which template an editor shows. */
export interface VariantAddress {
  readonly brandId: string;
  readonly templateId: string;
  readonly locale: string;
  readonly register: Register;
  readonly channelClass: ChannelClass;
}

/** What tells a text apart from its siblings of one template. */
export type VariantSpot = Pick<VariantAddress, "locale" | "register" | "channelClass">;

/** The address of a variant's editor. It names the place, not the row: what nobody has written has a place too. */
export const variantUri = (address: VariantAddress): string => `variant:${variantId(address)}`;

export const tableUri = (brandId: string): string => `localisation:${brandId}`;

export const glossaryUri = (brandId: string): string => `glossary:${brandId}`;

/** The form of a template; `new` for one that is not there yet. */
export const templateUri = (brandId: string, templateId: string): string =>
  `template:${brandId}/${templateId}`;

/** The template an address names. */
export function templatePlace(id: string): Pick<VariantAddress, "brandId" | "templateId"> {
  const [brandId = "", templateId = ""] = id.split("/");
  return { brandId, templateId };
}

/** What stands after `variant:`. */
export const variantId = ({ brandId, templateId, locale, register, channelClass }: VariantAddress): string =>
  [brandId, templateId, locale, register, channelClass].join("/");

/** The place an address names. A part that is missing finds nothing later. */
export function variantAddress(id: string): VariantAddress {
  const [brandId = "", templateId = "", locale = "", register = "", channelClass = ""] = id.split("/");
  return {
    brandId,
    templateId,
    locale,
    register: register as Register,
    channelClass: channelClass as ChannelClass,
  };
}

export const samePlace = (a: PlaceNames, b: PlaceNames): boolean =>
  a.locale === b.locale && a.register === b.register && a.channelClass === b.channelClass;

/** As the server names a place. */
interface PlaceNames {
  readonly locale: string;
  readonly register: string;
  readonly channelClass: string;
}

/** The server's names for registers and channel classes are those of the template language. */
export const asSpot = ({ locale, register, channelClass }: PlaceNames): VariantSpot => ({
  locale,
  register: register as Register,
  channelClass: channelClass as ChannelClass,
});
