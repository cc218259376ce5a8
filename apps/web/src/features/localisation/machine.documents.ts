import { graphql } from "../../gql/graphql.ts";

/** What an outside machine may do in each brand. */
export const BrandMachinesDocument = graphql(`
  query BrandMachines {
    brands {
      id
      provider {
        kind
        model
        allowed
      }
    }
  }
`);

export const TranslateBlockDocument = graphql(`
  mutation TranslateBlock($block: TranslateBlockInput!) {
    translateBlock(block: $block) {
      text
      machineText {
        id
        provider
        model
      }
    }
  }
`);

export const DecideBlockDocument = graphql(`
  mutation DecideBlock($id: ID!, $outcome: MachineOutcome!) {
    decideMachineText(machineTextId: $id, outcome: $outcome) {
      id
      outcome
    }
  }
`);
