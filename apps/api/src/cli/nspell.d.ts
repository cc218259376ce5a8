declare module "nspell" {
  interface Spell {
    correct(word: string): boolean;
    suggest(word: string): string[];
  }
  function nspell(aff: string, dic: string): Spell;
  // biome-ignore lint/style/noDefaultExport: this is how the package exports it
  export default nspell;
}
