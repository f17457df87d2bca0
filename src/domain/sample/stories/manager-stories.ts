import type { Story } from './story.ts';

/** What comes up with one's own manager, or with a mentor. */
export const managerStories: readonly Story[] = [
  {
    ...{ topic: 'priorities', stance: 'manage', by: 'me' },
    text: 'Three aims for the quarter, two of them pull apart',
    notes: 'Reliability wins when they collide, and that may be said aloud.',
    decision: 'Reliability comes before the {project}',
  },
  {
    ...{ topic: 'team', stance: 'manage', by: 'me' },
    text: 'One position is open since June: does it stay?',
    notes: 'It stays until the end of the year. A clear page on what it is for would help.',
    action: ['me', 'Write one page on what the open position is for'],
  },
  {
    ...{ topic: 'delivery', stance: 'manage', by: 'them' },
    text: 'Where does the {project} stand, without the slides?',
    notes: 'Two weeks late, known to everybody who needs to know, and the reason is the data move.',
    action: ['me', 'Send two lines on the {project} every Friday'],
  },
  {
    ...{ topic: 'direction', stance: 'lead', by: 'them' },
    text: 'The yearly plan: what would your team rather do?',
    notes: 'Half of the year on the {system}, said with numbers. Will be taken into the round.',
    action: ['them', 'Take the half-year on the {system} into the planning round'],
  },
  {
    ...{ topic: 'feedback', stance: 'lead', by: 'me' },
    text: 'What did you hear about me that I did not?',
    notes: 'That decisions come late when {team} is involved. Fair, and I know the case.',
    action: ['me', 'Ask {team} which decision came too late'],
  },
  {
    ...{ topic: 'career', stance: 'lead', by: 'them' },
    text: 'Would a second team be something for you?',
    notes: 'Not this year, and it is good to be asked. We come back to it in spring.',
  },
  {
    ...{ topic: 'workload', stance: 'manage', by: 'me' },
    text: 'I am in fourteen hours of rounds a week',
    notes: 'The two on {team} can go. Somebody from the team takes the one on the {system}.',
    action: ['them', 'Excuse me from the rounds on {team}'],
  },
  {
    ...{ topic: 'delegation', stance: 'lead', by: 'me' },
    text: 'How far may I go with the reshuffle of on-call?',
    notes: 'All the way, if the pay stays the same. A word to people operations first.',
    action: ['me', 'Talk to people operations about the on-call pay'],
    decision: 'The on-call rota is mine to change',
  },
  {
    ...{ topic: 'change', stance: 'lead', by: 'them' },
    text: 'The reorganisation comes in March: what would you ask?',
    notes: 'Who answers for the {system}, and when the team hears of it. Before the rumours do.',
    action: ['them', 'Find out when the teams are told'],
  },
  {
    ...{ topic: 'recognition', stance: 'lead', by: 'me' },
    text: 'A word of thanks from you to {colleague} would carry far',
    notes: 'Gladly. About the {project}, and in the open.',
    action: ['them', 'Thank {colleague} for the {project}'],
  },
  {
    ...{ topic: 'growth', stance: 'lead', by: 'them' },
    text: 'What are you learning at the moment?',
    notes: 'To let a silence stand. Harder than any system I have worked on.',
  },
  {
    ...{ topic: 'collaboration', stance: 'manage', by: 'me' },
    text: '{team} and we both build a part of the {project}',
    notes: 'One of us should. A talk of three, with the two pages on the table.',
    action: ['them', 'Invite {team} to a talk of three about the {project}'],
  },
  {
    ...{ topic: 'process', stance: 'manage', by: 'them' },
    text: 'The monthly numbers: who reads them in your team?',
    notes: 'Nobody, if we are honest. Two of them are useful, the rest can go.',
    action: ['me', 'Propose the two numbers that we keep'],
  },
  {
    ...{ topic: 'wellbeing', stance: 'none', by: 'them' },
    text: 'A long month behind you: what can go?',
    notes: 'Two evenings a week without the laptop, and I say when it does not work.',
    action: ['me', 'Two evenings a week without the laptop'],
  },
];
