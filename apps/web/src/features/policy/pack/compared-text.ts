import type { OpenPack } from "./open-pack.ts";

/** The text that the pack is compared with; null when it is with none. */
export function comparedText(pack: OpenPack): string | null {
  const compared = pack.compared.get();
  if (compared === null) return null;
  const { inForce } = pack.state.get();
  return compared === "original" ? (inForce?.source ?? "") : compared.source;
}
