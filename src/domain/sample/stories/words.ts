/** What the blanks of a story may be filled with. */
export const fillings = {
  system: [
    'billing service',
    'search index',
    'event pipeline',
    'login flow',
    'deploy tooling',
    'notification service',
    'import job',
    'permissions service',
    'reporting database',
    'mobile sync',
    'public API',
    'cache layer',
  ],
  project: [
    'queue migration',
    'invoice rewrite',
    'offline mode',
    'single sign-on roll-out',
    'audit log',
    'partner API',
    'tenant split',
    'move to the new CI',
    'accessibility pass',
    'cloud cost work',
    'address lookup',
    'data retention work',
  ],
  team: ['Payments', 'Platform', 'Mobile', 'Data', 'Support', 'Identity'],
  colleague: ['Rosa', 'Jun', 'Ewa', 'Malik', 'Freya', 'Anders', 'Chidi', 'Leila', 'Owen', 'Mina'],
} as const;

/** How the notes of a 1:1 begin. */
export const openings: readonly string[] = [
  'Good talk, mostly theirs to lead.',
  'Short one, both in a hurry.',
  'Walked round the block with it.',
  'Began with the weekend, then straight to the list.',
  'On the phone from the train; the line broke twice.',
  'A calm hour, for once.',
  'First half on people, second half on work.',
  'We let the list be for ten minutes and just talked.',
];

/** What the notes say where no story does: on a template’s point, or a suggested one. */
export const plainNotes: readonly string[] = [
  'Nothing new here since last time.',
  'Clear, and in writing since yesterday.',
  'A good half of the talk went into this.',
  'Talked through an example from this week.',
  'Two small things, both settled on the spot.',
  'Needs a longer look another day, no hurry.',
  'Better than a month ago.',
];

/** What is written down for oneself alone. */
export const privateNotes: readonly string[] = [
  'Quieter than usual. Ask again next week, without making a thing of it.',
  'I talked too much in the second half. Next time: questions first.',
  'The work with the other team weighs more than the words said.',
  'Ready for something larger. Look for it before somebody else offers it.',
  'I promised quickly. Check whether I can keep it before Friday.',
  'Pay came up between the lines. Find out where we stand before the review.',
  'Do not bring up the reorganisation again until there is news.',
  'Lit up when talking about teaching the new people.',
];

/** How it went, in a minute, for oneself alone. */
export const reflections: readonly string[] = [
  'I listened more than last time.',
  'The hard part came in the last five minutes; begin with it next time.',
  'Solved a problem that was not mine to solve.',
  'Good energy. The question about the quiet days was the right one.',
  'Too many of my own points. Let theirs come first.',
  'I kept both promises, and it was noticed.',
];

/** Feedback as it is noted down, to go on like this. */
export const praise: readonly string[] = [
  'The summary after the {project} meeting let everybody leave with the same picture.',
  'Asked {colleague} for an opinion before giving one. The talk turned at that point.',
  'Rolled back the {system} within five minutes and looked for the cause afterwards.',
  'The page on the {system} is the first one that new people send round themselves.',
  'Said “I do not know yet” in front of {team}, and came back with the answer on Friday.',
  'Gave the demo to {colleague}, who did the work, and stood at the side.',
  'Reviewed the {project} with three questions and no verdict.',
];

/** Feedback as it is noted down, to do otherwise. */
export const adjustments: readonly string[] = [
  'Answered the question that {team} put to {colleague}. It looked like not trusting the answer.',
  'The change to the {system} went out at five on Friday, and Support learnt of it from customers.',
  'The review of the {project} listed forty small things and left out the large one.',
  'Three times late for the hand-over on Mondays; {colleague} waited each time.',
  'The estimate for the {project} came without its unknowns, and was taken for a promise.',
];

/** What comes of a point that has been carried too often to be carried again. */
export const lastResort: readonly string[] = [
  'We leave the {project} as it is until spring',
  '{team} keeps the {system} for now; we look again in a quarter',
  'One page is written, and then we stop talking about it',
];
