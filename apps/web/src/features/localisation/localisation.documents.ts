import { graphql } from "../../gql/graphql.ts";

const SourceRevision = graphql(`
  fragment SourceRevision on TemplateRevision @_unmask {
    id
    n
    title
    samples
    blocks {
      text
      use
    }
  }
`);

const FindingPlace = graphql(`
  fragment TemplateFindingPlace on TemplateFinding @_unmask {
    id
    rule
    code
    check
    severity
    block
    start
    end
    message
    args
    fixes
  }
`);

const WrittenRevision = graphql(`
    fragment WrittenRevision on TemplateRevision @_unmask {
      id
      n
      title
      keywords
      samples
      origin
      createdAt
      parentId
      state
      blocks {
        text
        use
      }
      author {
        id
        name
      }
      madeFrom {
        id
        n
        title
        samples
        blocks {
          text
          use
        }
      }
      ticks {
        findingId
        reason
        createdAt
        author {
          id
        name
        }
      }
      decisions {
        id
        state
        reason
        read
        createdAt
        validFrom
        validTo
        actor {
          id
        name
        }
      }
    }
`);

/** All that the editor of a variant shows. */
export const ShownVariant = graphql(
  `
    fragment ShownVariant on Variant @_unmask {
      id
      locale
      register
      channelClass
      absentReason
      live {
        id
        n
      }
      source {
        ...SourceRevision
      }
      revisions {
        ...WrittenRevision
      }
      findings {
        ...TemplateFindingPlace
      }
      comments {
        id
        block
        body
        createdAt
        resolvedAt
        revisionId
        author {
          id
        name
        }
        resolvedBy {
          id
        name
        }
      }
    }
  `,
  [SourceRevision, WrittenRevision, FindingPlace],
);

export const LocalisationDocument = graphql(`
  query Localisation($brandId: ID!) {
    localisation(brandId: $brandId) {
      coverage {
        locale
        wanted
        covered
        stale
      }
      rows {
        title
        template {
          id
          key
          kind
          intent
          sourceLocale
        }
        cells {
          locale
          needs
          missing {
            register
            channelClass
          }
          variants {
            variantId
            register
            channelClass
            absentReason
            templateRevisionId
            n
            state
            liveRevisionId
            liveN
            staleness
            errors
            warnings
            comments
            needs
          }
        }
      }
    }
  }
`);

export const LocalisationTasksDocument = graphql(`
  query LocalisationTasks($brandId: ID!) {
    localisationTasks(brandId: $brandId)
  }
`);

export const LocalisationBrandsDocument = graphql(`
  query LocalisationBrands {
    brands {
      id
      name
      settings {
        languages
        templateApproval
      }
    }
  }
`);

export const VariantPlacesDocument = graphql(`
  query VariantPlaces($templateId: ID!) {
    template(templateId: $templateId) {
      id
      key
      kind
      intent
      channelClasses
      sourceLocale
      variables
      version
      variants {
        id
        locale
        register
        channelClass
        absentReason
      }
    }
  }
`);

export const VariantDocument = graphql(
  `
    query Variant($variantId: ID!) {
      variant(variantId: $variantId) {
        ...ShownVariant
      }
    }
  `,
  [ShownVariant],
);

/** A source for a text that nobody has begun, or a third language to look at. */
export const VariantBesideDocument = graphql(
  `
    query VariantBeside($variantId: ID!) {
      variant(variantId: $variantId) {
        id
        live {
          id
        }
        revisions {
          ...SourceRevision
        }
      }
    }
  `,
  [SourceRevision],
);

export const TemplateLanguageDocument = graphql(`
  query TemplateLanguage($brandId: ID!, $locale: String!) {
    templateLanguage(brandId: $brandId, locale: $locale)
  }
`);

export const CheckVariantDocument = graphql(
  `
    query CheckVariant($check: CheckVariantInput!) {
      checkVariant(check: $check) {
        ...TemplateFindingPlace
      }
    }
  `,
  [FindingPlace],
);
