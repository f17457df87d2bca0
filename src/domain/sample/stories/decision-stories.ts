import type { Answers, DelegationLevelNumber } from '../../decision/model.ts';
import type { Decision, DecisionReview } from '../../documents/decision.ts';

/** A decision that sample data tell of. */
export interface DecisionStory {
  readonly title: string;
  readonly area: string;
  /** How long ago, in days. */
  readonly daysAgo: number;
  readonly answers: Answers;
  /** What the user went with instead of the suggestion. */
  readonly chosen?: NonNullable<Decision['chosen']>;
  /** On its day; a decision without it waits to be looked back on. */
  readonly review?: Pick<
    DecisionReview,
    'whatHappened' | 'process' | 'outcome' | 'wouldChooseAgain'
  >;
  /** Whether its level was written down with the person. */
  readonly isNoted?: boolean;
}

/** A level that was agreed without the helper. */
interface AgreementStory {
  readonly area: string;
  readonly level: DelegationLevelNumber;
  readonly daysAgo: number;
}

interface Handovers {
  readonly decisions: readonly DecisionStory[];
  readonly agreements: readonly AgreementStory[];
}

/** Those who are closest can, and there is room. */
const theirs = { closest: 4, readiness: 4, stakes: 3 } as const;
const steady = { 'outcome-repeatable': 4, 'horizon-near': 3, 'kind-routine': 3 } as const;
const moving = { 'outcome-changed': 4, 'horizon-far': 3, 'kind-new': 3 } as const;

/** By the names of the cast. */
export const handovers: Readonly<Record<string, Handovers>> = {
  'Sam Okafor': {
    agreements: [
      { area: 'Billing', level: 4, daysAgo: 320 },
      { area: 'Billing', level: 5, daysAgo: 170 },
      { area: 'On-call rota', level: 3, daysAgo: 120 },
    ],
    decisions: [
      {
        ...{ title: 'When Billing retries a failed payment', area: 'Billing', daysAgo: 160 },
        answers: { ...theirs, ...steady, direction: 0, clarity: 1, dissent: 1 },
        review: {
          whatHappened: 'Sam wrote the rule, support read it first. No refunds since.',
          ...{ process: 'yes', outcome: 'yes', wouldChooseAgain: 'yes' },
        },
      },
      {
        ...{ title: 'Invoices on the new ledger table', area: 'Billing', daysAgo: 95 },
        answers: {
          ...theirs,
          ...moving,
          'giving-commitment': 3,
          reach: 3,
          direction: 2,
          clarity: 1,
        },
        review: {
          whatHappened: 'Three teams moved within a month; finance asked for one column more.',
          ...{ process: 'yes', outcome: 'yes', wouldChooseAgain: 'yes' },
        },
      },
      {
        ...{ title: 'The handover slips at weekends', area: 'On-call rota', daysAgo: 30 },
        answers: {
          ...steady,
          clarity: 4,
          direction: 0,
          'giving-compliance': 3,
          closest: 3,
          readiness: 2,
        },
      },
    ],
  },
  'Priya Nair': {
    agreements: [{ area: 'Data pipeline', level: 4, daysAgo: 200 }],
    decisions: [
      {
        ...{ title: 'When search results are good enough', area: 'Search', daysAgo: 70 },
        answers: {
          ...moving,
          'foresight-unknown': 3,
          clarity: 2,
          closest: 4,
          readiness: 3,
          stakes: 3,
        },
        chosen: {
          ...{ stance: 'lead', level: 5 },
          reason: 'Priya asked to set the measure herself, and to be asked about it.',
        },
        review: {
          whatHappened: 'The measure holds. I looked over her shoulder too often at first.',
          ...{ process: 'partly', outcome: 'yes', wouldChooseAgain: 'unsure' },
        },
        isNoted: true,
      },
      {
        ...{ title: 'What the nightly run promises', area: 'Data pipeline', daysAgo: 9 },
        answers: { ...steady, ...moving, direction: 3, clarity: 3, reach: 3, stakes: 2 },
      },
    ],
  },
  'Aiko Tanaka': {
    agreements: [
      { area: 'Mobile sync', level: 5, daysAgo: 250 },
      { area: 'Release train', level: 6, daysAgo: 140 },
    ],
    decisions: [
      {
        ...{ title: 'One release train or two', area: 'Release train', daysAgo: 90 },
        answers: {
          ...moving,
          direction: 4,
          reach: 4,
          'giving-commitment': 4,
          clarity: 1,
          dissent: 1,
        },
        review: {
          whatHappened: 'Everybody was heard and it was tried; two trains cost too much.',
          ...{ process: 'yes', outcome: 'no', wouldChooseAgain: 'yes' },
        },
      },
    ],
  },
  'Mateo Rivera': {
    agreements: [{ area: 'Partner API', level: 3, daysAgo: 100 }],
    decisions: [
      {
        ...{ title: 'A partner asks for a field by Friday', area: 'Partner API', daysAgo: 40 },
        answers: { ...steady, clarity: 3, direction: 1, stakes: 0, closest: 1, dissent: 4 },
        chosen: {
          ...{ stance: 'both', level: 3 },
          reason: 'The date was fixed, but the next five requests were not.',
        },
        review: {
          whatHappened: 'In time. The talk about the next ones did not take place.',
          ...{ process: 'partly', outcome: 'partly', wouldChooseAgain: 'yes' },
        },
      },
    ],
  },
  'Kwame Mensah': {
    agreements: [{ area: 'Deploy tooling', level: 6, daysAgo: 60 }],
    decisions: [
      {
        ...{ title: 'Freezes before a holiday', area: 'Deploy tooling', daysAgo: 20 },
        answers: { ...theirs, 'outcome-repeatable': 1, 'outcome-changed': 1, direction: 0 },
      },
    ],
  },
};
