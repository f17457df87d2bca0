import type { Story } from './story.ts';

/** What comes up with a peer. */
export const peerStories: readonly Story[] = [
  {
    ...{ topic: 'collaboration', stance: 'manage', by: 'them' },
    text: 'Our two plans meet at the {system} in the same week',
    notes: 'We go first, they test against it. One page that both teams look at.',
    action: ['me', 'Put both plans for the {system} on one page'],
    decision: 'We change the {system} first, they follow a week later',
  },
  {
    ...{ topic: 'priorities', stance: 'manage', by: 'me' },
    text: 'What hurts most if we are late with the {project}?',
    notes: 'The demo in the last week of the month. The rest can slip without harm.',
    action: ['me', 'Have the demo part of the {project} ready first'],
  },
  {
    ...{ topic: 'delivery', stance: 'manage', by: 'them' },
    text: 'The hand-over of the {project} was thin',
    notes: 'It was. A call between the two people who did the work, and a page after it.',
    action: ['me', 'Set up a call about the hand-over of the {project}'],
  },
  {
    ...{ topic: 'team', stance: 'lead', by: 'me' },
    text: 'How do you keep new people from drowning in their first month?',
    notes:
      'One name for small questions, and a first change in the first week. Stolen with thanks.',
    action: ['them', 'Send the list for the first week'],
  },
  {
    ...{ topic: 'process', stance: 'manage', by: 'them' },
    text: 'Whose is an incident that starts with you and ends with us?',
    notes: 'Whoever is paged first keeps it until somebody else has said yes.',
    decision: 'Whoever is paged first keeps an incident until it is taken over',
  },
  {
    ...{ topic: 'direction', stance: 'lead', by: 'me' },
    text: 'Do you also find the yearly aims hard to explain?',
    notes: 'Yes. We try the same two sentences on both teams and compare the questions.',
    action: ['them', 'Try the two sentences at the team round'],
  },
  {
    ...{ topic: 'feedback', stance: 'lead', by: 'them' },
    text: 'Your people answer fast and mine feel slow beside them',
    notes: 'Good to hear it from you. We say by when an answer is wanted, from now on.',
    action: ['me', 'Ask the team to say by when an answer is wanted'],
  },
  {
    ...{ topic: 'change', stance: 'lead', by: 'them' },
    text: 'If {team} is split, I would like to keep the {system}',
    notes: 'Makes sense to me. I say so if I am asked.',
  },
  {
    ...{ topic: 'collaboration', stance: 'lead', by: 'me' },
    text: 'Could {colleague} spend two weeks with your team?',
    notes: 'Welcome from the middle of next month. Brings back how they do releases.',
    action: ['them', 'Find a desk and a first task for {colleague}'],
  },
  {
    ...{ topic: 'workload', stance: 'manage', by: 'them' },
    text: 'We both sit in the same four rounds: shall we take turns?',
    notes: 'Two each, and notes for the other. Let us see for a month.',
    decision: 'Each of us goes to two of the four rounds',
  },
  {
    ...{ topic: 'wellbeing', stance: 'none', by: 'me' },
    text: 'How are you, apart from the {project}?',
    notes: 'Moving house, and in good spirits. No late calls this month.',
  },
  {
    ...{ topic: 'recognition', stance: 'none', by: 'them' },
    text: 'Please thank {colleague} for the help with the {system}',
    notes: 'Done in the channel while we were talking.',
  },
];

/** What comes up with somebody two levels away, or with a mentee. */
export const otherStories: readonly Story[] = [
  {
    ...{ topic: 'career', stance: 'lead', by: 'them' },
    text: 'How did you know that you wanted to manage people?',
    notes: 'I told the untidy version. There was no moment, there were three small ones.',
  },
  {
    ...{ topic: 'growth', stance: 'lead', by: 'them' },
    text: 'I was asked to run the {project} and feel too new for it',
    notes: 'Three people to ask, one week to write a plan, and then feel new with a plan.',
    action: ['them', 'Write a one-page plan for the {project}'],
  },
  {
    ...{ topic: 'team', stance: 'lead', by: 'me' },
    text: 'What does the team know that does not reach me?',
    notes: 'That the on-call hand-over fails on Mondays. Nobody complained, all of them pay.',
    action: ['me', 'Look at the Monday hand-over without naming who told me'],
  },
  {
    ...{ topic: 'direction', stance: 'lead', by: 'them' },
    text: 'Why do we do the {project} and not the {system}?',
    notes: 'Gave the reasons, and the one that I do not find convincing either.',
  },
  {
    ...{ topic: 'process', stance: 'manage', by: 'me' },
    text: 'What took more time than it should have this month?',
    notes: 'Waiting for access to the {system}: four days for a form.',
    action: ['me', 'Find out why access to the {system} takes four days'],
  },
  {
    ...{ topic: 'feedback', stance: 'lead', by: 'them' },
    text: 'How do I tell my manager that I disagree?',
    notes: 'With the sentence “I see it differently, may I say why?”. We tried it aloud.',
    action: ['them', 'Say it at the next 1:1, and tell me how it went'],
  },
  {
    ...{ topic: 'collaboration', stance: 'lead', by: 'them' },
    text: 'My ideas get lost in the round with {team}',
    notes: 'Sending them round the day before may do more than speaking up louder.',
    action: ['them', 'Send the proposal round the day before'],
  },
  {
    ...{ topic: 'wellbeing', stance: 'none', by: 'me' },
    text: 'What gives you energy at the moment?',
    notes: 'Pairing with {colleague}, and the quiet hours before ten.',
  },
  {
    ...{ topic: 'delegation', stance: 'lead', by: 'me' },
    text: 'What do you decide yourself by now, and what would you like to?',
    notes: 'The order of the week: yes. The shape of the {project}: not yet, and would like to.',
    action: ['me', 'Mention the wish about the {project} to the team’s lead, as agreed'],
  },
  {
    ...{ topic: 'change', stance: 'lead', by: 'them' },
    text: 'Will there be another reorganisation?',
    notes: 'I do not know of one, and said what I would do if I heard of it.',
  },
];
