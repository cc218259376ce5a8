import { graphql } from "../../../gql/graphql.ts";

const Offered = graphql(`
  fragment Offered on MachineOffer @_unmask {
    text
    marks {
      start
      end
      kind
    }
    rests {
      templateRevisionId
      key
      locale
      register
      channelClass
      text
    }
    machineText {
      id
      task
      provider
      model
    }
  }
`);

export const SuggestReplyDocument = graphql(
  `
    mutation SuggestReply($id: ID!, $visibility: Visibility!) {
      suggestReply(conversationId: $id, visibility: $visibility) {
        ...Offered
      }
    }
  `,
  [Offered],
);

export const TranslateDraftDocument = graphql(
  `
    mutation TranslateDraft($draft: TranslateDraftInput!) {
      translateDraft(draft: $draft) {
        ...Offered
      }
    }
  `,
  [Offered],
);

export const TranslateMessageDocument = graphql(
  `
    mutation TranslateMessage($id: ID!, $to: String!) {
      translateMessage(messageId: $id, to: $to) {
        ...Offered
      }
    }
  `,
  [Offered],
);

export const DecideMachineTextDocument = graphql(`
  mutation DecideMachineText($id: ID!, $outcome: MachineOutcome!) {
    decideMachineText(machineTextId: $id, outcome: $outcome) {
      id
      outcome
    }
  }
`);

export const RankByMeaningDocument = graphql(`
  mutation RankByMeaning($id: ID!) {
    rankByMeaning(conversationId: $id) {
      template
      likeness
    }
  }
`);
