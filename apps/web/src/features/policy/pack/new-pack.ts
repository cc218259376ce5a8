/** What a new pack begins as: it can be published when it has a rule. */
export const firstSource = (packId: string): string => `id: ${packId}
version: 1.0.0
extends: [parley.privacy@1, parley.channels@1, parley.language@1, parley.tone@1, parley.links@1]
lexicons: {}
rules: []
`;

/** What the id of a pack looks like: words with dots between them. */
export const PACK_ID = /^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$/;

/** A rule to begin with: it finds a term of a lexicon of its own, and its examples hold. */
export const firstRule = (id: string): string => `  - id: ${id}
    use: pattern
    options: { pattern: "in any case" }
    severity: warning
    overridable: with-reason
    message: { en: "Say what exactly, instead of “in any case”." }
    tests:
      match:
        - { text: "You get it back in any case.", span: in any case }
      noMatch:
        - { text: "You get it back within ten days." }
`;
