import { graphql } from "../../gql/graphql.ts";

export const PolicyBrandsDocument = graphql(`
  query PolicyBrands {
    brands {
      id
      name
      settings {
        languages
        countries
        rules
        registers {
          language
          register
        }
      }
      policy {
        digest
        packs {
          id
          packId
          version
          createdAt
          source
        }
      }
    }
  }
`);

export const PackVersionsDocument = graphql(`
  query PackVersions($brandId: ID!) {
    policyVersions(brandId: $brandId) {
      id
      packId
      version
      inForce
      reason
      createdAt
      source
      author {
        id
        name
      }
    }
  }
`);

export const RuleReportsDocument = graphql(`
  query RuleReports($brandId: ID!) {
    findingReports(brandId: $brandId) {
      rule
      count
      newest {
        id
        pack
        sentence
        note
        createdAt
      }
    }
  }
`);

export const PublishPackDocument = graphql(`
  mutation PublishPack($publish: PublishInput!) {
    publishPack(publish: $publish) {
      id
      packId
      version
    }
  }
`);

export const PackDryRunDocument = graphql(`
  query PackDryRun($brandId: ID!, $source: String!, $last: Int!) {
    dryRun(brandId: $brandId, source: $source, last: $last) {
      replies
      changed
      rules {
        rule
        before
        after
      }
      examples {
        conversationId
        message {
          id
          body
          at
          language
        }
        appeared {
          rule
          severity
          start
          end
          message
          args
          words
        }
        vanished {
          rule
          severity
          start
          end
          message
          args
          words
        }
      }
    }
  }
`);
