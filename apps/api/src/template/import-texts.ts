import { type Block, parseMessage, type Variable, variablesOf } from "@parley/shared/template";
import { DomainError } from "../base/errors.ts";
import type { ActAs, Tx } from "../base/tx.ts";
import { may, type Viewer } from "../base/viewer.ts";
import { Brand } from "../brand/brand.entity.ts";
import { registerFor } from "./brand-register.ts";
import { variantChanged } from "./lock-variant.ts";
import { isTag, type SavedRevision, savedRecord, storeVariant } from "./save-variant.ts";
import { starterTemplates } from "./starter-templates.ts";
import { Template } from "./template.entity.ts";

/** A text of another tool: one message in each language. */
export interface ForeignText {
  readonly title: string;
  readonly defaultLocale: string;
  readonly texts: readonly { readonly locale: string; readonly message: string }[];
}

interface Brought {
  /** Keys of templates that are new. */
  readonly added: readonly string[];
  /** Titles whose key is taken: they are told and left as they are. */
  readonly known: readonly string[];
  readonly saved: readonly SavedRevision[];
}

/** Make templates of another desk's texts, all or nothing: drafts that somebody reads, tidies and approves. */
export function importTexts(
  act: ActAs,
  { brandId, texts }: { readonly brandId: string; readonly texts: readonly ForeignText[] },
): Promise<Brought> {
  return act<Brought>({
    do: async (tx, by) => {
      if (!may(by, "template.write", brandId))
        throw new DomainError("FORBIDDEN", { ability: "template.write" });
      const brand = await tx.findOneByOrFail(Brand, { id: brandId });
      const taken = new Set((await tx.findBy(Template, { brandId, kind: "reply" })).map(({ key }) => key));
      const added: string[] = [];
      const known: string[] = [];
      const saved: SavedRevision[] = [];
      for (const text of texts) {
        const key = keyOf(text.title);
        if (key === "" || taken.has(key)) known.push(text.title);
        else {
          taken.add(key);
          added.push(key);
          saved.push(...(await bring(tx, by, { brand, key, text })));
        }
      }
      return { added, known, saved };
    },
    record: ({ saved }) => saved.map(savedRecord),
    changes: ({ saved }) => saved.map(({ variant }) => variantChanged(variant)),
  });
}

interface Bringing {
  readonly brand: Brand;
  readonly key: string;
  readonly text: ForeignText;
}

async function bring(tx: Tx, by: Viewer, { brand, key, text }: Bringing): Promise<readonly SavedRevision[]> {
  const { id: templateId } = await tx.save(Template, {
    brandId: brand.id,
    kind: "reply",
    key,
    intent: `imported.${key}`,
    channelClasses: ["any"],
    sourceLocale: text.defaultLocale,
    variables: schemaOf(text),
  });
  // Translations are pinned to the source, so that has to be there first.
  const sourceFirst = text.texts.toSorted(
    (a, b) => Number(b.locale === text.defaultLocale) - Number(a.locale === text.defaultLocale),
  );
  const saved: SavedRevision[] = [];
  for (const { locale, message } of sourceFirst) {
    if (!isTag(locale)) throw new DomainError("UNKNOWN_LOCALE", { locale });
    const blocks: readonly Block[] = [{ kind: "own", text: message }];
    saved.push(
      await storeVariant(tx, by, {
        templateId,
        locale,
        register: registerFor(brand.settings, locale),
        channelClass: "any",
        title: text.title.slice(0, 60),
        keywords: [],
        samples: [],
        blocks,
        baseId: null,
        sourceRevisionId: null,
        origin: "import",
        clientId: crypto.randomUUID(),
      }),
    );
  }
  return saved;
}

/** The variables of a text: known ones as the starter templates have them, others as plain text an agent fills in. */
function schemaOf({ texts }: ForeignText): readonly Variable[] {
  const catalogue = new Map(
    starterTemplates().catalogue.templates.flatMap(({ variables }) =>
      variables.map((one) => [one.name, one]),
    ),
  );
  const names = texts.flatMap(({ message }) => {
    const parsed = parseMessage(message).message;
    return parsed ? [...variablesOf(parsed)] : [];
  });
  return [...new Set(names)].map(
    (name): Variable =>
      catalogue.get(name) ?? {
        name,
        type: "text",
        source: "manual",
        required: true,
        maxLength: 100,
        pii: "none",
        choices: [],
        functions: ["string"],
      },
  );
}

/** A key of a title in any script: what is no Latin letter or digit is left out. */
const keyOf = (title: string): string =>
  title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
