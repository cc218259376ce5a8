import { graphql } from "../../gql/graphql.ts";

const RevisionText = graphql(`
  fragment RevisionText on Revision @_unmask {
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
      channelClass
      text
    }
    unresolved {
      start
      end
      variable
    }
  }
`);

export const DraftState = graphql(
  `
    fragment DraftState on Draft @_unmask {
      id
      state
      visibility
      updatedAt
      returnedCode
      returnedReason
      machineText {
        id
        task
        provider
        model
        marks {
          start
          end
          kind
        }
      }
      author {
        id
        name
      }
      head {
        ...RevisionText
      }
      delivery {
        id
        state
        body
        createdAt
        runAt
        finishedAt
        reason
        sender {
          id
          name
        }
        attempts {
          id
          n
          outcome
          startedAt
          finishedAt
          detail
        }
      }
      approvals {
        id
        decision
        reason
        createdAt
        approver {
          id
          name
        }
      }
    }
  `,
  [RevisionText],
);

export const ConversationDocument = graphql(
  `
    query Conversation($id: ID!) {
      conversation(id: $id) {
        id
        channel
        visibility
        state
        snoozedUntil
        unansweredReason
        language
        waitingSince
        inboundVersion
        abilities
        brand {
          id
          name
          settings {
            approval
            languages
            overrideReasons
          }
          provider {
            kind
            host
            model
            allowed
          }
        }
        account {
          id
          handle
          name
          platform
        }
        customer {
          id
          name
          handle
        }
        assignee {
          id
          name
        }
        linked {
          id
          visibility
          messageCount
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
          hidden {
            start
            end
            entity
          }
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
        drafts {
          ...DraftState
        }
      }
    }
  `,
  [DraftState],
);

/** What a reply is checked by, and what may be inserted into it. */
export const ReplyRulesDocument = graphql(`
  query ReplyRules($id: ID!, $visibility: Visibility!) {
    conversation(id: $id) {
      id
      replyContext(visibility: $visibility)
      brand {
        id
        settings {
          rules
        }
        policy {
          digest
          packs {
            id
            source
          }
        }
      }
    }
  }
`);

export const TemplatesDocument = graphql(`
  query Templates($id: ID!, $visibility: Visibility!) {
    conversation(id: $id) {
      id
      templates(visibility: $visibility) {
        revisionId
        key
        intent
        title
        locale
        register
        channelClass
        needsClick
        staleness
        text
        compromises {
          kind
          wanted
          used
        }
        marks {
          kind
          start
          end
          variable
          label
          origin
        }
      }
    }
  }
`);

/** What customers write when a template answers it: what suggestions are learnt from. */
export const SuggestionExamplesDocument = graphql(`
  query SuggestionExamples($brandId: ID!, $language: String!) {
    suggestionExamples(brandId: $brandId, language: $language) {
      template
      locale
      kind
      text
      traits
    }
  }
`);

export const MyDraftsDocument = graphql(`
  query MyDrafts {
    myDrafts {
      id
      state
      visibility
      updatedAt
      returnedCode
      head {
        id
        body
        language
      }
      conversation {
        id
        customer {
          id
          name
          handle
        }
        account {
          id
          handle
        }
      }
    }
  }
`);

export const ConversationMembersDocument = graphql(`
  query ConversationMembers($brandId: ID!) {
    members(brandId: $brandId) {
      id
      name
      roles
    }
  }
`);

export const SaveDraftDocument = graphql(
  `
    mutation SaveDraft($save: SaveInput!) {
      saveDraft(save: $save) {
        revision {
          ...RevisionText
        }
        conflict {
          ...RevisionText
        }
        draft {
          ...DraftState
        }
      }
    }
  `,
  [RevisionText, DraftState],
);

export const RevealMessageDocument = graphql(`
  mutation RevealMessage($id: ID!, $purpose: RevealPurpose!) {
    revealMessage(id: $id, purpose: $purpose)
  }
`);

export const ReportFindingDocument = graphql(`
  mutation ReportFinding($report: ReportInput!) {
    reportFinding(report: $report) {
      id
    }
  }
`);

export const DiscardDraftDocument = graphql(`
  mutation DiscardDraft($id: ID!) {
    discardDraft(id: $id) {
      id
      state
    }
  }
`);

export const SendReplyDocument = graphql(`
  mutation SendReply($send: SendInput!) {
    sendReply(send: $send) {
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

export const UndoSendDocument = graphql(`
  mutation UndoSend($itemId: ID!) {
    undoSend(itemId: $itemId) {
      id
      state
    }
  }
`);

export const ResolveDeliveryDocument = graphql(`
  mutation ResolveDelivery($itemId: ID!, $arrived: Boolean!) {
    resolveDelivery(itemId: $itemId, arrived: $arrived) {
      id
      state
    }
  }
`);

export const AssignConversationDocument = graphql(`
  mutation AssignConversation($id: ID!, $assigneeId: ID) {
    assignConversation(id: $id, assigneeId: $assigneeId) {
      id
      assignee {
        id
        name
      }
    }
  }
`);

export const ChangeStateDocument = graphql(`
  mutation ChangeState($id: ID!, $change: StateInput!) {
    changeConversationState(id: $id, change: $change) {
      id
      state
      snoozedUntil
      unansweredReason
    }
  }
`);

export const AddNoteDocument = graphql(`
  mutation AddNote($conversationId: ID!, $body: String!) {
    addNote(conversationId: $conversationId, body: $body) {
      id
    }
  }
`);

export const AnnouncePresenceDocument = graphql(`
  mutation AnnouncePresence($conversationId: ID!, $doing: Doing!) {
    announcePresence(conversationId: $conversationId, doing: $doing)
  }
`);
