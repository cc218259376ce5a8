import { words } from "../../base/i18n.ts";
import type { Frame } from "../../workbench/contribution.ts";
import type { WorkbenchState } from "../../workbench/state.ts";
import { mayWriteRules } from "./may-write.ts";
import { isBuiltIn } from "./pack/built-in-packs.ts";
import { keepDraft } from "./pack/kept-draft.ts";
import { firstRule, firstSource, PACK_ID } from "./pack/new-pack.ts";
import { type OpenPack, packOf } from "./pack/open-pack.ts";
import { policies, refreshPolicies } from "./policies.ts";
import { addRule } from "./text/add-rule.ts";

interface Asked {
  readonly brandId: string;
  readonly packId: string;
  readonly rule?: string;
}

/** Open a pack, and stand at one of its rules when asked to. */
export function openPack({ viewer }: WorkbenchState, frame: Frame, { brandId, packId, rule }: Asked): void {
  frame.editors.show(`policy:${brandId}/${packId}`, { keepFocus: rule !== undefined });
  if (rule === undefined || !viewer) return;
  const pack = packOf(`${brandId}/${packId}`, viewer.id);
  const reveal = () => {
    const line = pack.judged.get()?.rules?.find(({ id }) => id === rule)?.line;
    if (line === undefined || !pack.editor.get()) return false;
    pack.reveal(line);
    return true;
  };
  if (reveal()) return;
  const stop = pack.judged.subscribe(() => {
    if (reveal()) stop();
  });
}

/** Begin a new pack: it is a draft in this browser until it is published. */
export async function newPack(state: WorkbenchState, frame: Frame): Promise<void> {
  const { t } = words.get();
  if (policies.get().brands.length === 0) await refreshPolicies();
  const brands = policies.get().brands.filter(({ id }) => mayWriteRules(state, id));
  const brand = brands.length > 1 ? await pickBrand(frame, brands) : brands[0];
  if (!brand || !state.viewer) return;
  const packId = await frame.prompt({
    title: t(($) => $.policy.newPack.title, { brand: brand.name }),
    text: t(($) => $.policy.newPack.text),
    label: t(($) => $.policy.newPack.label),
    initial: "",
    action: t(($) => $.policy.newPack.action),
  });
  if (packId === undefined) return;
  const taken = brand.policy.packs.some((pack) => pack.packId === packId);
  if (!taken && (!PACK_ID.test(packId) || isBuiltIn(packId))) {
    frame.notify({ severity: "error", text: t(($) => $.policy.newPack.badId, { id: packId }) });
    return;
  }
  if (!taken)
    keepDraft(
      { memberId: state.viewer.id, brandId: brand.id, packId },
      { source: firstSource(packId), base: null },
    );
  frame.editors.show(`policy:${brand.id}/${packId}`, { preview: false });
}

async function pickBrand(frame: Frame, brands: readonly { readonly id: string; readonly name: string }[]) {
  const { t } = words.get();
  const choice = await frame.pick({
    title: t(($) => $.policy.newPack.brand),
    choices: brands.map(({ id, name }) => ({ id, label: name })),
  });
  return policies.get().brands.find(({ id }) => id === choice?.id);
}

function packIn({ editor, viewer }: WorkbenchState): OpenPack | null {
  return editor?.kind === "policy" && viewer ? packOf(editor.id, viewer.id) : null;
}

/** Ask for number and reason, once it is known how the examples fare. */
export async function askToPublish(state: WorkbenchState, frame: Frame): Promise<void> {
  const pack = packIn(state);
  if (!pack) return;
  const { t } = words.get();
  const { source, original, inForce } = pack.state.get();
  if (inForce && source === original) {
    frame.notify({ severity: "info", text: t(($) => $.pack.publish.nothing), key: "policy.publish" });
    return;
  }
  await pack.judge(source);
  pack.publishing.set(true);
}

/** Hold the text against replies that were sent. */
export async function runDry(state: WorkbenchState): Promise<void> {
  const pack = packIn(state);
  if (!pack) return;
  pack.side.set("dryRun");
  await pack.dryRun.run(pack.brandId, pack.state.get().source);
}

export function tryText(state: WorkbenchState): void {
  packIn(state)?.side.set("try");
  requestAnimationFrame(() => document.querySelector<HTMLElement>(".try__text .cm-content")?.focus());
}

/** Show what differs from the version in force, or the text alone again. */
export function compare(state: WorkbenchState): void {
  packIn(state)?.compared.update((compared) => (compared ? null : "original"));
}

/** Put a rule to begin with at the end, and stand at it. */
export function newRule(state: WorkbenchState): void {
  const pack = packIn(state);
  if (!pack) return;
  const [start = "brand"] = pack.packId.split(".");
  const added = addRule(pack.state.get().source, (number) => firstRule(`${start}.new-rule${number}`));
  pack.write(added.source);
  pack.reveal(added.line, added.column);
}

export async function discard(state: WorkbenchState, frame: Frame): Promise<void> {
  const pack = packIn(state);
  if (!pack) return;
  const { t } = words.get();
  const yes = await frame.confirm({
    title: t(($) => $.pack.discard.title, { pack: pack.packId }),
    text: t(($) => $.pack.discard.text),
    action: t(($) => $.pack.discard.action),
    danger: true,
  });
  if (yes) pack.discard();
}
