import type { ProviderKind } from "../base/provider.ts";

/** What whoever runs the server has said about the outside machine. */
export interface ProviderSettings {
  readonly kind: ProviderKind;
  readonly url: URL;
  readonly key: string | null;
  readonly model: string | null;
  readonly embeddingModel: string | null;
  readonly timeoutMs: number;
  /** Addresses of one's own network may be called, and without encryption. */
  readonly inHouse: boolean;
}
