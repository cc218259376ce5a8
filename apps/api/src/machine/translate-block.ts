import { createTokens, messageTexts } from "@parley/shared/fence";
import type { Register } from "@parley/shared/template";
import { REGISTERS } from "@parley/shared/template";
import type { Context } from "../base/context.ts";
import { DomainError } from "../base/errors.ts";
import { may } from "../base/viewer.ts";
import { Brand } from "../brand/brand.entity.ts";
import { isTag } from "../template/save-variant.ts";
import { allowedProvider } from "./consent.ts";
import { knownInBrand } from "./known-here.ts";
import { translate } from "./translate.ts";

/** Forms of one block that are translated, each in a request of its own. */
const MOST_FORMS = 16;

export interface BlockToTranslate {
  readonly brandId: string;
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly register: Register;
}

/** Have a block of a template translated: its words only; placeholders, selectors and keys are put back as they were. */
export async function translateBlock({ act, read, viewer, provider }: Context, asked: BlockToTranslate) {
  const { brandId, text, from, to, register } = asked;
  if (!isTag(from) || !isTag(to)) throw new DomainError("UNKNOWN_LOCALE", { locale: to });
  if (!REGISTERS.includes(register)) throw new DomainError("BAD_USER_INPUT", { field: "register" });
  const tokens = createTokens();
  const message = messageTexts(text, tokens);
  if (!message) throw new DomainError("TEMPLATE_REFUSED", { field: "text" });
  if (message.texts.length > MOST_FORMS)
    throw new DomainError("TOO_LARGE", { field: "text", most: MOST_FORMS });
  const { brand, known } = await read(async (db) => {
    const brand = await db.findOneBy(Brand, { id: brandId });
    if (!brand) throw new DomainError("NOT_FOUND", { brand: brandId });
    return { brand, known: await knownInBrand(db, brand) };
  });
  if (!may(viewer, "template.write", brandId))
    throw new DomainError("FORBIDDEN", { ability: "template.write" });
  return translate(act, {
    provider: allowedProvider(brand, provider, "translate"),
    task: "translate_block",
    place: { brandId, conversationId: null, visibility: null, dataSubjectId: brandId },
    texts: message.texts,
    tokens,
    known,
    from,
    to,
    register,
    join: message.with,
  });
}
