import 'temporal-polyfill/global';

// Run as a process of its own, in the zone that its environment says.
const { answersIn } = await import('./recurrence-answers.ts');
console.log(JSON.stringify(answersIn(Temporal.Now.timeZoneId())));
