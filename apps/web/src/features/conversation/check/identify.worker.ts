import { loadIdentifier } from "@parley/shared/language";

interface Asked {
  readonly id: number;
  readonly text: string;
  readonly among: readonly string[];
}

/** Tells languages beside the page: the models are large, and reading them would stop the typing. */
self.addEventListener("message", async ({ data: { id, text, among } }: MessageEvent<Asked>) => {
  const { identify } = await loadIdentifier();
  const { tag, reliable } = identify(text, { among });
  self.postMessage({ id, tag: reliable ? tag : null });
});
