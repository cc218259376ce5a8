import { graphql } from "../gql/graphql.ts";

export const ChangesDocument = graphql(`
  subscription Changes {
    changes {
      kind
      id
      brandId
      conversationId
      doing
    }
  }
`);
