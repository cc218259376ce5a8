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

/** A line that cannot be imported, and why: a code with words in `cli.json`. */
export interface BadLine {
  readonly line: number;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** What a line of a file holds: messages, or a fault that leaves the other lines alone. */
export type ImportedLine =
  | { readonly kind: "messages"; readonly messages: readonly ImportedMessage[] }
  | ({ readonly kind: "bad" } & BadLine);
