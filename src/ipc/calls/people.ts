import * as v from 'valibot';
import { idField, lineField, textField, timeZoneField } from '../../domain/documents/fields.ts';
import type { Person } from '../../domain/documents/person.ts';
import {
  cadenceDaysField,
  relationshipField,
  reminderChoicesField,
  tagField,
} from '../../domain/documents/person.ts';
import type { MeetingSummary } from '../views/meetings.ts';
import type {
  ArchivedPerson,
  NamedPerson,
  PersonExtent,
  PersonSummary,
  PersonView,
} from '../views/people.ts';
import type { SavedFile } from '../views/share.ts';
import type { CallsOf } from './call.ts';
import { call, destructive } from './call.ts';
import { nothing } from './inputs.ts';

/** The calls whose names begin with `people.`. */
export const peopleCalls = {
  'people.list': call<readonly PersonSummary[]>()(nothing),
  /** Those who are not archived, by name: all that choosing one of them takes. */
  'people.names': call<readonly NamedPerson[]>()(nothing),
  'people.read': call<PersonView>()(v.strictObject({ personId: idField })),
  /** All 1:1s with a person that have a plan or notes, newest first. */
  'people.meetings': call<readonly MeetingSummary[]>()(v.strictObject({ personId: idField })),
  'people.add': call<Person>()(
    v.strictObject({ name: lineField(200), relationship: relationshipField }),
  ),
  'people.change': call<Person>()(
    v.strictObject({
      personId: idField,
      name: v.optional(lineField(200)),
      relationship: v.optional(relationshipField),
      workingStyle: v.optional(textField),
      areas: v.optional(v.array(lineField(200))),
      cadenceDays: v.optional(v.nullable(cadenceDaysField)),
      timeZone: v.optional(v.nullable(timeZoneField)),
      tags: v.optional(v.array(tagField)),
      reminders: v.optional(reminderChoicesField),
    }),
  ),
  'people.archive': destructive<Person>()(v.strictObject({ personId: idField })),
  /** Those who are archived, the last one first. */
  'people.archived': call<readonly ArchivedPerson[]>()(nothing),
  /** Brings somebody back from the archive. */
  'people.restore': destructive<Person>()(v.strictObject({ personId: idField })),
  /** How much there is on a person. */
  'people.extent': call<PersonExtent>()(v.strictObject({ personId: idField })),
  /** Writes all that is kept on a person where the user says; null when they think better of it. */
  'people.saveAll': call<SavedFile | null>()(
    v.strictObject({ personId: idField, withPrivate: v.boolean() }),
  ),
  /** Deletes the person and every document about them; refused unless the name was typed. */
  'people.deleteAll': destructive<null>()(
    v.strictObject({ personId: idField, typedName: v.pipe(v.string(), v.maxLength(2000)) }),
  ),
} as const satisfies CallsOf<'people'>;
