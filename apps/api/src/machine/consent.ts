import { DomainError } from "../base/errors.ts";
import type { Provider, ProviderTask } from "../base/provider.ts";
import type { ActAs } from "../base/tx.ts";
import { may } from "../base/viewer.ts";
import { Brand, type BrandSettings } from "../brand/brand.entity.ts";

/** What a brand's administrator has allowed the configured machine. Another machine, or another place of it, was never allowed anything. */
export function allowedTasks(
  { provider: consent }: BrandSettings,
  provider: Provider | null,
): readonly ProviderTask[] {
  if (!provider || consent?.kind !== provider.kind || consent.host !== provider.host) return [];
  return provider.tasks.filter((task) => consent.tasks.includes(task));
}

/** The machine, where the brand lets it do this. */
export function allowedProvider(
  { settings }: Pick<Brand, "settings">,
  provider: Provider | null,
  task: ProviderTask,
): Provider {
  if (!provider || !allowedTasks(settings, provider).includes(task))
    throw new DomainError("PROVIDER_OFF", { task });
  return provider;
}

/** Say what the machine may do for a brand; nothing switches it off. */
export function allowTasks(
  act: ActAs,
  provider: Provider | null,
  { brandId, tasks }: { readonly brandId: string; readonly tasks: readonly ProviderTask[] },
): Promise<Brand> {
  return act({
    do: async (tx, by) => {
      const brand = await tx.findOne(Brand, { where: { id: brandId }, lock: { mode: "for_no_key_update" } });
      if (!brand) throw new DomainError("NOT_FOUND", { brand: brandId });
      if (!may(by, "brand.manage", brandId)) throw new DomainError("FORBIDDEN", { ability: "brand.manage" });
      if (!provider || tasks.some((task) => !provider.tasks.includes(task)))
        throw new DomainError("PROVIDER_OFF", { tasks });
      const { kind, host } = provider;
      const settings = { ...brand.settings, provider: { kind, host, tasks: [...new Set(tasks)] } };
      await tx.update(Brand, { id: brandId }, { settings });
      return { ...brand, settings };
    },
    record: () => ({
      action: "brand.provider_changed",
      brandId,
      subjectId: brandId,
      facts: { provider: provider?.kind, host: provider?.host, tasks: [...new Set(tasks)].sort() },
    }),
  });
}
