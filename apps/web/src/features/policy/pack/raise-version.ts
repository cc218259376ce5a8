import type { OpenPack } from "./open-pack.ts";
import { isLater, nextVersion, type Step, withVersion } from "./version.ts";

/** The latest version of a pack that was ever published. */
export function latestVersion(pack: OpenPack): string | null {
  const [first, ...rest] = pack.state.get().versions.map(({ version }) => version);
  if (first === undefined) return null;
  return rest.reduce((latest, version) => (isLater(version, latest) ? version : latest), first);
}

/** Give the text the version after the latest. */
export function raiseVersion(pack: OpenPack, step: Step = "patch"): void {
  const latest = latestVersion(pack);
  if (latest !== null) pack.write(withVersion(pack.state.get().source, nextVersion(latest, step)));
}
