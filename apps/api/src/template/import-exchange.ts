import { type ExchangeFile, type ImportPlan, planImport } from "@parley/shared/interchange";
import { type VariantText, variantName } from "@parley/shared/template";
import { DomainError } from "../base/errors.ts";
import type { ActAs, Tx } from "../base/tx.ts";
import { may } from "../base/viewer.ts";
import { type HandedOut, handOut } from "./exchange.ts";
import { variantChanged } from "./lock-variant.ts";
import { type SavedRevision, savedRecord, storeVariant } from "./save-variant.ts";
import type { Template } from "./template.entity.ts";

/** What came back from translators. */
export interface ComeBack {
  readonly brandId: string;
  readonly kind: Template["kind"];
  readonly file: ExchangeFile;
  /** Only say what would be done. */
  readonly dryRun: boolean;
}

/** What an import did, or would do. */
export interface Imported extends ImportPlan {
  /** Names of the variants that have a new draft, or would have one. */
  readonly stored: readonly string[];
}

interface Done {
  readonly imported: Imported;
  readonly saved: readonly SavedRevision[];
}

/** Store what came back as drafts, all or nothing. What was changed here since the export is told and left as it is. */
export async function importExchange(act: ActAs, comeBack: ComeBack): Promise<Imported> {
  const { brandId, kind, file, dryRun } = comeBack;
  const { imported } = await act<Done>({
    do: async (tx, by) => {
      if (!may(by, "template.write", brandId))
        throw new DomainError("FORBIDDEN", { ability: "template.write" });
      const current = await handOut(tx, { brandId, kind, locale: file.targetLocale });
      const plan = planImport(file, current);
      const imported = { ...plan, stored: plan.changes.map(variantName) };
      if (dryRun) return { imported, saved: [] };
      const saved: SavedRevision[] = [];
      for (const change of plan.changes) {
        const place = placeOf(current, change);
        if (place) saved.push(await store(tx, by, { place, change }));
      }
      return { imported, saved };
    },
    record: ({ saved }) => saved.map(savedRecord),
    changes: ({ saved }) => saved.map(({ variant }) => variantChanged(variant)),
  });
  return imported;
}

const placeOf = (current: readonly HandedOut[], change: VariantText) =>
  current.find(
    ({ template, register, channelClass }) =>
      template.key === change.template &&
      register === change.register &&
      channelClass === change.channelClass,
  );

const store = (
  tx: Tx,
  by: Parameters<typeof storeVariant>[1],
  { place, change }: { readonly place: HandedOut; readonly change: VariantText },
): Promise<SavedRevision> =>
  storeVariant(tx, by, {
    templateId: place.templateId,
    locale: change.locale,
    register: change.register,
    channelClass: change.channelClass,
    title: place.title,
    keywords: place.keywords,
    samples: place.samples,
    blocks: change.blocks,
    baseId: place.baseId,
    sourceRevisionId: place.sourceRevisionId,
    origin: "import",
    clientId: crypto.randomUUID(),
  });
