import type { KnownHere } from "@parley/shared/fence";
import { type EntityManager, In } from "typeorm";
import type { Brand } from "../brand/brand.entity.ts";
import { identifierWords } from "../brand/hide-personal-data.ts";
import type { Conversation } from "../inbox/conversation.entity.ts";
import { Customer, Message } from "../inbox/message.entity.ts";
import { Member, MemberRole } from "../member/member.entity.ts";
import { starterTemplates } from "../template/starter-templates.ts";

/** What stands before names, in all languages: a customer may name somebody in any. */
const titles = starterTemplates().languages.flatMap(({ language }) => Object.values(language.honorifics));

/** How the brand's numbers are written, and who works for it. */
export async function knownInBrand(db: EntityManager, { id, settings }: Brand): Promise<KnownHere> {
  const roles = await db.findBy(MemberRole, { brandId: id });
  const members = await db.findBy(Member, { id: In(roles.map(({ memberId }) => memberId)) });
  return {
    countries: settings.countries,
    orderNumbers: settings.profile.orderNumbers,
    words: identifierWords,
    names: members.map(({ name }) => name),
    handles: [],
    titles,
  };
}

/** And who talks in a conversation. */
export async function knownInConversation(
  db: EntityManager,
  brand: Brand,
  { id, customerId }: Conversation,
): Promise<KnownHere> {
  const known = await knownInBrand(db, brand);
  const customer = await db.findOneByOrFail(Customer, { id: customerId });
  const authors = await db.find(Message, {
    select: { id: true, authorHandle: true },
    where: { conversationId: id, direction: "inbound" },
  });
  return {
    ...known,
    names: [...known.names, ...(customer.name ? [customer.name] : [])],
    handles: [...new Set([customer.handle, ...authors.map(({ authorHandle }) => authorHandle)])],
  };
}
