import type { Conversation } from "../open-conversation.ts";

type Provider = NonNullable<Conversation["brand"]["provider"]>;
export type MachineTask = Provider["allowed"][number];

/** What the outside machine may do in a conversation's brand; nothing where there is none. */
export const machineHelp = ({ brand }: Pick<Conversation, "brand">): readonly MachineTask[] =>
  brand.provider?.allowed ?? [];
