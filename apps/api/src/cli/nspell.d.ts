declare module "nspell" {
  interface Spell {
    correct(word: string): boolean;
    suggest(word: string): string[];
  }
  function nspell(aff: Uint8Array, dic: Uint8Array): Spell;
  // biome-ignore lint/style/noDefaultExport: this is how the package exports it
  export default nspell;
}
