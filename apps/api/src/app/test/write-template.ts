import type { Browser } from "./parley.ts";

/** What a localiser sends; what is left out has a plain value. */
export interface Writing {
  readonly templateId: string;
  readonly locale: string;
  readonly text: string;
  readonly register?: string;
  readonly baseId?: string | null;
}

/** A revision as the API shows it. */
export interface Written {
  readonly variantId: string;
  readonly id: string;
  readonly n: number;
}

/** Begin a template in a brand, written in English first. */
export async function addTemplate(
  { ask }: Browser,
  brandId: string,
  key = "parcel-late",
): Promise<{ id: string; version: number }> {
  const { addTemplate } = await ask<{ addTemplate: { id: string; version: number } }>(
    "mutation ($template: AddTemplateInput!) { addTemplate(template: $template) { id version } }",
    {
      template: {
        brandId,
        key,
        sourceLocale: "en",
        intent: "order.delay",
        channelClasses: ["any"],
        variables: [],
      },
    },
  );
  return addTemplate;
}

export const SAVE =
  "mutation ($save: SaveVariantInput!) { saveVariant(save: $save) { id revisions { id n state } } }";

export const saveOf = ({ text, register, baseId = null, ...place }: Writing) => ({
  ...place,
  register: register ?? (place.locale === "en" ? "neutral" : "formal"),
  channelClass: "any",
  title: "Parcel late",
  blocks: [{ text }],
  baseId,
  clientId: crypto.randomUUID(),
});

/** Save a text as the next revision of its variant. */
export async function write({ ask }: Browser, writing: Writing): Promise<Written> {
  const { saveVariant } = await ask<{
    saveVariant: { id: string; revisions: { id: string; n: number }[] };
  }>(SAVE, { save: saveOf(writing) });
  const [newest] = saveVariant.revisions;
  return { variantId: saveVariant.id, id: newest?.id ?? "", n: newest?.n ?? 0 };
}

const STEP = {
  submit: "mutation ($id: ID!) { submitRevision(templateRevisionId: $id) { id } }",
  approve: "mutation ($id: ID!) { approveRevision(templateRevisionId: $id) { id } }",
  withdraw: "mutation ($id: ID!) { withdrawRevision(templateRevisionId: $id) { id } }",
  publish: "mutation ($publish: PublishRevisionInput!) { publishRevision(publish: $publish) { id } }",
} as const;

export const step = (name: "submit" | "approve" | "withdraw", { id }: { readonly id: string }) =>
  [STEP[name], { id }] as const;

/** Publish in place of what is live on screen. */
export const publishing = (
  { id }: { readonly id: string },
  told: { readonly liveRevisionId?: string | null; readonly validFrom?: Date; readonly validTo?: Date } = {},
) => [STEP.publish, { publish: { templateRevisionId: id, ...told } }] as const;

/** Bring a text through its whole life until it is live. */
export async function putLive(
  by: { readonly writer: Browser; readonly approver: Browser },
  written: Written,
  liveRevisionId: string | null = null,
): Promise<Written> {
  await by.writer.ask(...step("submit", written));
  await tickWarnings(by.writer, written);
  await by.approver.ask(...step("approve", written));
  await by.approver.ask(...publishing(written, { liveRevisionId }));
  return written;
}

/** Accept every warning of a variant's newest revision. */
export async function tickWarnings({ ask }: Browser, { variantId, id }: Written): Promise<number> {
  const { variant } = await ask<{ variant: { findings: { id: string; severity: string }[] } }>(
    "query ($id: ID!) { variant(variantId: $id) { findings { id severity } } }",
    { id: variantId },
  );
  const warnings = variant.findings.filter(({ severity }) => severity === "warning");
  for (const { id: findingId } of warnings) {
    await ask("mutation ($tick: TickInput!) { tickFinding(tick: $tick) { id } }", {
      tick: { templateRevisionId: id, findingId, reason: "It is meant so" },
    });
  }
  return warnings.length;
}

/** A template that has been through everything: ticked, said to be still right, talked about. */
export async function eventfulTemplate(sam: Browser, brandId: string): Promise<Written> {
  const by = { writer: sam, approver: sam };
  const { id: templateId } = await addTemplate(sam, brandId);
  const source = await write(sam, { templateId, locale: "en", text: "Your parcel comes within 5 days." });
  await putLive(by, source);
  const target = await write(sam, {
    templateId,
    locale: "de",
    text: "Ihr Paket kommt innerhalb von 6 Tagen.",
  });
  await putLive(by, target);
  const text = "Your parcel will arrive within 5 days.";
  const changed = await write(sam, { templateId, locale: "en", text, baseId: source.id });
  await putLive(by, changed, source.id);
  await sam.ask("mutation ($confirm: StillRightInput!) { confirmStillRight(confirm: $confirm) { id } }", {
    confirm: { templateRevisionId: target.id, sourceRevisionId: changed.id },
  });
  await sam.ask("mutation ($comment: CommentInput!) { commentRevision(comment: $comment) { id } }", {
    comment: { templateRevisionId: target.id, block: 0, body: "a secret remark" },
  });
  return target;
}
