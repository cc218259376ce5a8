/** The language of a tag: what stands before the first hyphen, in lower case. */
export const baseOf = (tag: string): string => tag.split("-")[0]?.toLowerCase() ?? "";

/** Languages that are told apart from others, but not from one another, under the name that the models use. */
const alike: Readonly<Record<string, string>> = {
  nb: "no",
  nn: "no",
  id: "ms",
  bs: "hr",
  fil: "tl",
  cmn: "zh",
  ckb: "ku",
};

/** The language that the models know for a tag. */
export function modelled(tag: string): string {
  const base = baseOf(tag);
  return alike[base] ?? base;
}

/** What tells two ways of writing one language apart: the country of Portuguese, the script of Chinese. */
export type Variety = "BR" | "PT" | "Hans" | "Hant";

const chinese: Readonly<Record<string, Variety>> = {
  hans: "Hans",
  cn: "Hans",
  sg: "Hans",
  my: "Hans",
  hant: "Hant",
  tw: "Hant",
  hk: "Hant",
  mo: "Hant",
};

/** The variety that a tag names, if it names one: `pt-AO` is written as in Portugal. */
export function varietyOf(tag: string): Variety | undefined {
  const parts = tag.toLowerCase().split("-").slice(1);
  if (parts.length === 0) return undefined;
  if (modelled(tag) === "pt") return parts.includes("br") ? "BR" : "PT";
  if (modelled(tag) === "zh") return chinese[parts.find((part) => part in chinese) ?? ""];
  return undefined;
}

/** Whether an answer among these tags names the variety of a language: `pt` alone needs no country. */
export const namesVariety = (language: string, among?: readonly string[]): boolean =>
  among?.some((tag) => modelled(tag) === language && varietyOf(tag) !== undefined) ?? true;

const usual: Readonly<Record<Variety, string>> = { BR: "pt-BR", PT: "pt-PT", Hans: "zh-CN", Hant: "zh-TW" };

/**
 * The tag to answer for a language whose variety is told, or not told. Without `among` it is the most specific one;
 * with it, the one in `among` that says this and no more: `pt` where `among` has `pt` only.
 */
export function answer(language: string, variety?: Variety, among: readonly string[] = []): string {
  const same = among.filter((tag) => modelled(tag) === language);
  if (same.length === 0) return variety === undefined ? language : usual[variety];
  const exact = same.find((tag) => variety !== undefined && varietyOf(tag) === variety);
  const open = same.find((tag) => varietyOf(tag) === undefined);
  const only = same.length === 1 && variety === undefined ? same[0] : undefined;
  return exact ?? open ?? only ?? language;
}
