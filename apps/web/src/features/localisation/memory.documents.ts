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
      version
      updatedAt
      author {
        id
        name
      }
    }
  }
`);

export const SaveTermDocument = graphql(`
  mutation SaveTerm($save: SaveTermInput!) {
    saveTerm(save: $save) {
      id
      version
    }
  }
`);

export const RemoveTermDocument = graphql(`
  mutation RemoveTerm($termId: ID!, $version: Int!) {
    removeTerm(termId: $termId, version: $version) {
      id
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
