import type { Story } from './story.ts';

/** What comes up with a report about themselves: growth, career, feedback, direction. */
export const reportGrowth: readonly Story[] = [
  {
    ...{ topic: 'growth', stance: 'lead', by: 'them' },
    text: 'I would like to lead the {project} from the first page on',
    notes: 'Wrote down why, and what support would help. It is the right size for it.',
    action: ['me', 'Tell {team} who leads the {project}'],
    decision: 'The {project} has a new lead',
  },
  {
    ...{ topic: 'growth', stance: 'lead', by: 'me' },
    text: 'What would you like to be able to do in spring that you cannot do yet?',
    notes: 'Run a design review without me in the room. The next one is on the {system}.',
    action: ['them', 'Run the design review on the {system}'],
  },
  {
    ...{ topic: 'growth', stance: 'manage', by: 'them' },
    text: 'Is there money left for the conference in May?',
    notes: 'There is, if a short talk to the team comes of it afterwards. Gladly.',
    action: ['me', 'Ask finance about the training budget'],
  },
  {
    ...{ topic: 'growth', stance: 'lead', by: 'them' },
    text: 'Writing takes me too long; how do you do it?',
    notes: 'We took one page apart together. First the decision, then the reasons, then stop.',
    action: ['them', 'Rewrite the page on the {project} with the decision first'],
  },
  {
    ...{ topic: 'growth', stance: 'lead', by: 'me' },
    text: 'The talk at the engineering round: what did you take from it?',
    notes: 'Nervous until the first question, then enjoyed it. Would do it again in autumn.',
  },
  {
    ...{ topic: 'career', stance: 'lead', by: 'them' },
    text: 'Staff or management: I am not sure that I want to choose now',
    notes: 'Does not have to. We look for one task of each kind before the summer.',
    action: ['me', 'Find a task of each kind, and talk about both in a month'],
  },
  {
    ...{ topic: 'career', stance: 'lead', by: 'me' },
    text: 'What is missing for the next level, as you see it?',
    notes:
      'We see the same two things: work across teams, and being asked before a design is fixed.',
    action: ['them', 'Collect three examples for the review'],
  },
  {
    ...{ topic: 'career', stance: 'manage', by: 'them' },
    text: 'The review is in six weeks: what do you need from me?',
    notes: 'Three examples with their effect, and one thing that did not work out.',
    action: ['me', 'Read the draft of the review before Friday'],
  },
  {
    ...{ topic: 'career', stance: 'lead', by: 'them' },
    text: 'A recruiter called, and I listened for once',
    notes: 'Glad to be told. It is about the size of the problems, less about the pay.',
    action: ['me', 'Think about a larger problem, and come back with two'],
  },
  {
    ...{ topic: 'feedback', stance: 'lead', by: 'them' },
    text: 'How did I come across in the meeting with {team}?',
    notes: 'Clear on the numbers, quick with the answer. A question first would have helped.',
  },
  {
    ...{ topic: 'feedback', stance: 'none', by: 'me' },
    text: 'What should I stop doing?',
    notes: 'Answering in the channel before anybody else can. Taken, and I am glad of it.',
    action: ['me', 'Wait an hour before answering in the channel'],
  },
  {
    ...{ topic: 'feedback', stance: 'lead', by: 'them' },
    text: 'I have to tell {colleague} that the reviews are too sharp',
    notes: 'We tried the first two sentences. One example, what it caused, and a question.',
    action: ['them', 'Talk to {colleague} about the tone of the reviews'],
  },
  {
    ...{ topic: 'recognition', stance: 'lead', by: 'me' },
    text: 'The note on the {system} saved {team} a week',
    notes: 'Pleased, and a little surprised that anybody read it. I pass it on, with the name.',
    action: ['me', 'Tell my manager about the note on the {system}'],
  },
  {
    ...{ topic: 'recognition', stance: 'none', by: 'them' },
    text: '{colleague} did most of the {project} and nobody noticed',
    notes: 'True. It belongs in the monthly mail, with the name.',
    action: ['me', 'Name {colleague} in the monthly mail'],
  },
  {
    ...{ topic: 'direction', stance: 'lead', by: 'them' },
    text: 'Where is the {system} meant to be in two years?',
    notes:
      'I drew what I know. It may go to {team}, and then the {project} should not grow into it.',
    action: ['them', 'Sketch the {system} without the {project} in it'],
  },
  {
    ...{ topic: 'direction', stance: 'lead', by: 'me' },
    text: 'Which of our rules would you strike out?',
    notes: 'The one on two reviewers for a one-line change. It goes, as a trial.',
    decision: 'One reviewer is enough for small changes',
  },
  {
    ...{ topic: 'direction', stance: 'lead', by: 'them' },
    text: 'The goals for next year sound like last year’s',
    notes: 'They do. Two of them will be rewritten as something a customer would notice.',
    action: ['me', 'Bring two rewritten goals to the planning round'],
  },
  {
    ...{ topic: 'delegation', stance: 'lead', by: 'me' },
    text: 'The choice of library for the {project} is yours: what do you need?',
    notes: 'Who else is affected, and until when it can be undone. Will decide by Wednesday.',
    action: ['them', 'Choose the library for the {project} and tell {team}'],
  },
  {
    ...{ topic: 'delegation', stance: 'manage', by: 'them' },
    text: 'I do not know whether I may decide on the {system} alone',
    notes: 'Up to a week of work: yes. Beyond that a word to me beforehand, no approval.',
    decision: 'Up to a week of work on the {system} needs no asking',
  },
  {
    ...{ topic: 'delegation', stance: 'lead', by: 'me' },
    text: 'Which decision is waiting for me that you could take?',
    notes: 'The order of the on-call fixes. Handed over, with the reasons that I would have used.',
    action: ['them', 'Order the on-call fixes, and say in the channel why so'],
  },
  {
    ...{ topic: 'delegation', stance: 'manage', by: 'them' },
    text: 'You asked twice about the {project} this week',
    notes: 'I did. One line on Fridays is enough for me, and I stop asking in between.',
    action: ['me', 'Stop asking about the {project} between Fridays'],
  },
  {
    ...{ topic: 'change', stance: 'lead', by: 'them' },
    text: 'Moving to the other office: what changes for me?',
    notes: 'Two days a week, from next month. The on-call phone stays where it is.',
  },
  {
    ...{ topic: 'wellbeing', stance: 'none', by: 'them' },
    text: 'I can only do short days this week',
    notes: 'No trouble at all. {colleague} takes the call on Thursday.',
  },
  {
    ...{ topic: 'priorities', stance: 'lead', by: 'them' },
    text: 'If I had three quiet days, I would spend them on the {system}',
    notes: 'Then let us find them: the second half of next week has no meetings yet.',
    action: ['me', 'Keep three days free of meetings for the {system}'],
  },
];
