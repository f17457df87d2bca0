import { expect, test } from 'vitest';
import { writeNotes } from './notes.ts';
import { meetingWith } from './test-data/meeting-with.ts';

const meeting = meetingWith({ notes: 'one\ntwo', privateNotes: 'mine' });

test('what is not given stays', () => {
  const after = writeNotes(meeting, { reflection: 'calm' });
  expect(after).toEqual({ ...meeting, reflection: 'calm' });
});

test('what was typed takes the place of what it was typed upon', () => {
  expect(writeNotes(meeting, { notes: 'one', notesBefore: 'one\ntwo' }).notes).toBe('one');
  expect(writeNotes(meeting, { notes: '' }).notes).toBe('');
});

test('what came from elsewhere meanwhile stays, and so does what was typed', () => {
  const elsewhere = meetingWith({ notes: 'one\ntwo\nfrom the phone' });
  const typed = { notes: 'ONE\ntwo', notesBefore: 'one\ntwo' };
  expect(writeNotes(elsewhere, typed).notes).toBe('ONE\ntwo\nfrom the phone');
});

test('the private notes are merged apart from the shared ones', () => {
  const after = writeNotes(meeting, { privateNotes: 'mine\nmore', privateNotesBefore: '' });
  expect(after.privateNotes.split('\n').sort()).toEqual(['mine', 'more']);
  expect(after.notes).toBe(meeting.notes);
});
