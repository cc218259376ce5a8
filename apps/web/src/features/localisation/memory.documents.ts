import { graphql } from "../../gql/graphql.ts";

export const GlossaryTermsDocument = graphql(`
  query GlossaryTerms($brandId: ID!) {
    glossary(brandId: $brandId) {
      id
      term
      keep
      translations
      forbidden
      note
    }
  }
`);

export const MemoryMatchesDocument = graphql(`
  query MemoryMatches($wish: MemoryWishInput!) {
    memoryMatches(wish: $wish) {
      source
      target
      register
      likeness
      template
    }
  }
`);
