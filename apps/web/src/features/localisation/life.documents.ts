import { graphql } from "../../gql/graphql.ts";
import { ShownVariant } from "./localisation.documents.ts";

export const SaveVariantDocument = graphql(
  `
    mutation SaveVariant($save: SaveVariantInput!) {
      saveVariant(save: $save) {
        ...ShownVariant
      }
    }
  `,
  [ShownVariant],
);

export const SubmitRevisionDocument = graphql(
  `
    mutation SubmitRevision($templateRevisionId: ID!, $read: Boolean!) {
      submitRevision(templateRevisionId: $templateRevisionId, read: $read) {
        ...ShownVariant
      }
    }
  `,
  [ShownVariant],
);

export const WithdrawRevisionDocument = graphql(
  `
    mutation WithdrawRevision($templateRevisionId: ID!) {
      withdrawRevision(templateRevisionId: $templateRevisionId) {
        ...ShownVariant
      }
    }
  `,
  [ShownVariant],
);

export const TickFindingDocument = graphql(
  `
    mutation TickFinding($tick: TickInput!) {
      tickFinding(tick: $tick) {
        ...ShownVariant
      }
    }
  `,
  [ShownVariant],
);

export const ApproveRevisionDocument = graphql(
  `
    mutation ApproveRevision($templateRevisionId: ID!) {
      approveRevision(templateRevisionId: $templateRevisionId) {
        ...ShownVariant
      }
    }
  `,
  [ShownVariant],
);

export const RejectRevisionDocument = graphql(
  `
    mutation RejectRevision($templateRevisionId: ID!, $reason: String!) {
      rejectRevision(templateRevisionId: $templateRevisionId, reason: $reason) {
        ...ShownVariant
      }
    }
  `,
  [ShownVariant],
);

export const PublishRevisionDocument = graphql(
  `
    mutation PublishRevision($publish: PublishRevisionInput!) {
      publishRevision(publish: $publish) {
        ...ShownVariant
      }
    }
  `,
  [ShownVariant],
);

export const RetireRevisionDocument = graphql(
  `
    mutation RetireRevision($templateRevisionId: ID!, $reason: String!) {
      retireRevision(templateRevisionId: $templateRevisionId, reason: $reason) {
        ...ShownVariant
      }
    }
  `,
  [ShownVariant],
);

export const ConfirmStillRightDocument = graphql(
  `
    mutation ConfirmStillRight($confirm: StillRightInput!) {
      confirmStillRight(confirm: $confirm) {
        ...ShownVariant
      }
    }
  `,
  [ShownVariant],
);

export const MarkAbsentDocument = graphql(
  `
    mutation MarkAbsent($absence: AbsenceInput!) {
      markAbsent(absence: $absence) {
        ...ShownVariant
      }
    }
  `,
  [ShownVariant],
);

export const ExpectVariantDocument = graphql(
  `
    mutation ExpectVariant($variantId: ID!) {
      expectVariant(variantId: $variantId) {
        ...ShownVariant
      }
    }
  `,
  [ShownVariant],
);

export const CommentRevisionDocument = graphql(`
  mutation CommentRevision($comment: CommentInput!) {
    commentRevision(comment: $comment) {
      id
    }
  }
`);

export const ResolveCommentDocument = graphql(`
  mutation ResolveComment($commentId: ID!) {
    resolveComment(commentId: $commentId) {
      id
    }
  }
`);
