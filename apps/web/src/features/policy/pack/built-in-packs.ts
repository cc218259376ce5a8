const sources = import.meta.glob<string>("../../../../../../libs/shared/packs/parley.*.yaml", {
  query: "?raw",
  import: "default",
});

/** Packs with this beginning come with Parley: they are in force for every brand and are only read. */
const BUILT_IN = "parley.";

export const isBuiltIn = (packId: string): boolean => packId.startsWith(BUILT_IN);

/** The text of a pack that comes with Parley, with its remarks and examples. */
export async function builtInSource(packId: string): Promise<string | null> {
  const load = Object.entries(sources).find(([path]) => path.endsWith(`/${packId}.yaml`))?.[1];
  return load ? await load() : null;
}
