import { SetupError } from "../database/setup-error.ts";
import type { ProviderSettings } from "../provider/provider-settings.ts";
import { isLoopbackName, placeOf } from "../provider/reachable.ts";
import { neededSetting, readSetting, type Setting, settings } from "./settings.ts";

/** The outside machine as the environment describes it; null without one. Half of a description ends the start. */
export function providerSettings(env: NodeJS.ProcessEnv): ProviderSettings | null {
  const kind = readSetting(env, settings.provider);
  if (kind === undefined) return null;
  const model = readSetting(env, settings.providerModel) ?? null;
  const embeddingModel = readSetting(env, settings.providerEmbeddingModel) ?? null;
  const key = readSetting(env, settings.providerKey) ?? null;
  if (kind === "openai" && !model && !embeddingModel) missing(settings.providerModel, kind);
  if (kind === "deepl" && !key) missing(settings.providerKey, kind);
  const inHouse = neededSetting(env, settings.providerInHouse);
  const url = readSetting(env, settings.providerUrl) ?? missing(settings.providerUrl, kind);
  refuseUnsafe(url, inHouse);
  return {
    kind,
    url,
    key,
    model,
    embeddingModel,
    timeoutMs: neededSetting(env, settings.providerTimeout),
    inHouse,
  };
}

function missing({ variable }: Setting<unknown>, kind: string): never {
  throw new SetupError("setting_provider_incomplete", { variable, other: settings.provider.variable, kind });
}

/** Customers' words go unencrypted to this machine or the own network only, and to the latter when it was said. */
function refuseUnsafe({ protocol, hostname, host }: URL, inHouse: boolean): void {
  const address = hostname.replace(/^\[|\]$/g, "");
  const place = /^[\d.]+$|:/.test(address) ? placeOf(address) : null;
  const open = protocol === "http:" && !isLoopbackName(hostname) && !inHouse;
  if (open || place === "never" || (place === "in-house" && !inHouse))
    throw new SetupError("setting_provider_open", {
      variable: settings.providerUrl.variable,
      other: settings.providerInHouse.variable,
      host,
    });
}
