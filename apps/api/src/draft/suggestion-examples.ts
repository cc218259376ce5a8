import { languageKey } from "@parley/shared/suggest";
import type { EntityManager } from "typeorm";
import { Brand } from "../brand/brand.entity.ts";
import { hidePersonalData } from "../brand/hide-personal-data.ts";

/** Replies that are looked back on: older ones say little of what is asked today. */
const MOST_REPLIES = 1000;

/** What customers write when a template answers it. */
export interface SuggestionExample {
  readonly template: string;
  readonly locale: string;
  /** Where it comes from: `title`, `keywords` and `sample` of a text, or the question of a `reply` that was sent. */
  readonly kind: "title" | "keywords" | "sample" | "reply";
  readonly text: string;
  /** What was around the reply: `platform:network`, `visibility:public`, `agent:me`, `after:delay`. */
  readonly traits: readonly string[];
}

interface Asked {
  readonly brandId: string;
  /** BCP 47 tag; countries of one language are learnt together. */
  readonly language: string;
  readonly viewerId: string;
}

/** Examples to learn suggestions from, replies first, the newest of them first. Personal data is masked as on the screen. */
export async function suggestionExamples(
  db: EntityManager,
  asked: Asked,
): Promise<readonly SuggestionExample[]> {
  const brand = await db.findOneBy(Brand, { id: asked.brandId });
  if (!brand) return [];
  const replies = await sentReplies(db, asked);
  const hidden = replies.map((reply): SuggestionExample => {
    const { text } = hidePersonalData(reply.text, brand.settings);
    return { ...reply, kind: "reply", text };
  });
  return [...hidden, ...(await templateTexts(db, asked))];
}

interface SentReply {
  readonly template: string;
  readonly locale: string;
  readonly text: string;
  readonly traits: readonly string[];
}

/** The last question before each reply that was made from a template, once for each of its templates. */
function sentReplies(
  db: EntityManager,
  { brandId, language, viewerId }: Asked,
): Promise<readonly SentReply[]> {
  return db.query<SentReply[]>(
    `WITH sent AS (
       SELECT o.id, o.conversation_id, o.created_at, o.visibility, o.sender_id, r.template_uses, a.platform
       FROM outbox_item o JOIN revision r ON r.id = o.revision_id JOIN account a ON a.id = o.account_id
       WHERE o.brand_id = $1 AND o.state = 'sent' AND jsonb_array_length(r.template_uses) > 0
       ORDER BY o.created_at DESC LIMIT ${MOST_REPLIES})
     SELECT use ->> 'key' AS template, question.language AS locale, question.body AS text,
       ARRAY['platform:' || s.platform, 'visibility:' || s.visibility,
         CASE WHEN s.sender_id = $3 THEN 'agent:me' ELSE 'agent:other' END,
         'after:' || coalesce(before.key, 'nothing')] AS traits
     FROM sent s CROSS JOIN LATERAL jsonb_array_elements(s.template_uses) use
     JOIN LATERAL (
       SELECT body, language FROM message m
       WHERE m.conversation_id = s.conversation_id AND m.direction = 'inbound' AND m.deleted_at IS NULL
         AND m.at <= s.created_at AND split_part(m.language, '-', 1) = $2
       ORDER BY m.at DESC LIMIT 1) question ON true
     LEFT JOIN LATERAL (
       SELECT b.template_uses -> -1 ->> 'key' AS key FROM sent b
       WHERE b.conversation_id = s.conversation_id AND b.created_at < s.created_at
       ORDER BY b.created_at DESC LIMIT 1) before ON true
     ORDER BY s.created_at DESC`,
    [brandId, languageKey(language), viewerId],
  );
}

interface TemplateText {
  readonly template: string;
  readonly locale: string;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly samples: readonly string[];
}

/** What translators gave: titles, keywords, and messages as customers write them. */
async function templateTexts(
  db: EntityManager,
  { brandId, language }: Asked,
): Promise<readonly SuggestionExample[]> {
  const texts = await db.query<TemplateText[]>(
    `SELECT DISTINCT t.key AS template, v.locale, r.title, r.keywords, r.samples
     FROM variant v JOIN template t ON t.id = v.template_id JOIN live_now l ON l.variant_id = v.id
     JOIN template_revision r ON r.id = l.revision_id
     WHERE v.brand_id = $1 AND t.kind = 'reply' AND split_part(v.locale, '-', 1) = $2 ORDER BY t.key, v.locale`,
    [brandId, languageKey(language)],
  );
  const seen = new Set<string>();
  return texts.flatMap(({ template, locale, title, keywords, samples }) => {
    const example = (kind: SuggestionExample["kind"], text: string): SuggestionExample[] => {
      const name = `${template} ${text}`;
      if (text.trim() === "" || seen.has(name)) return [];
      seen.add(name);
      return [{ template, locale, kind, text, traits: [] }];
    };
    return [
      ...example("title", title),
      ...example("keywords", keywords.join(", ")),
      ...samples.flatMap((sample) => example("sample", sample)),
    ];
  });
}
