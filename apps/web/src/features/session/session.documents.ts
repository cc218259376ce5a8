import { graphql } from "../../gql/graphql.ts";

export const ViewerDocument = graphql(`
  query Viewer {
    viewer {
      member {
        id
        name
        locale
      }
      memberships {
        brandId
        roles
        abilities
      }
    }
  }
`);
