/** When a brand apologises: never; only together with a remedy; always after a complaint; as the agent thinks fit. */
export type ApologyPolicy = "never" | "with-remedy" | "after-complaint" | "free";

/** How a brand's replies are signed: `^AB`, `-AB`, `/AB`, or one of its own phrases; or not at all. */
export type SignOff = "caret" | "dash" | "slash" | "phrase" | "none";

/** What the rules know about a brand. */
export interface BrandProfile {
  readonly name: string;
  /** Registrable domains replies may link to. Empty: any. */
  readonly domains: readonly string[];
  /** Names that must not stand in a reply. */
  readonly competitors: readonly string[];
  /** The shape of order and booking numbers, as `parseOrderPattern` reads them: `AB-9{6,8}`. */
  readonly orderNumbers: readonly string[];
  readonly apology: ApologyPolicy;
  readonly signOff: SignOff;
  /** Phrases that sign a reply, by language, for `signOff: phrase`. */
  readonly signOffPhrases: Readonly<Record<string, readonly string[]>>;
}

/** A brand nothing is known about. */
export const NO_BRAND: BrandProfile = {
  name: "",
  domains: [],
  competitors: [],
  orderNumbers: [],
  apology: "free",
  signOff: "none",
  signOffPhrases: {},
};
