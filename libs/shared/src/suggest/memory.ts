import type { Features } from "./features.ts";

/** Examples known by heart: what each label's messages have in common, ready at once and without training. */
export interface Memory {
  readonly add: (message: Features, label: string, weight?: number) => void;
  readonly recall: (message: Features) => Recollection;
  readonly labels: () => readonly string[];
}

/** What a message reminds of. */
export interface Recollection {
  /** How much it is like each label's messages, 0 to 1; labels it is not like at all are left out. */
  readonly likeness: ReadonlyMap<string, number>;
}

interface Posting {
  /** In how many messages the feature stands. */
  messages: number;
  /** Its weight under each label. */
  readonly labels: Map<string, number>;
}

/** An empty memory. */
export function createMemory(): Memory {
  const postings = new Map<number, Posting>();
  const norms = new Map<string, number>();
  let messages = 0;

  const rarity = (count: number) => Math.sqrt(Math.log((1 + messages) / (1 + count)) + 1);

  function add(message: Features, label: string, weight = 1): void {
    messages += 1;
    const share = weight / Math.sqrt(message.hashes.length || 1);
    for (const hash of message.hashes) {
      const posting = postings.get(hash) ?? { messages: 0, labels: new Map() };
      posting.messages += 1;
      posting.labels.set(label, (posting.labels.get(label) ?? 0) + share);
      postings.set(hash, posting);
    }
    norms.set(label, 0);
  }

  /** Lengths change with every example, for all labels that share a feature: they are measured when they are asked for. */
  function measure(): void {
    for (const label of norms.keys()) norms.set(label, 0);
    for (const posting of postings.values()) {
      const weight = rarity(posting.messages) ** 2;
      for (const [label, value] of posting.labels)
        norms.set(label, (norms.get(label) ?? 0) + weight * value * value);
    }
    measured = messages;
  }
  let measured = 0;

  function recall(message: Features): Recollection {
    if (measured !== messages) measure();
    const sums = new Map<string, number>();
    let square = 0;
    for (const hash of message.hashes) {
      const posting = postings.get(hash);
      const weight = rarity(posting?.messages ?? 0) ** 2;
      square += weight;
      for (const [label, value] of posting?.labels ?? [])
        sums.set(label, (sums.get(label) ?? 0) + weight * value);
    }
    const length = Math.sqrt(square);
    return {
      likeness: new Map(
        [...sums].map(([label, sum]) => [label, sum / (length * Math.sqrt(norms.get(label) || 1))]),
      ),
    };
  }

  return { add, recall, labels: () => [...norms.keys()] };
}
