import { graphql } from "../../gql/graphql.ts";

export const SandboxAccountsDocument = graphql(`
  query SandboxAccounts {
    brands {
      id
      name
      accounts {
        id
        handle
        name
        platform
      }
    }
  }
`);
