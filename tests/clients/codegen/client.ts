// A client as somebody would write it with the generated types. It is compiled, never run.
import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';
import { graphql } from '../generated/codegen/client/gql.js';
import type { FindPeersQuery, FindPeersQueryVariables, WhatWorkedQuery } from '../generated/codegen/operations.js';
import type { Team } from '../generated/codegen/schema.js';

const Teams = graphql(`
  query CodegenTeams($first: Int, $where: TeamFilterInput) {
    teams(first: $first, where: $where, order: [{ name: ASC }]) {
      nodes {
        name
        stage
        pausedUntil
      }
      pageInfo {
        endCursor
      }
    }
  }
`);

export const variables: VariablesOf<typeof Teams> = { first: 10, where: { stage: { in: ['TESTING'] }, name: { contains: 'tea' } } };

export const names = (answer: ResultOf<typeof Teams>): string[] => answer.teams?.nodes?.map(team => team.name) ?? [];

export const asked: FindPeersQueryVariables = { text: 'missed appointments' };

export const firstReason = (answer: FindPeersQuery): string | undefined => answer.findPeers[0]?.reasons[0]?.text;

export const howMany = (answer: WhatWorkedQuery): number => answer.learning?.totalCount ?? 0;

export const whereOf = (team: Pick<Team, 'name' | 'locality'>): string => `${team.name}, ${team.locality ?? 'nowhere said'}`;

// @ts-expect-error The types know what was asked for: this field was not.
export const unasked = (answer: ResultOf<typeof Teams>) => answer.teams?.nodes?.map(team => team.service);
