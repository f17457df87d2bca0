import type { Topic } from '../../documents/topics.ts';

/** How a topic that nobody has touched for long is brought up, and what the notes say of it. */
export const topicWords: Readonly<Record<Topic, readonly [point: string, notes: string]>> = {
  wellbeing: [
    'How are you, really?',
    'Better since the on-call swap; the evenings are free again.',
  ],
  workload: ['Is the load still right?', 'A full plate, and none of it by surprise.'],
  priorities: ['Do you know what comes first?', 'The same three things on both our lists.'],
  delivery: ['What is closest to done?', 'Two things, each a review away from it.'],
  collaboration: ['Who is easy to work with?', 'The pairs of last month go on, gladly.'],
  feedback: ['What have I not heard from you yet?', 'That written praise means more than spoken.'],
  growth: ['What did you learn this month?', 'To say no early, and to offer something with it.'],
  career: ['Where is this leading?', 'Towards systems rather than people, for the next year.'],
  team: ['How is the team doing?', 'Good mood, thin at the edges on Fridays.'],
  process: ['Which habit costs us most?', 'Starting the next thing before the last one is out.'],
  direction: ['Does our direction convince you?', 'The why does; the order of steps less so.'],
  change: ['What is changing that we have not named?', 'The way decisions travel since the move.'],
  delegation: ['What could I hand over?', 'The monthly numbers, and the talk with Support.'],
  recognition: ['Whose work do we overlook?', 'Whoever keeps the builds green. Named on Friday.'],
};

/** What comes of a question from the question bank, by its topic. */
export const answers: Readonly<Record<Topic, string>> = {
  wellbeing: 'A pause, then an honest answer: the evenings are good, the Mondays are not.',
  workload: 'About a third of the week goes into things that were never planned.',
  priorities: 'The demo. Everything else can be explained, a failed demo cannot.',
  delivery: 'The data move: nobody has tried it at full size yet.',
  collaboration: 'Would pair more if it were not always the same two.',
  feedback: 'Would rather hear it the same day, in two sentences.',
  growth: 'To explain a design to somebody who does not care for it.',
  career: 'Can picture two ways and wants to try a week of each.',
  team: 'That we laugh less since half of us work elsewhere.',
  process: 'Hand-overs: three people know a third each.',
  direction: 'Clear for this quarter, foggy behind it.',
  change: 'The date matters less than hearing it from me first.',
  delegation: 'Would take the on-call order at once.',
  recognition: 'A thank-you from Support counted more than the prize.',
};
