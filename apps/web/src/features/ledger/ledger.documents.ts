import { graphql } from "../../gql/graphql.ts";

export const StoryDocument = graphql(`
  query Story($id: ID!) {
    conversation(id: $id) {
      id
      visibility
      channel
      language
      brand {
        id
        name
      }
      account {
        id
        handle
      }
      customer {
        id
        name
        handle
      }
      everyDraft {
        id
        revisions {
          id
          language
          templateUses {
            templateRevisionId
            key
            locale
            register
          }
        }
      }
    }
    ledger(conversationId: $id) {
      id
      action
      actorId
      actor {
        id
        name
      }
      at
      erased
      facts
      leaf
      leafHash
      streamSeq
      subjectId
      words
    }
  }
`);

export const StoryMembersDocument = graphql(`
  query StoryMembers($brandId: ID!) {
    members(brandId: $brandId) {
      id
      name
    }
  }
`);
