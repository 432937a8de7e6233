// Documents as a Relay client writes them; relay-compiler reads them, nothing runs them.
import { graphql } from 'relay-runtime';

export const page = graphql`
  query TeamsPageQuery {
    ...TeamsPage_query
  }
`;

export const list = graphql`
  fragment TeamsPage_query on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
  @refetchable(queryName: "TeamsNextPageQuery") {
    teams(first: $count, after: $cursor, order: [{ name: ASC }]) @connection(key: "TeamsPage_teams") {
      edges {
        node {
          name
          ...TeamsPage_team
        }
      }
    }
  }
`;

export const card = graphql`
  fragment TeamsPage_team on Team
  @argumentDefinitions(count: { type: "Int", defaultValue: 5 }, cursor: { type: "String" })
  @refetchable(queryName: "TeamCardAgainQuery") {
    stage
    openPlaces
    inequities(first: $count, after: $cursor) @connection(key: "TeamsPage_inequities") {
      edges {
        node {
          title
          dimension
        }
      }
    }
    learning(first: 2) {
      nodes {
        title
      }
    }
  }
`;

export const heard = graphql`
  subscription TeamsPageHeardSubscription($dimension: InequityDimension) {
    learningShared(dimension: $dimension) {
      title
      team {
        ...TeamsPage_team
      }
    }
  }
`;

export const share = graphql`
  mutation TeamsPageShareMutation($input: ShareLearningInput!) {
    shareLearning(input: $input) {
      learning {
        id
        title
        team {
          ...TeamsPage_team
        }
      }
      errors {
        __typename
        ... on Error {
          message
        }
        ... on TextTooLong {
          field
          limit
          actual
        }
      }
    }
  }
`;
