import { graphql } from "../../gql/graphql.ts";

export const InboxDocument = graphql(`
  query Inbox($filter: InboxFilter!, $first: Int!, $after: String) {
    conversations(filter: $filter, first: $first, after: $after) {
      nodes {
        id
        channel
        visibility
        state
        snoozedUntil
        language
        lastMessageAt
        waitingSince
        preview
        customer {
          id
          name
          handle
        }
        account {
          id
          handle
        }
        assignee {
          id
          name
        }
        drafts {
          id
          state
          author {
            id
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const InboxCountsDocument = graphql(`
  query InboxCounts(
    $waiting: InboxFilter!
    $mine: InboxFilter!
    $unassigned: InboxFilter!
    $all: InboxFilter!
    $everywhere: InboxFilter!
  ) {
    waiting: conversationCount(filter: $waiting)
    mine: conversationCount(filter: $mine)
    unassigned: conversationCount(filter: $unassigned)
    all: conversationCount(filter: $all)
    everywhere: conversationCount(filter: $everywhere)
  }
`);

export const InboxBrandsDocument = graphql(`
  query InboxBrands {
    brands {
      id
      name
      accounts {
        id
        handle
        name
      }
      settings {
        languages
      }
    }
  }
`);

export const InboxMembersDocument = graphql(`
  query InboxMembers($brandId: ID!) {
    members(brandId: $brandId) {
      id
      name
    }
  }
`);

export const FindConversationsDocument = graphql(`
  query FindConversations($search: String!) {
    conversations(filter: { search: $search }, first: 20) {
      nodes {
        id
        preview
        visibility
        channel
        customer {
          id
          name
          handle
        }
      }
    }
  }
`);
