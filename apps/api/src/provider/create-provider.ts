import type { Provider, ProviderAnswer } from "../base/provider.ts";
import { createCaller } from "./call.ts";
import type { Contract } from "./contract.ts";
import { deepl } from "./contracts/deepl.ts";
import { libretranslate } from "./contracts/libretranslate.ts";
import { openai } from "./contracts/openai.ts";
import type { ProviderSettings } from "./provider-settings.ts";

const contracts: Readonly<Record<ProviderSettings["kind"], Contract>> = { openai, deepl, libretranslate };

/** The outside machine that whoever runs the server has configured. What its contract cannot do fails at once. */
export function createProvider(settings: ProviderSettings): Provider {
  const { kind, url, model, embeddingModel } = settings;
  const cannot = async (): Promise<ProviderAnswer<never>> => ({ kind: "failed", fault: "rejected" });
  return {
    embed: cannot,
    translate: cannot,
    draft: cannot,
    ...contracts[kind](settings, createCaller(settings)),
    kind,
    host: url.host,
    model,
    embeddingModel,
  };
}
