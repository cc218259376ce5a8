/** One message of a thread that was written before Parley knew its account. */
export interface ImportedMessage {
  /** Its id in the file. */
  readonly id: string;
  readonly threadId: string;
  readonly parentId: string | null;
  /** Handle of the brand's account. */
  readonly account: string;
  readonly author: string;
  readonly byBrand: boolean;
  readonly body: string;
  readonly at: Date;
}

/** A message with what its own text tells. Its ids are the platform's. */
export interface PreparedMessage extends ImportedMessage {
  /** BCP 47; null where it cannot be told, and for the brand's own words. */
  readonly language: string | null;
  /** The words of the body as the text of a `tsvector`. */
  readonly words: string;
}

/** What the inbox shows of a thread, as far as a batch holds it. */
export interface PreparedThread {
  readonly id: string;
  readonly account: string;
  /** Handle of who wrote its first inbound message. */
  readonly customer: string;
  readonly count: number;
  readonly inbound: number;
  readonly last: Date;
  readonly lastInbound: Date | null;
  /** The arrival of the oldest inbound message after the brand's last one. */
  readonly waiting: Date | null;
  readonly language: string | null;
  /** The newest message's start, masked. */
  readonly preview: string;
}

/** Messages that are stored in one act, and their threads. */
export interface PreparedBatch {
  readonly messages: readonly PreparedMessage[];
  readonly threads: readonly PreparedThread[];
}

/** A line that cannot be imported, and why: a code with words in `cli.json`. */
export interface BadLine {
  readonly line: number;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** What a line of a file holds: messages, or a fault that leaves the other lines alone. */
export type ImportedLine =
  | { readonly kind: "messages"; readonly line: number; readonly messages: readonly ImportedMessage[] }
  | ({ readonly kind: "bad" } & BadLine);
