import { graphql } from "../../gql/graphql.ts";

export const AccountBrandsDocument = graphql(`
  query AccountBrands {
    brands {
      id
      name
    }
  }
`);

export const AccountTokensDocument = graphql(`
  query AccountTokens {
    apiTokens {
      id
      name
      scopes
      createdAt
      expiresAt
      revokedAt
    }
  }
`);

export const CreateTokenDocument = graphql(`
  mutation CreateToken($token: ApiTokenInput!) {
    createApiToken(token: $token) {
      token
      apiToken {
        id
      }
    }
  }
`);

export const RevokeTokenDocument = graphql(`
  mutation RevokeToken($id: ID!) {
    revokeApiToken(id: $id) {
      id
      revokedAt
    }
  }
`);

export const BrandMembersDocument = graphql(`
  query BrandMembers($brandId: ID!, $former: Boolean!) {
    members(brandId: $brandId) {
      id
      name
      locale
      rolesIn(brandId: $brandId)
    }
    formerMembers(brandId: $brandId) @include(if: $former) {
      id
      name
      locale
    }
  }
`);

export const SetRolesDocument = graphql(`
  mutation SetRoles($held: HeldRolesInput!) {
    setRoles(held: $held)
  }
`);
