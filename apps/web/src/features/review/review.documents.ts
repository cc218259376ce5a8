import { graphql } from "../../gql/graphql.ts";

export const ReviewQueueDocument = graphql(`
  query ReviewQueue {
    reviewQueue {
      id
      visibility
      updatedAt
      author {
        id
        name
      }
      head {
        id
        body
        language
        author {
          id
        }
      }
      check {
        createdAt
        author {
          id
          name
        }
        findings {
          id
          severity
        }
        overrides {
          findingId
        }
      }
      conversation {
        id
        channel
        language
        customer {
          id
          name
          handle
        }
        account {
          id
          handle
        }
        brand {
          id
          name
        }
      }
    }
  }
`);

const ReviewedRevision = graphql(`
  fragment ReviewedRevision on Revision @_unmask {
    id
    n
    body
    language
    createdAt
    author {
      id
      name
    }
    templateUses {
      templateRevisionId
      key
      locale
      register
      text
    }
  }
`);

const ReviewedDraft = graphql(
  `
    fragment ReviewedDraft on Draft @_unmask {
      id
      state
      visibility
      returnedCode
      contributors {
        id
        name
      }
      head {
        ...ReviewedRevision
      }
      revisions {
        ...ReviewedRevision
      }
      check {
        policyDigest
        createdAt
        author {
          id
          name
        }
        findings {
          id
          rule
          severity
          start
          end
          message
        }
        overrides {
          findingId
          reasonCode
          text
        }
      }
      verdict {
        policyDigest
        findings {
          id
          rule
          severity
          start
          end
          message
          args
          words
          pack
          why
        }
      }
      approvals {
        id
        decision
        reason
        createdAt
        policyDigest
        approver {
          id
          name
        }
        revision {
          id
          n
        }
      }
      delivery {
        id
        state
        reason
        runAt
        finishedAt
      }
    }
  `,
  [ReviewedRevision],
);

export const ReviewDocument = graphql(
  `
    query Review($conversationId: ID!) {
      conversation(id: $conversationId) {
        id
        channel
        visibility
        language
        inboundVersion
        abilities
        brand {
          id
          name
        }
        account {
          id
          handle
          name
        }
        customer {
          id
          name
          handle
        }
        messages {
          id
          at
          authorHandle
          body
          deletedAt
          direction
          editedAt
          language
        }
        notes {
          id
          body
          createdAt
          author {
            id
            name
          }
        }
        everyDraft {
          ...ReviewedDraft
        }
      }
    }
  `,
  [ReviewedDraft],
);

export const ApproveReplyDocument = graphql(`
  mutation ApproveReply($approve: ApproveInput!) {
    approveReply(approve: $approve) {
      draft {
        id
        state
      }
      item {
        id
        state
        runAt
      }
    }
  }
`);

export const RequestChangesDocument = graphql(`
  mutation RequestChanges($request: RequestChangesInput!) {
    requestChanges(request: $request) {
      id
      state
    }
  }
`);

export const TakeBackDocument = graphql(`
  mutation TakeBack($itemId: ID!) {
    undoSend(itemId: $itemId) {
      id
      state
    }
  }
`);
