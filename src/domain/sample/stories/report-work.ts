import type { Story } from './story.ts';

/** What comes up with a report about the work: load, order, delivery, process, colleagues. */
export const reportWork: readonly Story[] = [
  {
    ...{ topic: 'wellbeing', stance: 'none', by: 'them' },
    text: 'The on-call week was rough: four pages in two nights',
    notes: 'Two of the four pages came from the {system} and were noise. Better since the weekend.',
    action: ['me', 'Take the {system} alarm out of the night rota'],
    decision: 'The {system} pages in the daytime only',
  },
  {
    ...{ topic: 'wellbeing', stance: 'none', by: 'me' },
    text: 'How is the load sitting after the release?',
    notes: 'Tired but glad that it is out. No calls this Friday, and no new work before Tuesday.',
  },
  {
    ...{ topic: 'wellbeing', stance: 'none', by: 'them' },
    text: 'Two weeks off next month: who looks after the {system}?',
    notes: '{colleague} looks after it. The page for whoever is on call needs a second reader.',
    action: ['them', 'Write the handover page for the {system}'],
  },
  {
    ...{ topic: 'wellbeing', stance: 'none', by: 'me' },
    text: 'A message at eleven at night: do we want that?',
    notes:
      'It was one evening, and by choice. We agreed that nobody waits for an answer after six.',
    decision: 'No answers are expected after six, on either side',
  },
  {
    ...{ topic: 'workload', stance: 'manage', by: 'them' },
    text: 'Too much in flight: what may wait?',
    notes: 'Five things on the list. The {project} and the on-call fixes stay, the rest can wait.',
    action: ['me', 'Tell {team} that their request waits until next month'],
    decision: 'The {project} first, everything else after it',
  },
  {
    ...{ topic: 'workload', stance: 'manage', by: 'them' },
    text: 'Interviews take two mornings of every week',
    notes: 'Likes doing them, but not eight a month. Four is a number that works.',
    action: ['me', 'Ask recruiting to spread the interviews over more of us'],
  },
  {
    ...{ topic: 'workload', stance: 'manage', by: 'me' },
    text: 'Which meeting could you leave without anybody noticing?',
    notes:
      'The Tuesday round with {team}: the notes are enough, and there are always questions after.',
    action: ['them', 'Leave the Tuesday round with {team} and say why'],
  },
  {
    ...{ topic: 'workload', stance: 'manage', by: 'them' },
    text: 'Support questions about the {system} land with me alone',
    notes:
      'About six a week, most of them answered by the same two pages. A rota of three is fairer.',
    action: ['them', 'Propose a rota for questions about the {system}'],
    decision: 'Three people take turns with questions about the {system}',
  },
  {
    ...{ topic: 'priorities', stance: 'manage', by: 'me' },
    text: 'The quarter: {project} or the clean-up of the {system} first?',
    notes: 'Both in parallel is what we tried last time. The clean-up makes the rest cheaper.',
    decision: 'First the clean-up of the {system}, six weeks at most',
  },
  {
    ...{ topic: 'priorities', stance: 'manage', by: 'them' },
    text: '{team} asks for the {project} by the end of the month',
    notes:
      'Not possible without dropping the on-call fixes. They need a date more than they need speed.',
    action: ['me', 'Agree on a date for the {project} with {team}'],
  },
  {
    ...{ topic: 'priorities', stance: 'lead', by: 'me' },
    text: 'What is this quarter’s work for, in one sentence?',
    notes: 'Good answer: that a customer can trust a number on the first screen. We use that one.',
  },
  {
    ...{ topic: 'priorities', stance: 'manage', by: 'them' },
    text: 'The roadmap lists the {project} twice, with two owners',
    notes: 'A left-over from the planning week. {colleague} knows half of it, nobody knows all.',
    action: ['me', 'Get one owner for the {project}'],
  },
  {
    ...{ topic: 'delivery', stance: 'manage', by: 'me' },
    text: 'The {project} slips by a week: what do we say, and to whom?',
    notes: 'The estimate left out the data move. Say it today, with the new date and the reason.',
    action: ['them', 'Write to sales about the new date of the {project}'],
  },
  {
    ...{ topic: 'delivery', stance: 'manage', by: 'them' },
    text: 'The {project} needs a decision on scope before Thursday',
    notes: 'Three parts. The third one is used by two customers, both of whom can wait.',
    decision: 'The {project} goes out without its third part',
  },
  {
    ...{ topic: 'delivery', stance: 'manage', by: 'me' },
    text: 'What would make the roll-out of the {project} boring?',
    notes: 'Ten customers first, a switch to turn it off, and nobody deploys on a Friday.',
    action: ['them', 'Draw up the roll-out steps for the {project}'],
  },
  {
    ...{ topic: 'delivery', stance: 'lead', by: 'them' },
    text: 'The {project} went out on Monday, quietly',
    notes: 'No pages, two small complaints, one of them a thank-you. Worth telling the others how.',
    action: ['them', 'Show the team how the {project} was rolled out'],
  },
  {
    ...{ topic: 'delivery', stance: 'manage', by: 'them' },
    text: 'Tests of the {system} take forty minutes',
    notes: 'Half of it is set-up that is done again for each file. Two days of work, as a guess.',
    action: ['them', 'Try the shared set-up on the {system} for two days'],
  },
  {
    ...{ topic: 'process', stance: 'manage', by: 'them' },
    text: 'Reviews wait for two days, the big ones for four',
    notes:
      'Smaller changes help more than more reviewers. An hour after lunch for reviews, as a trial.',
    decision: 'An hour after lunch belongs to reviews, for a month',
  },
  {
    ...{ topic: 'process', stance: 'manage', by: 'me' },
    text: 'The incident on the {system}: what do we change?',
    notes: 'The alarm came after the customer did. Roll back first, look for the cause second.',
    action: ['them', 'Write up the incident on the {system}'],
  },
  {
    ...{ topic: 'process', stance: 'manage', by: 'them' },
    text: 'Stand-up has become a report to me',
    notes: 'Fair. I stay away on two days of the week and see whether it turns into a talk again.',
    action: ['me', 'Stay away from stand-up on Tuesdays and Thursdays'],
  },
  {
    ...{ topic: 'process', stance: 'lead', by: 'them' },
    text: 'Could we write decisions down where {team} can see them?',
    notes:
      'One page for each decision, short, with what was not chosen. Starts with the {project}.',
    action: ['them', 'Write the first decision page, on the {project}'],
  },
  {
    ...{ topic: 'collaboration', stance: 'manage', by: 'them' },
    text: '{team} changes the {system} without telling us',
    notes: 'Twice this month. Nobody meant harm: there is no list of who uses what.',
    action: ['me', 'Ask {team} for a heads-up before changes to the {system}'],
  },
  {
    ...{ topic: 'collaboration', stance: 'lead', by: 'me' },
    text: 'You and {colleague} read the same design in two ways',
    notes:
      'One thinks of the first month, the other of the third year. They will draw it together.',
    action: ['them', 'Draw the {project} on one page together with {colleague}'],
  },
  {
    ...{ topic: 'collaboration', stance: 'none', by: 'them' },
    text: 'Working with {colleague} on the {project} goes well',
    notes: 'Short calls, both write. Would like to do the next piece the same way.',
  },
  {
    ...{ topic: 'collaboration', stance: 'manage', by: 'me' },
    text: 'Who says no when sales asks for the {project} in a hurry?',
    notes: 'I do, in the first week. After that the page with the order of work says it.',
    decision: 'Requests from sales come to me first',
  },
  {
    ...{ topic: 'team', stance: 'lead', by: 'them' },
    text: 'The new people know the code but not why it is so',
    notes: 'An hour a week, one old decision each time, told by whoever was there.',
    action: ['them', 'Tell the story of the {system} on Thursday'],
  },
  {
    ...{ topic: 'team', stance: 'manage', by: 'me' },
    text: 'Who should know the {system} besides you?',
    notes: '{colleague} would like to. Two weeks of pairing, then a swap of the on-call week.',
    action: ['them', 'Pair with {colleague} on the {system}'],
  },
  {
    ...{ topic: 'team', stance: 'none', by: 'them' },
    text: 'It has been quiet in the team since the move',
    notes: 'Less chat, fewer questions in the open. Lunch on Wednesdays starts again.',
    action: ['me', 'Bring back lunch on Wednesdays'],
  },
  {
    ...{ topic: 'change', stance: 'lead', by: 'them' },
    text: 'What does the reorganisation mean for the {project}?',
    notes: 'Said what I know and what I do not. The {project} stays with us until spring.',
    action: ['me', 'Find out who owns the {project} after spring'],
  },
  {
    ...{ topic: 'change', stance: 'lead', by: 'me' },
    text: 'How did the news about {team} land?',
    notes: 'Calmer than I feared. The open question is who answers for the {system} at night.',
  },
];
