import { personName, type Values } from "@parley/shared/template";
import type { Brand } from "../brand/brand.entity.ts";
import type { Hours, Shift } from "../brand/hours.entity.ts";
import { nextOpening, openDays } from "../brand/open-days.ts";
import type { Customer } from "../inbox/message.entity.ts";
import type { Member } from "../member/member.entity.ts";

export interface KnownHere {
  readonly brand: Brand;
  readonly customer: Customer;
  readonly member: Member | null;
  readonly hours: Hours | null;
  readonly now: Date;
}

/** What can be filled in without asking the agent. What is not known is left out: a hole, never a guess. */
export function templateValues({ brand, customer, member, hours, now }: KnownHere): Values {
  const name = customer.name ? personName({ displayName: customer.name, handle: customer.handle }) : null;
  const opensOn = hours && nextOpening(hours, now);
  const today = hours ? openDays(hours, now).hours[0]?.openings : undefined;
  return {
    brandName: brand.name,
    ...(name ? { customerName: name } : {}),
    ...(member ? { agentName: member.name } : {}),
    ...(today && today.length > 0
      ? { openingHours: today.map(({ from, to }) => clock([from, to])).join(",") }
      : {}),
    ...(opensOn ? { reopensOn: opensOn } : {}),
    ...brand.settings.templateValues,
  };
}

const clock = ([from, to]: Shift): string => `${time(from)}-${time(to)}`;
const time = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
