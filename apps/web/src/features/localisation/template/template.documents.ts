import { graphql } from "../../../gql/graphql.ts";

const DescribedTemplate = graphql(`
  fragment DescribedTemplate on Template @_unmask {
    id
    key
    kind
    intent
    channelClasses
    sourceLocale
    variables
    version
  }
`);

export const DescribedTemplatesDocument = graphql(
  `
    query DescribedTemplates($brandId: ID!) {
      templates(brandId: $brandId) {
        ...DescribedTemplate
      }
    }
  `,
  [DescribedTemplate],
);

export const AddTemplateDocument = graphql(
  `
    mutation AddTemplate($template: AddTemplateInput!) {
      addTemplate(template: $template) {
        ...DescribedTemplate
      }
    }
  `,
  [DescribedTemplate],
);

export const ChangeTemplateDocument = graphql(
  `
    mutation ChangeTemplate($change: ChangeTemplateInput!) {
      changeTemplate(change: $change) {
        ...DescribedTemplate
      }
    }
  `,
  [DescribedTemplate],
);

export const AffectedTextsDocument = graphql(`
  query AffectedTexts($templateId: ID!, $variables: [JSON!]!) {
    affectedTexts(templateId: $templateId, variables: $variables) {
      variantId
      locale
      register
      channelClass
      title
      live
      findings {
        id
        code
        message
        args
      }
    }
  }
`);
