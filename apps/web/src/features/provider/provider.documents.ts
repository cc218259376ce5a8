import { graphql } from "../../gql/graphql.ts";

export const BrandProvidersDocument = graphql(`
  query BrandProviders {
    brands {
      id
      name
      provider {
        kind
        host
        model
        can
        allowed
      }
    }
  }
`);

export const AllowProviderDocument = graphql(`
  mutation AllowProvider($brandId: ID!, $tasks: [ProviderTask!]!) {
    allowProvider(brandId: $brandId, tasks: $tasks) {
      id
      provider {
        kind
        host
        model
        can
        allowed
      }
    }
  }
`);
