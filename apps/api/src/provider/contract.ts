import type { Provider } from "../base/provider.ts";
import type { Caller } from "./call.ts";
import type { ProviderSettings } from "./provider-settings.ts";

/** One protocol of outside machines: what it can do, and how it is asked. What it cannot do is left out. */
export type Contract = (
  settings: ProviderSettings,
  call: Caller,
) => Pick<Provider, "tasks"> & Partial<Pick<Provider, "embed" | "translate" | "draft">>;
